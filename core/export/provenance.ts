import type { Layer } from '../model/layer.ts'
import type { Measurable } from '../measure/measurable.ts'
import type { MeasuredLayer } from '../measure/measured-layer.ts'
import type { Measurement } from '../model/measurement.ts'
import { sourceOf, type Source } from '../model/sources.ts'
import type { Study } from '../model/study.ts'
import { version } from '../result/version.ts'

/** A file that a run made. */
export type MadeRecord = { readonly name: string; readonly sha256: string; readonly type: string }

/** SHA-256 of `study.json`, and of it together with what was asked: the one that citations name. */
export type RunHashes = { readonly recordSha256: string; readonly inputSha256: string }

type Members = Record<string, Record<string, unknown>>

/**
 * The run as W3C PROV-JSON (member submission of 2013): the files that were loaded, how each became a layer, what was
 * measured of them with which parameters, and the files that were written. There is no clock in it: the only times are
 * the days that the layers and the measurement speak of, so that the same run gives the same record.
 */
export function provenance(
  study: Study,
  ground: Measurable | null,
  measurement: Measurement,
  { recordSha256, inputSha256 }: RunHashes,
  made: readonly MadeRecord[],
): unknown {
  const measured = ground?.measured ?? []
  const layers = ground
    ? [
        ...new Set([
          ground.plan.layer,
          ...measured.map(({ layer }) => layer),
          ...(ground.units ? [ground.units.layer] : []),
        ]),
      ]
    : []
  const software = 'basilia:software'
  const measuring = 'basilia:activity/measure'
  const result = 'basilia:measurement'
  const record = `basilia:study/${study.id}`
  const activity: Members = { [measuring]: { 'prov:type': 'basilia:Measure', ...parametersOf(measurement) } }
  const entity: Members = {
    [record]: {
      'prov:type': 'basilia:Study',
      'prov:label': study.title.en,
      'basilia:revision': study.revision,
      'basilia:sha256': recordSha256,
    },
    [result]: {
      'prov:type': 'basilia:Measurement',
      'basilia:schema': measurement.schema,
      'basilia:planAreaM2': measurement.plan.areaM2,
      'basilia:residualM2': measurement.reconciliation.residualM2,
      'basilia:inputSha256': inputSha256,
    },
  }
  const used: [activity: string, entity: string][] = [[measuring, record]]
  const generated: [entity: string, activity: string][] = [[result, measuring]]
  const derived: [generated: string, from: string][] = []
  for (const layer of layers) {
    const [file, features, reading] = [
      `basilia:file/${layer.sha256}`,
      `basilia:layer/${layer.id}`,
      `basilia:activity/read-${layer.id}`,
    ]
    entity[file] = fileEntity(layer, sourceOf(study.sources, layer.source))
    entity[features] = layerEntity(layer)
    activity[reading] = { 'prov:type': 'basilia:Read', ...readingOf(layer) }
    used.push([reading, file])
    generated.push([features, reading])
    derived.push([features, file])
    const zone = measured.find((each) => each.layer.id === layer.id)
    const preparing = zone && preparationOf(zone)
    if (!preparing) {
      used.push([measuring, features])
      continue
    }
    const [making, made] = [`basilia:activity/prepare-${layer.id}`, `basilia:zones/${layer.id}`]
    activity[making] = { 'prov:type': 'basilia:Prepare', ...preparing }
    entity[made] = { 'prov:type': 'basilia:Zones', 'basilia:classes': zone.names.map((name) => name ?? '') }
    used.push([making, features], [measuring, made])
    generated.push([made, making])
    derived.push([made, features])
  }
  const writing = 'basilia:activity/write'
  if (made.length > 0) {
    activity[writing] = { 'prov:type': 'basilia:Write' }
    used.push([writing, result])
  }
  for (const { name, sha256, type } of made) {
    entity[`basilia:output/${name}`] = {
      'prov:type': 'basilia:File',
      'basilia:sha256': sha256,
      'basilia:mediaType': type,
    }
    generated.push([`basilia:output/${name}`, writing])
    derived.push([`basilia:output/${name}`, result])
  }
  return {
    prefix: { basilia: `urn:basilia:study:${study.id}:`, prov: 'http://www.w3.org/ns/prov#' },
    entity,
    activity,
    agent: {
      [software]: {
        'prov:type': 'prov:SoftwareAgent',
        'prov:label': 'Basilia Overlay',
        'basilia:version': version,
        'basilia:engine': measurement.method.engine,
      },
    },
    used: numbered(
      'u',
      used.map(([activity, entity]) => ({ 'prov:activity': activity, 'prov:entity': entity })),
    ),
    wasGeneratedBy: numbered(
      'g',
      generated.map(([entity, activity]) => ({ 'prov:entity': entity, 'prov:activity': activity })),
    ),
    wasDerivedFrom: numbered(
      'd',
      derived.map(([entity, from]) => ({ 'prov:generatedEntity': entity, 'prov:usedEntity': from })),
    ),
    wasAssociatedWith: numbered(
      'a',
      Object.keys(activity).map((activity) => ({ 'prov:activity': activity, 'prov:agent': software })),
    ),
  }
}

