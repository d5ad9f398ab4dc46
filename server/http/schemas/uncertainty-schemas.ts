import { z } from 'zod'
import { noteSchema } from '../../../core/model/layer.ts'
import { dateSchema } from '../../../core/model/text.ts'
import { grades } from '../../../core/classify/grades.ts'

const className = z.string().nullable()
const areaM2 = z.number().min(0)
const share = z.number()

const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plan') }),
  z.strictObject({ kind: z.literal('class'), layer: z.string(), class: className }),
  z.strictObject({ kind: z.enum(['several', 'uncovered']), layer: z.string() }),
  z.strictObject({ kind: z.literal('combination'), classes: z.record(z.string(), z.array(className)) }),
])

/** What `/uncertainty` answers. */
export const uncertaintySchema = z.strictObject({
  schema: z.literal('basilia-uncertainty/1'),
  at: dateSchema.nullable(),
  planM2: areaM2,
  figures: z.array(
    z.strictObject({
      subject: subjectSchema,
      areaM2,
      share,
      estimate: z.strictObject({ sdM2: areaM2, lowM2: areaM2, highM2: areaM2 }).optional(),
      draws: z
        .strictObject({
          meanM2: areaM2,
          sdM2: areaM2,
          lowM2: areaM2,
          highM2: areaM2,
          shareLow: share.optional(),
          shareHigh: share.optional(),
        })
        .optional(),
      bounds: z.strictObject({ minM2: areaM2, maxM2: areaM2 }).optional(),
    }),
  ),
  layers: z.array(
    z.strictObject({
      name: z.string(),
      layer: z.string(),
      sigmaM: z.number().nullable(),
      lambdaM: z.number().nullable(),
      source: z.string(),
      bandM: z.number().nullable(),
      unattributedM2: areaM2.optional(),
      unattributedShare: share.optional(),
    }),
  ),
  contributions: z.array(
    z.strictObject({
      source: z.string(),
      layers: z.array(z.string()),
      sigmaM: z.number(),
      figures: z.array(z.strictObject({ sdM2: areaM2, share: share.nullable() })),
    }),
  ),
  openOrders: z.array(z.strictObject({ layer: z.string(), larger: className, smaller: className, probability: share })),
  sensitivity: z.strictObject({
    radius: z.array(
      z.strictObject({
        layer: z.string(),
        by: z.enum(['radius', 'cell']),
        chosenM: z.number().nullable(),
        points: z.array(z.strictObject({ lengthM: z.number(), areaM2, share })),
      }),
    ),
    sigma: z.array(
      z.strictObject({
        factor: z.number(),
        figures: z.array(z.strictObject({ meanM2: areaM2, lowM2: areaM2, highM2: areaM2 })),
      }),
    ),
    threshold: z.array(
      z.strictObject({
        layer: z.string(),
        points: z.array(
          z.strictObject({
            grade: z.enum(grades),
            areaM2: areaM2.optional(),
            share: share.optional(),
            count: z.int().optional(),
          }),
        ),
      }),
    ),
  }),
  method: z.strictObject({ draws: z.int(), seed: z.int(), bandSigmas: z.number(), covariance: z.string() }),
  notes: z.array(noteSchema),
})
