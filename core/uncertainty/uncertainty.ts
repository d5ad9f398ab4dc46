import { z } from 'zod'
import { grades } from '../classify/grades.ts'
import { notesSchema, type Answer } from '../model/answer.ts'
import { classNameSchema } from '../model/measurement.ts'
import { dateSchema } from '../model/text-schema.ts'

/** What `/uncertainty` answers: schemas, and the types that follow. Areas are in square metres, shares of the plan, 0 to 1. */

const areaM2 = z.number().min(0)
const share = z.number()

/** What an area is of: the plan, what a layer says of it, or ground under one set of classes of all layers. */
const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plan') }),
  z.strictObject({ kind: z.literal('class'), layer: z.string(), class: classNameSchema }),
  z.strictObject({ kind: z.enum(['several', 'uncovered']), layer: z.string() }),
  z.strictObject({ kind: z.literal('combination'), classes: z.record(z.string(), z.array(classNameSchema)) }),
])
export type FigureSubject = Answer<typeof subjectSchema>

/** One area three ways; a way is missing where an accuracy that it needs is not stated. */
const figureSchema = z.strictObject({
  subject: subjectSchema,
  areaM2,
  share,
  /** 95 % interval to the first order, without draws; missing as well where there is no ground whose boundary could move. */
  estimate: z.strictObject({ sdM2: areaM2, lowM2: areaM2, highM2: areaM2 }).optional(),
  /** 95 % interval of the draws, the measurement's own; that of the share but for the plan. */
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
  /** Every boundary wrong in the worst sense: bounds, not a 95 % interval. */
  bounds: z.strictObject({ minM2: areaM2, maxM2: areaM2 }).optional(),
})
export type FigureUncertainty = Answer<typeof figureSchema>

/** How a layer errs, and how much of the plan it cannot attribute. The first is the plan. */
const layerSchema = z.strictObject({
  name: z.string(),
  layer: z.string(),
  /** Standard deviation per axis; `null` where the layer does not state it. */
  sigmaM: z.number().nullable(),
  /** Correlation length of its field. */
  lambdaM: z.number().nullable(),
  /** What it errs together with. */
  source: z.string(),
  /** Half the width of the band within which its boundaries may lie in the bounds. */
  bandM: z.number().nullable(),
  /** Plan ground within that band of a boundary: it cannot be attributed at this accuracy. */
  unattributedM2: areaM2.optional(),
  unattributedShare: share.optional(),
})
export type LayerUncertainty = Answer<typeof layerSchema>

/** Layers that err together, and how much of each figure's variance their error alone makes. */
const contributionSchema = z.strictObject({
  source: z.string(),
  /** Names of its layers. */
  layers: z.array(z.string()),
  sigmaM: z.number(),
  /** For each figure: standard deviation in m² where only this source errs, and its square's part of the whole variance. */
  figures: z.array(z.strictObject({ sdM2: areaM2, share: share.nullable() })),
})
export type Contribution = Answer<typeof contributionSchema>

/** How the ground of a layer of points, lines or events depends on the radius, or the cell, that makes ground of them. */
const radiusCurveSchema = z.strictObject({
  layer: z.string(),
  by: z.enum(['radius', 'cell']),
  /** What the study uses; `null` where it only counts the layer. */
  chosenM: z.number().nullable(),
  points: z.array(z.strictObject({ lengthM: z.number(), areaM2, share })),
})
export type RadiusCurve = Answer<typeof radiusCurveSchema>

/** The figures if all accuracies were `factor` times what the layers state. */
const sigmaPointSchema = z.strictObject({
  factor: z.number(),
  figures: z.array(z.strictObject({ meanM2: areaM2, lowM2: areaM2, highM2: areaM2 })),
})
export type SigmaPoint = Answer<typeof sigmaPointSchema>

/** How much a layer of damage shows from the worst grade on, each point with one grade more: destroyed, then + severe … */
const thresholdCurveSchema = z.strictObject({
  layer: z.string(),
  points: z.array(
    z.strictObject({
      grade: z.enum(grades),
      /** Of zones: ground under at least one of the grades. */
      areaM2: areaM2.optional(),
      share: share.optional(),
      /** Of points: how many lie in the plan. */
      count: z.int().optional(),
    }),
  ),
})
export type ThresholdCurve = Answer<typeof thresholdCurveSchema>

/** How sure the areas of a study are: computed once, shown everywhere. */
export const uncertaintySchema = z.strictObject({
  schema: z.literal('basilia-uncertainty/1'),
  at: dateSchema.nullable(),
  planM2: areaM2,
  figures: z.array(figureSchema),
  layers: z.array(layerSchema),
  /** Whose error makes how much of the variance of the figures, in their order; empty without draws. */
  contributions: z.array(contributionSchema),
  /** Two classes whose order the draws leave open, and in how many of them the first was larger. */
  openOrders: z.array(
    z.strictObject({ layer: z.string(), larger: classNameSchema, smaller: classNameSchema, probability: share }),
  ),
  sensitivity: z.strictObject({
    radius: z.array(radiusCurveSchema),
    /** Figures in their order at each factor; empty without draws. */
    sigma: z.array(sigmaPointSchema),
    threshold: z.array(thresholdCurveSchema),
  }),
  method: z.strictObject({ draws: z.int(), seed: z.int(), bandSigmas: z.number(), covariance: z.string() }),
  notes: notesSchema,
})
export type Uncertainty = Answer<typeof uncertaintySchema>
