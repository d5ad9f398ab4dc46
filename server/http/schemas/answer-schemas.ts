import { z } from 'zod'
import { idSchema, layerSchema, noteSchema } from '../../../core/model/layer-schema.ts'
import { dateSchema, textSchema } from '../../../core/model/text-schema.ts'

/** What the API answers, for its description and for the tests that hold the answers to it. */

/** A layer as it came or changed; of a series its last snapshot, with the ids of all. */
export const loadedLayerSchema = layerSchema.extend({ series: z.array(idSchema).optional() })

export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  requestId: z.string(),
})

/** What files hold that wait to become layers. */
export const foundUploadSchema = z.strictObject({
  uploadId: z.uuid(),
  layers: z.array(
    z.looseObject({
      name: z.string(),
      geometryType: layerSchema.shape.geometryType,
      features: z.int().min(0),
      crs: z.looseObject({ code: z.string().nullable() }).meta({
        description: 'As inspect gives it; code is null where the file does not say, with candidates',
      }),
      encoding: z.string().nullable(),
      stated: layerSchema.shape.stated.unwrap(),
      evenOdd: layerSchema.shape.evenOdd.unwrap(),
      fields: z.array(
        z.looseObject({
          name: z.string(),
          type: z.enum(['text', 'number', 'boolean', 'date']),
          samples: z.array(z.string()),
          values: z.array(z.strictObject({ value: z.string().nullable(), count: z.int() })).optional(),
        }),
      ),
      extent: layerSchema.shape.extent,
      notes: z.array(noteSchema),
    }),
  ),
})

/** Of uploads that waited: the layer of each, or why it is none yet. */
export const waitingAnswerSchema = z.strictObject({
  results: z.array(
    z.strictObject({ uploadId: z.string(), layer: layerSchema.optional(), problem: problemSchema.optional() }),
  ),
})

export const studyListSchema = z.strictObject({
  studies: z.array(
    z.strictObject({
      id: z.string(),
      title: textSchema,
      summary: textSchema.optional(),
      asOf: dateSchema.nullable(),
      revision: z.int(),
      layers: z.int(),
      origin: z.enum(['bundled', 'copy', 'own']),
    }),
  ),
  unreadable: z.array(z.strictObject({ id: z.string(), problem: problemSchema })),
})

export const jobSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().min(0).max(1),
  message: z.string(),
  expectedS: z.number().optional().meta({ description: 'About how many seconds the work takes once it runs' }),
  result: z.unknown().optional(),
  error: problemSchema.optional(),
})

/** The base map that can be chosen; `host` is the site that is asked, `null` for a file. */
export const baseMapAnswerSchema = z.strictObject({
  baseMap: z
    .strictObject({ name: z.string(), host: z.string().nullable(), minZoom: z.int(), maxZoom: z.int() })
    .nullable(),
  /** Those in the workspace that a reader may name. */
  files: z.array(z.string()),
})

export const healthSchema = z.strictObject({
  status: z.literal('ok'),
  version: z.string(),
  store: z.enum(['folder', 'postgis']),
})
