import type { AttributeValue } from '../geometry/shapes.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { classText } from '../classify/classes.ts'
import { readDate } from './validity.ts'

/** A day from a cell: `null` where it is empty, `undefined` where it cannot be read. */
export type ReadDay = (value: AttributeValue | undefined) => string | null | undefined

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const slashed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ].*)?$/

/**
 * How the dates of a column are read: year first, `20 April 2018`, or day and month as the column as a whole shows by a
 * number above 12. A column in which day and month may be exchanged in every row is refused: someone must say.
 */
export function columnDates(values: readonly (AttributeValue | undefined)[], field: string): Outcome<ReadDay> {
  const parts = values.flatMap((value) => {
    const [, first, second] = slashed.exec(classText(value) ?? '') ?? []
    return first === undefined ? [] : [[Number(first), Number(second)] as const]
  })
  const dayFirst = parts.some(([first]) => first > 12)
  const monthFirst = parts.some(([, second]) => second > 12)
  const isOpen = parts.some(([first, second]) => first !== second) && dayFirst === monthFirst
  if (isOpen) {
    const value = values.map((each) => classText(each)).find((text) => text !== null && slashed.test(text)) ?? ''
    return refused(problem('dates-day-or-month', { field, value }))
  }
  return done((value) => {
    const read = readDate(value)
    if (read !== undefined) return read
    const text = classText(value) ?? ''
    const [, first, second, year] = slashed.exec(text) ?? []
    if (year !== undefined)
      return readDate(`${year}-${twoDigits(monthFirst ? first! : second!)}-${twoDigits(monthFirst ? second! : first!)}`)
    const [, day, month, ofYear] = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{4})$/i.exec(text) ?? []
    const place = month === undefined ? -1 : months.indexOf(month.toLowerCase())
    return place < 0 ? undefined : readDate(`${ofYear}-${twoDigits(String(place + 1))}-${twoDigits(day!)}`)
  })
}

const twoDigits = (text: string): string => text.padStart(2, '0')
