import { z } from 'zod'
import { noteSchema } from '../model/layer-schema.ts'
import { controlPointSchema, planes, transforms } from '../model/picture-record.ts'

const metres = z.number().min(0)

/** A control point with how far off it is, in metres on the ground and in pixels; `null` where leaving it out leaves no fit. */
const judgedPointSchema = controlPointSchema.extend({
  residualM: metres,
  residualPx: metres,
  leaveOneOutM: metres.nullable(),
  leaveOneOutPx: metres.nullable(),
})

/** What the points of a picture say of its place on the ground. Lengths are metres on the ground. */
export const fitAnswerSchema = z.strictObject({
  transform: z.enum(transforms),
  plane: z.enum(planes),
  rmseM: metres,
  leaveOneOutM: metres.nullable(),
  pixelM: metres,
  /** One standard deviation per axis of what is placed: of the fit, of the drawn line and of the source together. */
  accuracyM: metres,
  points: z.array(judgedPointSchema),
})

/** A class of a placed picture; `color` where it was found by one. */
const pictureClassSchema = z.strictObject({
  class: z.string().nullable(),
  color: z.string().nullable(),
  pixels: metres,
  healedPixels: metres,
  areaM2: metres,
})

export const pictureAnswerSchema = fitAnswerSchema.extend({
  classes: z.array(pictureClassSchema),
  notes: z.array(noteSchema),
})
export type PictureAnswer = z.infer<typeof pictureAnswerSchema>
