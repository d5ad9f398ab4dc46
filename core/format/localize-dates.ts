import { firstDayOf, isPlausible } from '../time/days.ts'
import { withRules } from './rule-text.ts'
import { withReason } from '../result/problem.ts'
import { withDuration } from '../time/duration.ts'
import { comma, isRightToLeft, isMessageKey, translate, type Language, type MessageValues } from '../i18n/translate.ts'
import { formatDate, formatNumber } from './format.ts'
import { formatPosition } from './position-text.ts'

const leftToRight = '\u2066'
const endOfIsolate = '\u2069'

/**
 * The values of a note or a problem with their days in words: between Arabic letters the parts of 2015-05-01 would be read
 * in another order. The names of columns stay as they are, and so does a day of another calendar, kept in its order.
 * Beside them stands how long it is from `date` to `at`, and what other rules would give. Kinds of geometry, roles and positions
 * are in words too, counts and lists as the language writes them.
 */
export function localizeDates(values: MessageValues, language: Language): MessageValues {
  return Object.fromEntries(
    Object.entries(withRules(withReason(withDuration(values, language), language), language)).map(([name, value]) => {
      if (typeof value === 'number') return [name, counts.has(name) ? formatNumber(value) : value]
      if (lists.has(name)) return [name, listText(value, language)]
      const position = /^(-?[\d.]+)° E (-?[\d.]+)° N$/.exec(value)
      if (position) return [name, formatPosition(Number(position[1]), Number(position[2]), language, 3)]
      if (isCodeOf(name))
        return [
          name,
          value
            .split(', ')
            .map((code) => codeText(codes[name], code, language))
            .join(comma(language)),
        ]
      if (!/^\d{4}-\d\d(?:-\d\d)?$/.test(value)) return [name, value]
      if (name !== 'field' && isPlausible(firstDayOf(value))) return [name, formatDate(value, language)]
      return [name, isRightToLeft(language) ? `${leftToRight}${value}${endOfIsolate}` : value]
    }),
  )
}

/** Numbers that count, unlike that of a feature or a line. */
const counts = new Set(['count', 'entries', 'records', 'rows', 'stated', 'found', 'all', 'events', 'missing'])

/** Names and numbers of the user's after each other; “…” at the end stands for more. */
const lists = new Set(
  'candidates columns fields ids known labels layers list names others places readings values'.split(' '),
)

/** What starts with a sign, as “.shp” and “--port” do, or with a day is held in its order between Arabic letters. */
function listText(list: string, language: Language): string {
  const items = list.split(', ')
  const isCut = items.at(-1) === '…'
  const shown = (isCut ? items.slice(0, -1) : items).map((item) =>
    isRightToLeft(language) && /^(?:[.-]|\d{4}-\d)/.test(item) ? `${leftToRight}${item}${endOfIsolate}` : item,
  )
  const text = shown.join(comma(language))
  return isCut ? translate(language, 'page.list.and-more', { list: text }) : text
}

/** Values that are codes of ours, by the words that stand for them. */
const codes = { kind: 'page.settle.kind', kinds: 'page.settle.kind', role: 'role' } as const

const isCodeOf = (name: string): name is keyof typeof codes => Object.hasOwn(codes, name)

function codeText(words: string, code: string, language: Language): string {
  const key = `${words}.${code}`
  return isMessageKey(key) ? translate(language, key) : code
}
