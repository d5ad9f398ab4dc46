import { z } from 'zod'
import { schemaFault } from '../result/schema-fault.ts'
import { measuredRoles } from '../model/layer.ts'
import { accuracyForms, readAccuracy } from '../model/accuracy.ts'
import type { LayerOptions } from '../model/layer-options.ts'
import { snapshotsSchema, type Snapshots } from '../model/series-options.ts'
import { numberText, option, type Option } from './option.ts'

/** `NAME=VALUE`: what is said of the layer of that name. */
export type Said<Value> = { readonly name: string; readonly value: Value; readonly text: string }

type Value<T> = z.ZodType<T, string>

/** A text that is said as it stands. */
const asText = (key: keyof LayerOptions): Value<LayerOptions> =>
  z.string().transform((text): LayerOptions => ({ [key]: text }))

const unusable = (context: z.RefinementCtx, message: string): never => {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

/** What is no number becomes NaN, which the layer's schema refuses by name. */
const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

const accuracySaid: Value<LayerOptions> = z.string().transform((text, context): LayerOptions => {
  const accuracy = readAccuracy(text)
  return accuracy ? { accuracy } : unusable(context, `"${text}" is no accuracy; it takes ${accuracyForms}`)
})

const conditionSaid: Value<LayerOptions> = z.string().transform((text, context): LayerOptions => {
  const place = text.indexOf('=')
  return place < 1
    ? unusable(context, `"${text}" is not FIELD=VALUE`)
    : { where: { [text.slice(0, place)]: text.slice(place + 1) } }
})

/** `X,Y`: the columns of east or longitude, and of north or latitude. */
const columnsSchema = z.string().transform((text, context): { x: string; y: string } => {
  const [x = '', y = '', ...more] = text.split(',').map((each) => each.trim())
  return x === '' || y === '' || x === y || more.length > 0
    ? unusable(context, `"${text}" is not two columns X,Y`)
    : { x, y }
})

/** `500` is cells of 500 m with any event, `500:3` with at least three. */
const gridSaid: Value<LayerOptions> = z.string().transform((text): LayerOptions => {
  const [cellM, least] = text.split(':')
  return { events: { cellM: numberIn(cellM!), ...(least === undefined ? {} : { least: numberIn(least) }) } }
})

/** `files`, `columns`, or `FIELD@DATE,FIELD@DATE …` for the columns of one file. */
const snapshotsSaid: Value<Snapshots> = z.string().transform((text, context): Snapshots => {
  const columns = text.split(',').map((each) => {
    const place = each.lastIndexOf('@')
    return { field: each.slice(0, Math.max(0, place)), date: each.slice(place + 1) }
  })
  const read = snapshotsSchema.safeParse(text === 'files' || text === 'columns' ? text : columns)
  return read.success ? read.data : unusable(context, `"${text}" is neither files, columns nor FIELD@YYYY-MM-DD,…`)
})

/** A flag that is given with the name of a layer, again for each. */
function ofLayer<T>(what: string, describe: string, value: Value<T>): Option<z.ZodType<Said<T>[] | undefined>> {
  const schema = z
    .array(z.string())
    .transform((texts, context) =>
      texts.map((text): Said<T> => {
        const place = text.indexOf('=')
        if (place < 1 || place === text.length - 1) return unusable(context, `"${text}" is not NAME=VALUE`)
        const read = value.safeParse(text.slice(place + 1))
        if (read.success) return { name: text.slice(0, place), value: read.data, text }
        return unusable(context, schemaFault(read.error, text.slice(place + 1), 'value').reason)
      }),
    )
    .optional()
  return option(schema, describe, { value: `NAME=${what}`, given: 'often' })
}

const text = z.string()
const optionalText = text.optional()
const metres = (translate: (metres: number) => LayerOptions): Value<LayerOptions> =>
  text.transform((given) => translate(numberIn(given)))

/** The plan and the units of a run, and what is said of them. */
const planFlags = {
  plan: option(optionalText, 'the plan: a file of polygons', { value: 'FILE' }),
  planCrs: option(optionalText, 'its coordinate system, as --crs of a layer', { value: 'CODE' }),
  planEncoding: option(optionalText, 'the encoding of its text', { value: 'ENCODING' }),
  planSublayer: option(optionalText, 'one layer of a file that holds several', { value: 'SUBLAYER' }),
  planWhere: option(conditionSaid.optional(), 'only its features that have the value', { value: 'FIELD=VALUE' }),
  planAccuracy: option(accuracySaid.optional(), 'its accuracy, as --accuracy of a layer', { value: 'ACCURACY' }),
  planId: option(optionalText, 'the field that names the plan’s features', { value: 'FIELD' }),
  planBuildings: option(optionalText, 'the field with the number of buildings before the damage', { value: 'FIELD' }),
  units: option(optionalText, 'parcels, sectors or neighbourhoods inside the plan, each with a row', { value: 'FILE' }),
  unitsId: option(optionalText, 'the field that names them', { value: 'FIELD' }),
  unitsBuildings: option(optionalText, 'the field with the number of buildings before the damage', { value: 'FIELD' }),
} as const

/** What `--role` takes: plan and units have flags of their own. */
export const givenRoles = [...measuredRoles, 'context'] as const

const roleSaid: Value<LayerOptions> = z.string().transform((text, context): LayerOptions => {
  const role = givenRoles.find((own) => own === text)
  return role ? { role } : unusable(context, `"${text}" is no role; it takes ${givenRoles.join(', ')}`)
})

/** What is said of a layer by its name, as options of the layer. */
export const saidOfLayers = {
  role: ofLayer(
    givenRoles.join('|'),
    'what it is about: who held ground, damage, shelling, or zones, any other classification (zoning, land use, hazard); context is drawn and not measured. A layer named like a role has it, any other is zones',
    roleSaid,
  ),
  class: ofLayer('FIELD', 'the field that holds its class; without it the layer is one class', asText('classField')),
  classes: ofLayer(
    'FILE|OFFER|WORD',
    'what its values mean: a file saved as classes (.json) or a style (.qml, .sld); or what the file itself offers, by the id that inspect prints, such as folders; or of the values of --class: control-names or damage-names (usual spellings), high-is-destroyed or low-is-destroyed (codes, of which 3 or 1 is destroyed)',
    asText('classesFrom'),
  ),
  crs: ofLayer('CODE', 'its coordinate system, such as EPSG:22770', asText('crs')),
  encoding: ofLayer('ENCODING', 'such as windows-1256', asText('encoding')),
  sublayer: ofLayer('SUBLAYER', 'one layer of a file that holds several', asText('sublayer')),
  where: ofLayer('FIELD=VALUE', 'only features that have the value', conditionSaid),
  positions: ofLayer(
    'X,Y',
    'the columns of a table with longitude (or east) and latitude (or north)',
    columnsSchema.transform((positions): LayerOptions => ({ positions })),
  ),
  threshold: ofLayer(
    'NUMBER',
    'of a raster of probabilities or degrees, the value from which on its ground counts',
    numberText.transform((threshold): LayerOptions => ({ threshold })),
  ),
  sources: ofLayer(
    'FIELD',
    'the field in which features name their sources: ids, separated by semicolons',
    asText('sourcesField'),
  ),
  buffer: ofLayer(
    'METRES',
    'makes zones of points and lines',
    metres((bufferM) => ({ bufferM })),
  ),
  destroyed: ofLayer(
    '3|1',
    'which damage code means destroyed; codes run both ways, and nothing is counted until it is said',
    asText('destroyed'),
  ),
  events: ofLayer(
    'site|town|area',
    'the layer is a list of dated events (Airwars, ACLED, UCDP or any with a column date); only those placed at least so exactly and past on the day of --at take part',
    text.transform((coarsest): LayerOptions => ({ events: { coarsest: coarsest as 'site' } })),
  ),
  grid: ofLayer('METRES[:LEAST]', 'makes zones of events by cells that hold at least LEAST of them', gridSaid),
  from: ofLayer('DATE', 'the first day that a layer speaks of, or whose events count', asText('from')),
  to: ofLayer('DATE', 'the last of these days', asText('to')),
  shared: ofLayer(
    'N',
    'a position of at least N events is the middle of a town, not a site; default 3',
    metres((sharedFrom) => ({ events: { sharedFrom } })),
  ),
  sensitive: ofLayer(
    'left-out|METRES',
    'it could harm people: it leaves with no map, export or zip, or only as counts in square cells of so many metres (at least 100); figures are measured with it as it is',
    text.transform((given): LayerOptions => ({ sensitive: given === 'left-out' ? true : { gridM: numberIn(given) } })),
  ),
  validFrom: ofLayer(
    'FIELD',
    'the field with the day from which a feature holds; see --at',
    text.transform((from): LayerOptions => ({ dateFields: { from } })),
  ),
  validTo: ofLayer(
    'FIELD',
    'the field with the day to which a feature holds',
    text.transform((to): LayerOptions => ({ dateFields: { to } })),
  ),
  dateOrder: ofLayer(
    'dmy|mdy',
    'whether day or month comes first in dates of features or events such as 05/04/2018',
    asText('dateOrder'),
  ),
} as const

/** The flags that make layers of files. */
export const layerFlags = {
  ...planFlags,
  layer: ofLayer(
    'FILE',
    'a layer; several files of one NAME are its snapshots, each with its --date in the same order or with the date in its name',
    text,
  ),
  date: ofLayer('DATE', 'the day it shows, YYYY-MM-DD', text),
  snapshots: ofLayer(
    'files|columns|FIELD@DATE,…',
    'files: the file (a zip, or a folder) holds the snapshots of a series, each with the date in its name; columns: its columns named after their days, or with a column of days beside them, are snapshots; or which columns and days',
    snapshotsSaid,
  ),
  ...saidOfLayers,
} as const

/** How a single file is read, for `inspect`. */
export const readingFlags = {
  crs: option(optionalText, 'the coordinate system, where the file does not say or says it wrongly', { value: 'CODE' }),
  encoding: option(optionalText, 'the encoding of its text, likewise', { value: 'NAME' }),
  sublayer: option(optionalText, 'one layer of a file that holds several', { value: 'NAME' }),
  positions: option(
    columnsSchema.optional(),
    'the columns of a table with longitude (or east) and latitude (or north)',
    { value: 'X,Y' },
  ),
  threshold: option(
    numberText.optional(),
    'of a raster of probabilities or degrees, the value from which on its ground counts',
    { value: 'NUMBER' },
  ),
} as const
