import type { AttributeValue } from '../geometry/shapes.ts'
import { classText } from './classes.ts'

/**
 * What an assessment says of a site. `none` is no visible damage; `not-assessed` that its image did not show the site,
 * which says nothing. Affected are destroyed, severe and moderate together; destroyed is only the first of them.
 */
export const grades = ['destroyed', 'severe', 'moderate', 'possible', 'none', 'not-assessed'] as const
export type Grade = (typeof grades)[number]

/** The grade of each value of a column, as text; an empty value is not assessed. */
export type GradeMapping = ReadonlyMap<string, Grade>

/**
 * What UNOSAT's codes mean, which run both ways: its layers of Syria count up to 3 for destroyed and give 0 to what shows
 * no damage; others of its layers count from 1 for destroyed to 4 for possible damage, and what 0 means there is not
 * known. -1 is "not assessed", which is not "no damage".
 */
export const damageCodes = {
  'high-is-destroyed': { 3: 'destroyed', 2: 'severe', 1: 'moderate', 0: 'none', [-1]: 'not-assessed' },
  'low-is-destroyed': { 1: 'destroyed', 2: 'severe', 3: 'moderate', 4: 'possible', [-1]: 'not-assessed' },
} as const satisfies Readonly<Record<string, Readonly<Record<number, Grade>>>>
export type CodeDirection = keyof typeof damageCodes

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
 * How the values of a damage column may be read. Words are read as they stand. Codes run both ways, so they give two
 * readings and somebody must choose. Empty where values are neither.
 */
export function gradeReadings(values: readonly string[]): GradeMapping[] {
  const worded = values.map((value) => [value, gradeInWords(value)] as const)
  if (worded.every((pair): pair is readonly [string, Grade] => pair[1] !== null)) return [new Map(worded)]
  if (!values.every((value) => /^(?:-1|[0-4])$/.test(value))) return []
  const upward = new Map<string, Grade>(Object.entries(damageCodes['high-is-destroyed']))
  const downward = new Map<string, Grade>(Object.entries(damageCodes['low-is-destroyed']))
  return values.includes('4') ? [downward] : [upward, downward]
}

/** The grade that an English word or phrase names, `null` where it names none. */
export function gradeInWords(value: string): Grade | null {
  const text = value.trim().toLowerCase()
  return /[a-z]/.test(text) ? (words.find(([pattern]) => pattern.test(text))?.[1] ?? null) : null
}
