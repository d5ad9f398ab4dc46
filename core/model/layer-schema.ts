import { z } from 'zod'
import { quotedAccuracySchema } from './accuracy.ts'
import { confidences } from './confidence.ts'
import { methods, patterns, roles } from './layer.ts'
import { pictureRecordSchema } from './picture-record.ts'
import { dateSchema, textSchema } from './text-schema.ts'
import { because } from '../result/schema-fault.ts'

export const roleSchema = z.enum(roles)
/** Ids are lower-case letters, digits and hyphens, and so never a path. */
export const idSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/, because('why.not-id'))

/** What the values of the class field mean, and how their ground is drawn. */
export const classSchema = z.strictObject({
  /** The class's name in every measurement; `null` is the ground whose class value is empty. */
  class: z.string().max(500).nullable(),
  /** Attribute values, as text, that belong to the class. */
  values: z.array(z.string().max(500)),
  label: textSchema,
  color: z.string().regex(/^#[0-9a-fA-F]{6}$/, because('why.not-colour')),
  pattern: z.enum(patterns),
  /** Whom or what several classes are about together, such as "ISIS" for what all sources say and what some say. */
  party: z.string().max(200).optional(),
  /** Ids of the sources that say so of the whole class; those of a feature itself go first. */
  sources: z.array(idSchema).max(1_000).optional(),
  /** How many of `sources` are independent, where some have one publisher; it follows from the study's sources. */
  publishers: z.int().min(1).optional(),
  /** How many of the sources that speak of the ground say so; none where nobody is known to have said. */
  confidence: z.enum(confidences).optional(),
  /** Ground that its sources speak of only if a place that they name is meant in its wide sense. */
  widely: z.literal(true).optional(),
  /** Of its sources those alone that speak of the ground only in such a sense, where others name the ground itself. */
  widelyBy: z.array(idSchema).max(1_000).optional(),
})

/**
 * Classes that a file carries outside its attribute values: in folders, colours, drawing layers, a style or a list of codes. They are
 * there to be taken, and are never applied unasked.
 */
export const suggestedClassificationSchema = z.strictObject({
  /** What `classesFrom` takes it by; no other offer of the layer has it. */
  id: z.string().min(1).max(500),
  kind: z.enum(['folders', 'styles', 'colours', 'drawing-layers', 'style-table', 'style-file', 'coded-values']),
  /** The file, or the style inside it, that says so. */
  source: z.string().max(500),
  field: z.string().min(1).max(500),
  classes: z
    .array(
      classSchema
        .omit({ party: true, sources: true, publishers: true, confidence: true, widely: true, widelyBy: true })
        .partial({ color: true, pattern: true }),
    )
    .min(1)
    .max(1_000),
})
/** The coordinate system a layer came in, and how it was brought to WGS 84. */
export const crsRecordSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  /** The datum operation used, such as "EPSG:15742"; `null` where none was needed. */
  operation: z.string().nullable(),
  /** Accuracy of that operation in metres; 0 where none was needed, `null` where it is not known. */
  accuracyM: z.number().nullable(),
  /** How far the operation moved the middle of the layer, in metres. */
  shiftM: z.number(),
})

/**
 * Who states how the file is read. Of its text: a `.cpg`, the language byte of its table, the format or its first lines, or
 * nobody where it has plain letters alone; what it was asked for or found to be, its notes say. Of its place: the user, the
 * file or its format.
 */
export const statedSchema = z.strictObject({
  encoding: z.enum(['cpg', 'language-byte', 'format', 'nobody']).optional(),
  crs: z.enum(['asked', 'file', 'format']).optional(),
})

/**
 * How a list of events is taken. Its own columns say when and how exactly each happened; `from` and `to` of the layer are
 * the days that count. A grid (`cellM`, at least `least` events to a cell) takes the place of a radius.
 */
export const eventRulesSchema = z.strictObject({
  /** The coarsest place that takes part; sites alone where it is missing. */
  coarsest: z.enum(['site', 'town', 'area']).optional(),
  /** A position with at least so many events is the middle of a town; 3 where it is missing. */
  sharedFrom: z.int().min(2).max(1_000_000).optional(),
  cellM: z.number().min(1).max(100_000).optional(),
  least: z.int().min(1).max(1_000_000).optional(),
})

/** The finest grid that a sensitive layer may leave as: finer cells would point at single houses. */
const leastGridM = 100

/** Ground that could harm people: the layer leaves with no export, or only as counts in square cells of `gridM` metres. */
export const sensitiveSchema = z.union([
  z.literal(true),
  z.strictObject({ gridM: z.number().min(leastGridM).max(100_000) }),
])

