import { z } from 'zod'
import { controlPointsSchema, planes, transforms } from '../model/picture-record.ts'
import { because } from '../result/schema-fault.ts'
import { colourChoicesSchema } from '../tracing/colour-choices.ts'

const mostVertices = 2_000_000
const position = z.tuple([z.number(), z.number()]).rest(z.number())
const ring = z.array(position).min(3).max(mostVertices)

/** Traced regions in pixels of the picture, y down. */
export const pixelRegionsSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z
          .looseObject({ class: z.union([z.string().max(500), z.number().transform(String)]).nullish() })
          .nullable(),
        geometry: z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
          z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
        ]),
      }),
    )
    .min(1)
    .max(100_000),
})
export type PixelRegions = z.infer<typeof pixelRegionsSchema>

/** How a picture is placed, as far as somebody says it. */
export const placingChoicesSchema = z.strictObject({
  page: z.int().min(1).max(100_000).optional(),
  transform: z.enum(transforms).optional(),
  plane: z.enum(planes).optional(),
  /** Standard deviation of a click on each axis, in pixels, where the points do not show it. */
  clickPx: z.number().positive().max(1_000).optional(),
  /** Width of a drawn line; half of it is its error. */
  linePx: z.number().min(0).max(1_000).optional(),
  /** What the source says of the accuracy of what it draws: one standard deviation per axis. */
  accuracyM: z.number().min(0).max(100_000).optional(),
})
export type PlacingChoices = z.infer<typeof placingChoicesSchema>

export const usualClickPx = 2
export const usualLinePx = 2

/** Every parameter of a run: the same picture with it gives the same bytes. */
export const recipeSchema = placingChoicesSchema
  .required({ transform: true, plane: true, clickPx: true, linePx: true })
  .extend({
    schema: z.literal('basilia-picture/1', because('why.not-recipe')),
    picture: z.strictObject({ file: z.string().max(500), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    points: controlPointsSchema,
    regions: pixelRegionsSchema.optional(),
    colours: colourChoicesSchema.optional(),
  })
export type Recipe = z.infer<typeof recipeSchema>
