/** Months of the Gregorian calendar as people write them: English, French, Levantine, Egyptian and Maghrebi. */
const gregorian: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'كانون الثاني', 'يناير', 'جانفي'],
  ['february', 'feb', 'fevrier', 'fevr', 'شباط', 'فبراير', 'فيفري'],
  ['march', 'mar', 'mars', 'اذار', 'مارس'],
  ['april', 'apr', 'avril', 'avr', 'نيسان', 'ابريل', 'افريل'],
  ['may', 'mai', 'ايار', 'مايو', 'ماي'],
  ['june', 'jun', 'juin', 'حزيران', 'يونيو', 'يونيه', 'جوان'],
  ['july', 'jul', 'juillet', 'juil', 'تموز', 'يوليو', 'يوليه', 'جويليه'],
  ['august', 'aug', 'aout', 'اب', 'اغسطس', 'اوت'],
  ['september', 'sept', 'sep', 'septembre', 'ايلول', 'سبتمبر'],
  ['october', 'oct', 'octobre', 'تشرين الاول', 'تشرين اول', 'اكتوبر'],
  ['november', 'nov', 'novembre', 'تشرين الثاني', 'تشرين ثاني', 'نوفمبر'],
  ['december', 'dec', 'decembre', 'كانون الاول', 'كانون اول', 'ديسمبر'],
]
const shortJanuary = 'كانون ثاني'

const hijri: readonly (readonly string[])[] = [
  ['محرم', 'muharram'],
  ['صفر', 'safar'],
  ['ربيع الاول', 'ربيع اول', 'rabi al-awwal', 'rabi i'],
  ['ربيع الثاني', 'ربيع الاخر', 'rabi al-thani', 'rabi ii'],
  ['جمادى الاولى', 'جمادي الاولي', 'جمادى الاول', 'jumada al-ula', 'jumada i'],
  ['جمادى الاخره', 'جمادى الثانيه', 'جمادي الاخره', 'جمادي الثانيه', 'jumada al-thani', 'jumada ii'],
  ['رجب', 'rajab'],
  ['شعبان', 'shaban'],
  ['رمضان', 'ramadan'],
  ['شوال', 'shawwal'],
  ['ذو القعده', 'ذي القعده', 'dhu al-qadah'],
  ['ذو الحجه', 'ذي الحجه', 'dhu al-hijjah'],
]

export type Calendar = 'gregorian' | 'hijri'
export type NamedMonth = { readonly month: number; readonly calendar: Calendar }

/** Letters without their marks, forms of alif and endings as one, so that a name is known however it is spelt. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F\u064B-\u0655\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()

const months = new Map<string, NamedMonth>()
for (const [calendar, names] of [
  ['gregorian', gregorian],
  ['hijri', hijri],
] as const)
  for (const [i, spellings] of names.entries())
    for (const spelling of spellings) months.set(plainLetters(spelling), { month: i + 1, calendar })
months.set(shortJanuary, { month: 1, calendar: 'gregorian' })

const anyMonth = new RegExp(
  `(?<![\\p{L}])(${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}])\\.?`,
  'gu',
)

/** The month that a text names, and what is left of it; `null` where it names none, or two that differ. */
export function monthNamed(text: string): { readonly named: NamedMonth; readonly rest: string } | null {
  const plain = plainLetters(text)
  const found = [...plain.matchAll(anyMonth)].map(([, name]) => months.get(name!)!)
  const [first] = found
  if (!first || found.some(({ month, calendar }) => month !== first.month || calendar !== first.calendar)) return null
  return { named: first, rest: plain.replace(anyMonth, ' ') }
}
