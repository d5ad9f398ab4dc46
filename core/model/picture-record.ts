import { z } from 'zod'
import { colourRecordSchema } from './colour-record.ts'

/** The transformations that a picture can be placed by, and the planes in which a fit may run. */
export const transforms = ['helmert', 'affine', 'projective', 'polynomial2', 'tps'] as const
export type TransformKind = (typeof transforms)[number]
export const planes = ['mercator', 'local'] as const
export type PlaneKind = (typeof planes)[number]

/** More are no better, and every one is taken out and moved once. */
const mostPoints = 500

/** A place of the ground in the picture: pixels from the outer corner of the top left one, y down; degrees on WGS 84. */
export const controlPointSchema = z.strictObject({
  x: z.number().min(-1_000_000).max(1_000_000),
  y: z.number().min(-1_000_000).max(1_000_000),
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-85).max(85),
})
export type ControlPoint = z.infer<typeof controlPointSchema>
export const controlPointsSchema = z.array(controlPointSchema).max(mostPoints)

const metres = z.number().min(0)

/** How a layer errs that was laid on the ground by control points; see `Placing` of core/montecarlo. */
const placingSchema = z.strictObject({
  source: z.string().min(1).max(200),
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  halfM: z.number().positive(),
  modes: z.array(z.array(z.number()).length(12)).max(12),
  freedom: z.int().min(1).nullable(),
  localM: metres,
  lengthM: metres,
  sigmaM: z.number().positive(),
})

/** The picture that a layer was traced on, and how it lies on the ground. */
export const pictureRecordSchema = z.strictObject({
  file: z.string().max(500),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  page: z.int().min(1).optional(),
  width: z.int().min(1),
  height: z.int().min(1),
  transform: z.enum(transforms),
  plane: z.enum(planes),
  points: controlPointsSchema,
  rmseM: metres,
  leaveOneOutM: metres.nullable(),
  pixelM: metres,
  clickPx: metres,
  linePx: metres,
  placing: placingSchema,
  colours: colourRecordSchema.optional(),
})
export type PictureRecord = z.infer<typeof pictureRecordSchema>
