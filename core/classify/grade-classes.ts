import type { GivenClass } from '../model/layer-options.ts'
import type { LayerClass } from '../model/layer.ts'
import { damagePreset, plainSpelling } from './presets.ts'
import { gradeInWords, gradeReadings, grades, type Grade, type GradeMapping } from './grades.ts'

/** The preset has a class for each grade, in the order of the grades. */
const presetOf = (grade: Grade) => damagePreset[grades.indexOf(grade)]!

/**
 * The classes of a column of damage values, in which the code `destroyed` means destroyed; an empty cell is not assessed.
 * `null` where the values are no such codes.
 */
export function gradeClasses(values: readonly string[], destroyed: '1' | '3'): GivenClass[] | null {
  const reading = gradeReadings(values).find((each) => each.get(destroyed) === 'destroyed')
  return reading === undefined ? null : classesOfReading(reading, values)
}

/** The classes of worded values, each as it reads; `null` where one of them is no grade in words. */
export function wordedClasses(values: readonly string[]): GivenClass[] | null {
  const readings = gradeReadings(values)
  return values.length > 0 && readings.length === 1 ? classesOfReading(readings[0]!, values) : null
}

function classesOfReading(reading: GradeMapping, values: readonly string[]): GivenClass[] {
  return grades.flatMap((grade) => {
    const own = values.filter((value) => reading.get(value) === grade)
    if (grade === 'not-assessed') own.push('')
    const { class: name, label, color, pattern } = presetOf(grade)
    return own.length === 0 ? [] : [{ class: name, values: own, label, color, pattern }]
  })
}

/** The grade that a class stands for, by its name or label in either language; `null` where it is none. */
export function gradeOfClass({ class: name, label }: Pick<LayerClass, 'class' | 'label'>): Grade | null {
  const called = [name, label.en, label.ar].filter((text) => typeof text === 'string')
  const preset = grades.find((grade) => called.some((text) => presetOf(grade).spellings.includes(plainSpelling(text))))
  return preset ?? called.map(gradeInWords).find((grade) => grade !== null) ?? null
}

/** What the values of a layer mean by its classes; `null` where none of them is a grade of damage. */
export function mappingOf(classes: readonly LayerClass[]): GradeMapping | null {
  const pairs = classes.flatMap((own) => {
    const grade = gradeOfClass(own)
    return grade === null ? [] : own.values.map((value) => [value, grade] as const)
  })
  return pairs.length === 0 ? null : new Map(pairs)
}