export const orderSchema = z.int().min(1).max(10_000)
export const opacitySchema = z.number().min(0.1).max(1)

export const noteSchema = z.object({
  code: z.string(),
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  layer: z.string().optional(),
  feature: z.number().optional(),
})

export const layerNameSchema = z.string().min(1).max(200)

/**
 * A layer of a study. Layers of one `name` and several dates are the snapshots of one series; `id` is unique.
 * `date` is the day a snapshot shows, on later days what was last reported; `from` beside it is since when that has added
 * up. `from`/`to` (both inclusive) are the days that a layer speaks of: it is not shown on others.
 */
export const layerSchema = z.strictObject({
  id: idSchema,
  name: layerNameSchema,
  role: roleSchema,
  title: textSchema,
  /** Path of the features inside the study's folder. */
  file: z.string().regex(/^layers\/[a-z0-9-]+\.geojson$/),
  geometryType: z.enum(['polygon', 'line', 'point']),
  /** Whether the even-odd rule runs over each polygon, or over all rings of a feature (shapefile records). */
  evenOdd: z.enum(['polygon', 'feature']).default('polygon'),
  classField: z.string().optional(),
  classes: z.array(classSchema).default([]),
  /** Classes that its file offers beside its values. */
  offers: z.array(suggestedClassificationSchema).optional(),
  /** Field that names the features of a `plan` or `units` layer. */
  idField: z.string().optional(),
  /** Field of a `plan` or `units` layer with the number of buildings that were counted before the damage. */
  buildingsField: z.string().optional(),
  /** Field, or pair of fields, that labels features on the map. */
  labelField: z.strictObject({ en: z.string(), ar: z.string().optional() }).optional(),
  /** Whether these labels stand on map and sheet; where nobody says so, those of layers that are not measured do. */
  labels: z.boolean().optional(),
  /** Its place among the layers on map and sheet, from below; one without lies where its role does. The plan lies on top. */
  order: orderSchema.optional(),
  /** How opaque it is drawn, 1 where nobody says so; what is not to be seen at all is hidden. */
  opacity: opacitySchema.optional(),
  date: dateSchema.optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  dateFields: z.strictObject({ from: z.string().optional(), to: z.string().optional() }).optional(),
  /** Whether day or month comes first in dates of numbers that end with the year, where somebody says so. */
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  crs: crsRecordSchema,
  encoding: z.string().nullable().default(null),
  stated: statedSchema.optional(),
  sublayer: z.string().optional(),
  where: z.record(z.string(), z.string()).optional(),
  /** The columns of a table that say where its rows lie, where somebody has said which. */
  positions: z.strictObject({ x: z.string(), y: z.string() }).optional(),
  /** From which value on the ground of its raster counts, where it is one of probabilities or degrees. */
  threshold: z.number().optional(),
  /** The outlines that it was traced on: layers of one base err together, whatever their sources say of the ground. */
  base: z.string().min(1).max(200).optional(),
  /** The picture of a map that it was traced on. Its error of placing is beside `accuracyM`, which is that of the drawn lines. */
  picture: pictureRecordSchema.optional(),
  /** How the accuracy was quoted, where not as a standard deviation; `accuracyM` follows from it. */
  accuracy: quotedAccuracySchema.optional(),
  /** Positional standard deviation per axis, in metres. */
  accuracyM: z.number().min(0).max(100_000).optional(),
  /** Radius in metres that makes zones of points and lines. */
  bufferM: z.number().positive().max(100_000).optional(),
  /** The layer is a list of dated events: which of them take part, and how their ground is made where not by `bufferM`. */
  events: eventRulesSchema.optional(),
  method: z.enum(methods).default('unknown'),
  /** Drawn here: its features may be written back, which those of a file may not. */
  drawn: z.literal(true).optional(),
  /** Drawn by hand from words and a few coordinates, and labelled so wherever it is shown. */
  schematic: z.boolean().default(false),
  sensitive: sensitiveSchema.optional(),
  /** Id of the source of the whole layer. */
  source: idSchema.optional(),
  /** Field in which its features name their sources: ids, separated by semicolons. */
  sourcesField: z.string().min(1).max(500).optional(),
  /** Ids of published figures that its drawing was fitted to, and that it therefore does not confirm. */
  drawnTo: z.array(idSchema).max(1_000).optional(),
  /** What a reader must know of how the layer was made. */
  remark: textSchema.optional(),
  features: z.int().min(0),
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** Of the file that was loaded. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of `file`, as the study holds it. */
  fileSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  notes: z.array(noteSchema).default([]),
})
