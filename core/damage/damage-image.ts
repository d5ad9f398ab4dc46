import type { GradeMapping } from '../classify/grades.ts'

/** One image of a list of sites: the column that holds its values, what they mean, and the day of the image. */
export type DamageImage = { readonly field: string; readonly date: string | null; readonly mapping: GradeMapping }
