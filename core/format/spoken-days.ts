import { firstDayOf, isPlausible } from '../time/days.ts'
import { withRules } from './rule-text.ts'
import { withReason } from '../result/problem.ts'
import { withDuration } from '../time/duration.ts'
import { isWordKey, say, type Language, type WordValues } from '../i18n/say.ts'
import { formatDate } from './format.ts'

const leftToRight = '\u2066'
const endOfIsolate = '\u2069'

/**
 * The values of a note or a problem with their days in words: between Arabic letters the parts of 2015-05-01 would be read
 * in another order. The names of columns stay as they are, and so does a day of another calendar, kept in its order.
 * Beside them stands how long it is from `date` to `at`, and what other rules would give. Kinds of geometry and roles are in words too.
 */
export function spokenDays(values: WordValues, language: Language): WordValues {
  return Object.fromEntries(
    Object.entries(withRules(withReason(withDuration(values, language), language), language)).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      if (isCodeOf(name))
        return [
          name,
          value
            .split(', ')
            .map((code) => codeText(codes[name], code, language))
            .join(say(language, 'page.list.comma')),
        ]
      if (!/^\d{4}-\d\d(?:-\d\d)?$/.test(value)) return [name, value]
      if (name !== 'field' && isPlausible(firstDayOf(value))) return [name, formatDate(value, language)]
      return [name, language === 'ar' ? `${leftToRight}${value}${endOfIsolate}` : value]
    }),
  )
}

/** Values that are codes of ours, by the words that stand for them. */
const codes = { kind: 'page.settle.kind', kinds: 'page.settle.kind', role: 'role' } as const

const isCodeOf = (name: string): name is keyof typeof codes => Object.hasOwn(codes, name)

function codeText(words: string, code: string, language: Language): string {
  const key = `${words}.${code}`
  return isWordKey(key) ? say(language, key) : code
}
