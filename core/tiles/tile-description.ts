import { z } from 'zod'
import { classNameSchema } from '../model/measurement.ts'

/** TileJSON 3.0, and beside it what a page must know to draw the tiles as it draws layers. */
export const tileDescriptionSchema = z.strictObject({
  tilejson: z.literal('3.0.0'),
  tiles: z.array(z.string()),
  minzoom: z.int(),
  maxzoom: z.int(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  vector_layers: z.array(z.strictObject({ id: z.string(), fields: z.record(z.string(), z.string()) })),
  /** In the order in which the page draws and lists them. */
  classes: z.array(classNameSchema),
  /** Below this zoom tiles hold cells, as many as a class has ground, in place of shapes. */
  nearZoom: z.int(),
  /** From this zoom on shapes are large enough for a line round them. */
  outlineZoom: z.int(),
  version: z.string(),
})
export type TileDescription = z.infer<typeof tileDescriptionSchema>