const numbered = (letter: string, relations: readonly Record<string, string>[]): Members =>
  Object.fromEntries(relations.map((relation, i) => [`_:${letter}${i + 1}`, relation]))

function parametersOf({ at, method }: Measurement): Record<string, unknown> {
  return {
    ...(at === null ? {} : { 'basilia:at': at }),
    'basilia:ellipsoid': method.ellipsoid,
    'basilia:edges': method.edges,
    'basilia:draws': method.interval?.draws ?? 0,
    ...(method.interval ? { 'basilia:seed': method.interval.seed } : {}),
  }
}

function fileEntity({ sha256 }: Layer, source: Source | undefined): Record<string, unknown> {
  const { title, publisher, url, date, licence } = source ?? {}
  return defined({
    'prov:type': 'basilia:File',
    'basilia:sha256': sha256,
    'prov:label': title?.en,
    'basilia:publisher': publisher?.en,
    'prov:location': url,
    'basilia:date': date,
    'basilia:licence': licence,
  })
}

function layerEntity({
  title,
  role,
  features,
  date,
  from,
  to,
  accuracyM,
  method,
  schematic,
}: Layer): Record<string, unknown> {
  return defined({
    'prov:type': 'basilia:Layer',
    'prov:label': title.en,
    'basilia:role': role,
    'basilia:features': features,
    'basilia:date': date,
    'basilia:from': from,
    'basilia:to': to,
    'basilia:accuracyM': accuracyM,
    'basilia:method': method,
    'basilia:schematic': schematic,
  })
}

function readingOf({ crs, encoding, sublayer, where, notes }: Layer): Record<string, unknown> {
  return defined({
    'basilia:crs': crs.code,
    'basilia:crsName': crs.name,
    'basilia:operation': crs.operation ?? undefined,
    'basilia:operationAccuracyM': crs.accuracyM ?? undefined,
    'basilia:shiftM': crs.shiftM,
    'basilia:encoding': encoding ?? undefined,
    'basilia:sublayer': sublayer,
    'basilia:where': where && JSON.stringify(where),
    'basilia:notes': notes.length > 0 ? notes.map(({ code }) => code) : undefined,
  })
}

/** What became of a layer's features before they were measured; `null` where they were taken as they stand. */
function preparationOf({ layer, features }: MeasuredLayer): Record<string, unknown> | null {
  const { classField, classes, bufferM, events, dateFields, dateOrder } = layer
  if (classField === undefined && bufferM === undefined && !events && !dateFields) return null
  return defined({
    'basilia:classField': classField,
    'basilia:classes':
      classes.length > 0
        ? JSON.stringify(classes.map(({ class: name, values }) => ({ class: name, values })))
        : undefined,
    'basilia:bufferM': layer.geometryType === 'polygon' ? undefined : bufferM,
    'basilia:events': events && JSON.stringify(events),
    'basilia:dateFields': dateFields && JSON.stringify(dateFields),
    'basilia:dateOrder': dateOrder,
    'basilia:features': features.attributes.length,
  })
}

const defined = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
