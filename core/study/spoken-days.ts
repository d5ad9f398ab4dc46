import { firstDayOf, isPlausible } from '../timeline/days.ts'
import { withDuration } from '../timeline/duration.ts'
import type { Language, WordValues } from '../words/say.ts'
import { formatDate } from './format.ts'

const leftToRight = '\u2066'
const endOfIsolate = '\u2069'

/**
 * The values of a note or a problem with their days in words: between Arabic letters the parts of 2015-05-01 would be read
 * in another order. The names of columns stay as they are, and so does a day of another calendar, kept in its order.
 * Beside them stands how long it is from `date` to `at`.
 */
export function spokenDays(values: WordValues, language: Language): WordValues {
  return Object.fromEntries(
    Object.entries(withDuration(values, language)).map(([name, value]) => {
      if (typeof value !== 'string' || !/^\d{4}-\d\d(?:-\d\d)?$/.test(value)) return [name, value]
      if (name !== 'field' && isPlausible(firstDayOf(value))) return [name, formatDate(value, language)]
      return [name, language === 'ar' ? `${leftToRight}${value}${endOfIsolate}` : value]
    }),
  )
}
