import type { AttributeValue } from '../geometry/shapes.ts'
import { classText } from '../study/classes.ts'

/**
 * What an assessment says of a site. `none` is no visible damage; `not-assessed` that its image did not show the site,
 * which says nothing. Affected are destroyed, severe and moderate together; destroyed is only the first of them.
 */
export const grades = ['destroyed', 'severe', 'moderate', 'possible', 'none', 'not-assessed'] as const
export type Grade = (typeof grades)[number]

/** The grade of each value of a column, as text; an empty value is not assessed. */
export type GradeMapping = ReadonlyMap<string, Grade>

/** The value -1 and an empty cell in UNOSAT's columns. */
const notAssessed = '-1'

export const isAffected = (grade: Grade): boolean => grade === 'destroyed' || grade === 'severe' || grade === 'moderate'

/** From the worst, 0, to no damage; not assessed has no rank. */
export const rankOf = (grade: Grade): number | null => (grade === 'not-assessed' ? null : grades.indexOf(grade))

/** The grade of a cell; `null` for a value that the mapping does not know. */
export function gradeOf(value: AttributeValue | undefined, mapping: GradeMapping): Grade | null {
  const text = classText(value)
  return text === null ? 'not-assessed' : (mapping.get(text) ?? null)
}

const words: readonly (readonly [RegExp, Grade])[] = [
  [/not? (assess|analy|visib.*image)|no data|cloud/, 'not-assessed'],
  [/no (visible )?damage|undamaged|^none$/, 'none'],
  [/destroy|totally|collapsed/, 'destroyed'],
  [/severe|heav/, 'severe'],
  [/moderate/, 'moderate'],
  [/possibl|minor|slight/, 'possible'],
]

/**
 * How the values of a damage column may be read. Words are read as they stand. UNOSAT's codes run both ways (1 or 3 is
 * destroyed, by product), so codes give two readings and somebody must choose; 0 is no damage and -1 not assessed in
 * both. Empty where values are neither.
 */
export function gradeReadings(values: readonly string[]): GradeMapping[] {
  const worded = values.map((value) => [value, gradeInWords(value)] as const)
  if (worded.every((pair): pair is readonly [string, Grade] => pair[1] !== null)) return [new Map(worded)]
  if (!values.every((value) => /^(?:-1|[0-4])$/.test(value))) return []
  const hasFour = values.includes('4')
  const common: readonly (readonly [string, Grade])[] = [['0', 'none'], [notAssessed, 'not-assessed']]
  const upward = new Map<string, Grade>([['3', 'destroyed'], ['2', 'severe'], ['1', 'moderate'], ...common])
  const downward = new Map<string, Grade>([['1', 'destroyed'], ['2', 'severe'], ['3', 'moderate'], ['4', 'possible'], ...common])
  return hasFour ? [downward] : [upward, downward]
}

/** The grade that an English word or phrase names, `null` where it names none. */
export function gradeInWords(value: string): Grade | null {
  const text = value.trim().toLowerCase()
  return /[a-z]/.test(text) ? (words.find(([pattern]) => pattern.test(text))?.[1] ?? null) : null
}
