import { z } from 'zod'
import { givenConfidenceSchema } from './confidence.ts'
import { eventRulesSchema, idSchema, opacitySchema, orderSchema, roleSchema, sensitiveSchema } from './layer-schema.ts'
import { methods, patterns } from './layer.ts'
import { quotedAccuracySchema } from './accuracy.ts'
import { sourceReferenceSchema } from './sources.ts'
import { dateSchema, givenTextSchema } from './text-schema.ts'
import { because } from '../result/schema-fault.ts'

const fieldNameSchema = z.string().min(1).max(500)

/** A class as a user gives it; its name is that of its label, or its first value. */
const givenClassSchema = z.strictObject({
  class: z.string().max(500).nullable().optional(),
  values: z.array(z.string().max(500)).min(1),
  label: givenTextSchema.optional(),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, because('why.not-colour'))
    .optional(),
  pattern: z.enum(patterns).optional(),
  party: z.string().max(200).optional(),
  sources: z.array(idSchema).max(1_000).optional(),
  confidence: givenConfidenceSchema.optional(),
  widely: z.literal(true).optional(),
  widelyBy: z.array(idSchema).max(1_000).optional(),
})
export type GivenClass = z.infer<typeof givenClassSchema>

/**
 * What a user says of a layer: when it is loaded, on the command line, or later to change it. What is left out is
 * taken from the file, or stays as it is; `null` takes a statement back.
 */
export const layerOptionsSchema = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  role: roleSchema.optional(),
  title: givenTextSchema
    .refine((text) => Object.values(text).every((own) => own?.trim() !== ''), because('why.empty'))
    .optional(),
  classField: fieldNameSchema.nullable().optional(),
  classes: z.array(givenClassSchema).max(1_000).optional(),
  /** Takes over classes that the file offers, or that the usual names or a reading of damage codes give. */
  classesFrom: z.string().min(1).max(500).optional(),
  idField: fieldNameSchema.nullable().optional(),
  buildingsField: fieldNameSchema.nullable().optional(),
  /** Which code of a damage field means destroyed; the codes then become the grades. UNOSAT's run both ways. */
  destroyed: z.enum(['1', '3']).optional(),
  labelField: z.strictObject({ en: fieldNameSchema, ar: fieldNameSchema.optional() }).nullable().optional(),
  /** Whether these labels stand on map and sheet. */
  labels: z.boolean().nullable().optional(),
  /** Its place among the layers on map and sheet, 1 the lowest; the others move along, and the plan stays on top. */
  order: orderSchema.nullable().optional(),
  /** How opaque it is drawn on map and sheet. */
  opacity: opacitySchema.nullable().optional(),
  date: dateSchema.nullable().optional(),
  from: dateSchema.nullable().optional(),
  to: dateSchema.nullable().optional(),
  dateFields: z
    .strictObject({ from: fieldNameSchema.optional(), to: fieldNameSchema.optional() })
    .nullable()
    .optional(),
  /** Whether day or month comes first in dates of features or events such as 05/04/2018. */
  dateOrder: z.enum(['dmy', 'mdy']).nullable().optional(),
  crs: z.string().min(1).max(10_000).optional(),
  encoding: z.string().min(1).max(50).optional(),
  sublayer: z.string().min(1).max(500).optional(),
  where: z
    .record(fieldNameSchema, z.union([z.string().max(500), z.number().transform(String)]))
    .nullable()
    .optional(),
  /** The columns of a table that say where its rows lie: east or longitude, and north or latitude. */
  positions: z
    .strictObject({ x: fieldNameSchema, y: fieldNameSchema })
    .refine(({ x, y }) => x !== y, because('why.columns-alike'))
    .nullable()
    .optional(),
  /** From which value on the ground of a raster of probabilities or degrees counts. */
  threshold: z.number().nullable().optional(),
  accuracyM: z.number().min(0).max(100_000).nullable().optional(),
  /** As a document quotes it; takes the place of `accuracyM`. */
  accuracy: quotedAccuracySchema.nullable().optional(),
  bufferM: z.number().positive().max(100_000).nullable().optional(),
  events: eventRulesSchema.nullable().optional(),
  method: z.enum(methods).optional(),
  schematic: z.boolean().optional(),
  remark: givenTextSchema.nullable().optional(),
  /** It leaves with no export, or only as counts in cells; `null` lets it leave again. */
  sensitive: sensitiveSchema.nullable().optional(),
  source: sourceReferenceSchema.nullable().optional(),
  /** The field in which features name their sources: ids, separated by semicolons. */
  sourcesField: fieldNameSchema.nullable().optional(),
  /** Ids of published figures that its drawing was fitted to. */
  drawnTo: z.array(idSchema).max(1_000).nullable().optional(),
})
export type LayerOptions = z.infer<typeof layerOptionsSchema>

export const readingOptions = ['crs', 'encoding', 'sublayer', 'where', 'positions', 'threshold'] as const

/** Whether the options say how the file itself is to be read, so that a change of them reads it again. */
export const changeReading = (options: LayerOptions): boolean =>
  readingOptions.some((key) => options[key] !== undefined)

const lookOptions: ReadonlySet<string> = new Set(['labels', 'order', 'opacity'])

/** Whether the options say only how a layer is drawn, for which its features are not needed. */
export const changeLook = (options: LayerOptions): boolean => Object.keys(options).every((key) => lookOptions.has(key))

/** Whether the options name fields, classes or the plan, so that the features are needed to resolve them. */
export const nameFields = (options: LayerOptions): boolean =>
  options.role === 'plan' ||
  (
    [
      'classField',
      'classes',
      'classesFrom',
      'destroyed',
      'idField',
      'buildingsField',
      'labelField',
      'dateFields',
      'sourcesField',
    ] as const
  ).some((key) => options[key] !== undefined)
