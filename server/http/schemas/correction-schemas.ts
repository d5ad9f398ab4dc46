import { z } from 'zod'
import { noteSchema } from '../../../core/model/layer.ts'

const areaM2 = z.number().min(0)
const share = z.number().min(0).max(1)

/** What `/error-matrix` answers. */
export const areaEstimateSchema = z.strictObject({
  classes: z.array(
    z.strictObject({
      class: z.string(),
      mappedM2: areaM2,
      areaM2,
      low: areaM2,
      high: areaM2,
      marginM2: areaM2,
      usersAccuracy: share,
      producersAccuracy: share,
    }),
  ),
  overallAccuracy: share,
  interval: z.literal('Wilson, MOVER'),
  notes: z.array(noteSchema),
})

/** What `/corrected-counts` answers. */
export const correctedCountsSchema = z.strictObject({
  layer: z.string(),
  interval: z.literal('Wilson, MOVER'),
  counts: z.array(
    z.strictObject({
      class: z.string().nullable(),
      count: z.int(),
      estimate: z.number(),
      low: z.number(),
      high: z.number(),
    }),
  ),
})
