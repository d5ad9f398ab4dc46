import { z } from 'zod'
import { notesSchema, type Answer } from '../model/answer.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { note, type Note } from '../result/note.ts'
import { wilsonInterval } from './count-interval.ts'

/** Sample units by map class (rows) and reference class (columns), of a probability sample of each map class. */
export type ErrorMatrix = {
  readonly classes: readonly string[]
  readonly counts: readonly (readonly number[])[]
}

const areaM2 = z.number().min(0)
const share = z.number().min(0).max(1)

const estimatedClassSchema = z.strictObject({
  class: z.string(),
  /** What the map shows, and what the sample makes of it. */
  mappedM2: areaM2,
  areaM2,
  /** Ends of the 95 % interval, from Wilson's in every map class. */
  low: areaM2,
  high: areaM2,
  /** 1.96 standard errors, the ± that published tables print: half a 95 % interval where the counts are large. */
  marginM2: areaM2,
  usersAccuracy: share,
  producersAccuracy: share,
})

/** What `/error-matrix` answers. */
export const areaEstimateSchema = z.strictObject({
  classes: z.array(estimatedClassSchema),
  overallAccuracy: share,
  /** How the intervals are made. */
  interval: z.literal('Wilson, MOVER'),
  notes: notesSchema,
})
export type AreaEstimate = Answer<typeof areaEstimateSchema>

const enoughUnits = 30

/**
 * Areas of the classes of a classified map, corrected by an error matrix, with 95 % intervals (Olofsson et al. 2014,
 * RSE 148, eqs. 1-11): p_ij = W_i n_ij / n_i., A_j = A p_.j, S(p_.j) = sqrt( sum_i (W_i p_ij - p_ij²) / (n_i. - 1) ).
 * 1.96 S is their margin; it is nothing for a map class without an error and holds the truth in 73 % of samples for the
 * smallest class of their own example. The interval therefore joins Wilson's interval of every n_ij of n_i. (MOVER, Zou and
 * Donner 2008): low = A (p_.j - sqrt( sum_i W_i² (n_ij / n_i. - low_ij)² )), high likewise.
 * `mappedM2` holds the area that the map gives each class. Refuses a class with fewer than two sample units; notes one
 * with fewer than thirty. Not for damage points, which have no areas.
 */
export function estimateAreas(matrix: ErrorMatrix, mappedM2: readonly number[]): Outcome<AreaEstimate> {
  const { classes, counts } = matrix
  const totalM2 = mappedM2.reduce((sum, areaM2) => sum + areaM2, 0)
  const units = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const notes: Note[] = []
  for (const [i, name] of classes.entries()) {
    if (units[i]! < 2) return refused(problem('error-matrix-too-few', { class: name, units: units[i]! }))
    if (units[i]! < enoughUnits)
      notes.push(note('error-matrix-few', { class: name, units: units[i]!, enough: enoughUnits }))
  }
  const weights = mappedM2.map((areaM2) => areaM2 / totalM2)
  const p = counts.map((row, i) => row.map((count) => (weights[i]! * count) / units[i]!))
  return done({
    classes: classes.map((name, j) => {
      const share = p.reduce((sum, row) => sum + row[j]!, 0)
      const variance = p.reduce((sum, row, i) => sum + (weights[i]! * row[j]! - row[j]! ** 2) / (units[i]! - 1), 0)
      const limits = counts.map((row, i) => wilsonInterval({ hits: row[j]!, of: units[i]! }))
      const reach = (end: 'low' | 'high'): number =>
        Math.hypot(...limits.map((own, i) => weights[i]! * own[end] - p[i]![j]!))
      return {
        class: name,
        mappedM2: mappedM2[j]!,
        areaM2: totalM2 * share,
        low: totalM2 * Math.max(0, share - reach('low')),
        high: totalM2 * Math.min(1, share + reach('high')),
        marginM2: 1.96 * totalM2 * Math.sqrt(variance),
        usersAccuracy: counts[j]![j]! / units[j]!,
        producersAccuracy: share === 0 ? 0 : p[j]![j]! / share,
      }
    }),
    overallAccuracy: p.reduce((sum, row, i) => sum + row[i]!, 0),
    interval: 'Wilson, MOVER',
    notes,
  })
}

/**
 * An error matrix from a table of text cells: the first row names the reference classes, the first cell of each
 * further row its map class, the others are counts. The classes must be the same, in the same order.
 */
export function readErrorMatrix(file: string, rows: readonly (readonly string[])[]): Outcome<ErrorMatrix> {
  const [head = [], ...body] = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const classes = head.slice(1).map((cell) => cell.trim())
  const named = body.map((row) => row[0]?.trim() ?? '')
  if (classes.length === 0 || named.length !== classes.length || named.some((name, i) => name !== classes[i])) {
    return refused(problem('error-matrix-classes', { file, columns: classes.join(', '), rows: named.join(', ') }))
  }
  const counts = body.map((row) => row.slice(1, classes.length + 1).map((cell) => cell.trim()))
  for (const [i, row] of counts.entries()) {
    const wrong = classes.findIndex((_, j) => !/^\d{1,9}$/.test(row[j] ?? ''))
    if (wrong >= 0) {
      return refused(
        problem('error-matrix-count', {
          file,
          class: classes[i]!,
          reference: classes[wrong]!,
          value: row[wrong] ?? '',
        }),
      )
    }
  }
  return done({ classes, counts: counts.map((row) => row.map(Number)) })
}
