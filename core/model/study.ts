import { z } from 'zod'
import { idSchema, layerSchema, roleSchema } from './layer-schema.ts'
import { claimedSchema } from './claimed.ts'
import { publicationSchema } from './publication.ts'
import { sourceSchema } from './sources.ts'
import { dateSchema, partialDateSchema, textSchema } from './text-schema.ts'

export const studyVersion = 'basilia-study/2'

export const eventKinds = ['announcement', 'law', 'siege', 'offensive', 'evacuation', 'taken', 'other'] as const

export const eventSchema = z.strictObject({
  /** A day, or where a source names no day its month or year. */
  date: partialDateSchema,
  title: textSchema,
  kind: z.enum(eventKinds),
  source: idSchema.optional(),
  /** On later days nobody knows who holds what this party held until then. */
  ends: z.strictObject({ party: z.string().min(1).max(200) }).optional(),
})
export type StudyEvent = z.infer<typeof eventSchema>

/** A figure that a source prints, in the unit that `measure` names, to be set against ours. */
export const publishedSchema = z.strictObject({
  id: idSchema,
  measure: z.enum(['areaM2', 'share', 'count', 'people']),
  value: z.number(),
  /** What the figure is of. */
  of: textSchema.optional(),
  /** The day it speaks of, which may be a month or a year. */
  date: z.string().max(40).optional(),
  /** What of the study's own layers answers to the figure; without it only an area of the whole plan has an answer. */
  measuredAs: z
    .strictObject({
      /** Features of a layer, by id, that the figure is about instead of the plan. */
      ground: z.strictObject({ layer: z.string().max(200), ids: z.array(z.string().max(500)).min(1) }).optional(),
      /** Name of a measured layer: the figure is of the ground of `party`, or of `classes`, or of all its classes. */
      layer: z.string().max(200).optional(),
      party: z.string().max(200).optional(),
      classes: z.array(z.string().max(500).nullable()).min(1).optional(),
      at: dateSchema.optional(),
    })
    .optional(),
  source: idSchema,
})
export type Published = z.infer<typeof publishedSchema>

/** What a source says and we cannot know. */
export const claimSchema = z.strictObject({ date: z.string().max(40).optional(), text: textSchema, source: idSchema })

/** What the study does not measure: no usable source was found, or it was left out of a copy because it is sensitive. */
export const gapSchema = z.strictObject({ role: roleSchema, text: textSchema, source: idSchema.optional() })
export type Gap = z.infer<typeof gapSchema>

/** Longitude and latitude in degrees. */
export const placeSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

/** A plan, the layers it is measured against, and what is known about it: the content of `study.json`. */
export const studySchema = z.strictObject({
  schema: z.literal(studyVersion),
  id: idSchema,
  title: textSchema,
  summary: textSchema.optional(),
  revision: z.int().min(1),
  /** The day the study speaks of where no other is asked for. */
  asOf: dateSchema.nullable().default(null),
  plan: z.strictObject({
    /** Id of the layer that is the plan; `null` until one is loaded. */
    layer: idSchema.nullable(),
    name: textSchema,
    announced: dateSchema.optional(),
    /** Where it lies, in degrees, if its outline is not known. */
    place: placeSchema.optional(),
    /** Id of the published figure that is taken for its area where it has no outline. */
    areaFrom: idSchema.optional(),
  }),
  /** What the one-sentence answer is about: a party of a layer's classes, or one class. */
  headline: z.strictObject({ layer: z.string(), party: z.string(), label: textSchema.optional() }).optional(),
  layers: z.array(layerSchema),
  events: z.array(eventSchema).default([]),
  published: z.array(publishedSchema).default([]),
  claims: z.array(claimSchema).default([]),
  gaps: z.array(gapSchema).default([]),
  /** Who is referred to by id wherever a figure, a shape or a statement stands. */
  sources: z.array(sourceSchema).default([]),
  /** What sources give in figures and nobody has drawn. */
  claimed: z.array(claimedSchema).default([]),
  publication: publicationSchema.optional(),
  /** Ids of the studies to set beside this one. */
  precedents: z.array(idSchema).max(100).optional(),
})
export type Study = z.infer<typeof studySchema>
