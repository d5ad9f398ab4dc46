import { readFileSync, readdirSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import { featuresFromGeoJson } from '../../core/geometry/geojson.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import { measureStudy } from '../../core/measure/measure.ts'
import type { LayerMeasurement, Measurement } from '../../core/model/measurement.ts'
import { readStudy } from '../../core/model/read-study.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'

const dataFolder = new URL('../../data/', import.meta.url)

export const bundledIds = readdirSync(dataFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

export const bundledFile = (id: string, path: string): Buffer => readFileSync(new URL(`${id}/${path}`, dataFolder))
export const bundledFiles = (id: string, folder: string): string[] => readdirSync(new URL(`${id}/${folder}`, dataFolder))

/** A bundled study as the program reads it. */
export function bundledStudy(id: string): Study {
  const read = readStudy(id, JSON.parse(bundledFile(id, 'study.json').toString('utf8')))
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

export const collectionOf = (id: string, layer: Layer): FeatureCollection =>
  JSON.parse(bundledFile(id, layer.file).toString('utf8')) as FeatureCollection

export const featuresOf = (id: string, layer: Layer): Features =>
  featuresFromGeoJson(collectionOf(id, layer), layer.geometryType, layer.evenOdd)

/** Measures a bundled study on a day. */
export function measured(id: string, at: string, { draws = 0 }: { readonly draws?: number } = {}): Measurement {
  const study = bundledStudy(id)
  const features = new Map(study.layers.map((layer) => [layer.id, featuresOf(id, layer)]))
  const result = measureStudy(study, features, { at, draws, seed: 1 })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

export function layerNamed(measurement: Measurement, name: string): LayerMeasurement {
  const found = measurement.layers.find((layer) => layer.name === name)
  if (!found) throw new Error(`no layer ${name}`)
  return found
}

export const hectares = (layer: LayerMeasurement): Record<string, number> =>
  Object.fromEntries(layer.classes.map((entry) => [entry.class ?? '', entry.areaM2 / 10_000]))

/** Hectares of the plan in each of its neighbourhoods, by P-code; '' is the plan outside all of them. */
export const unitHectares = ({ units }: Measurement): Record<string, number> =>
  Object.fromEntries((units ?? []).map((row) => [row.id ?? '', row.areaM2 / 10_000]))

/** Hectares of a party's ground, whoever speaks of it; 0 where the layer has none. */
export const partyHectares = ({ groups }: LayerMeasurement, party: string): number =>
  (groups.find((group) => group.party === party)?.all.areaM2 ?? 0) / 10_000

/** A party's ground read with the sources that speak of it, from what all of them name to what the fewest do. */
export type Reading = { readonly sources: readonly string[]; readonly areaM2: number }

/** The readings of a party's ground on a day, each containing the one before: one for each number of publishers that a class's features name. */
export function readings(id: string, measured: LayerMeasurement, party: string): Reading[] {
  const layer = bundledStudy(id).layers.find((each) => each.id === measured.layer)!
  const { features } = collectionOf(id, layer)
  const steps = measured.classes.flatMap(({ class: name, areaM2 }) => {
    const own = layer.classes.find((each) => each.class === name)
    if (own?.party !== party || areaM2 === 0) return []
    const named = features.filter(({ properties }) => own.values.includes(properties?.[layer.classField!]))
    const sets = new Set(named.map(({ properties }) => String(properties?.[layer.sourcesField!])))
    if (sets.size !== 1) throw new Error(`${layer.id}: ${name} rests on ${sets.size} sets of sources`)
    return { sources: [...sets][0]!.split(';'), areaM2, widely: own.widely === true }
  })
  const publisherOf = (source: string): string => bundledStudy(id).sources.find((own) => own.id === source)?.publisher?.en ?? source
  // What is only meant in the wide sense of a name comes after all else, whoever says so.
  const publishersOf = ({ sources, widely }: Reading & { readonly widely: boolean }): number => (widely ? 0 : new Set(sources.map(publisherOf)).size)
  const counts = [...new Set(steps.map(publishersOf))].toSorted((a, b) => b - a)
  let areaM2 = 0
  return counts.map((count) => steps.filter((step) => publishersOf(step) === count)).map((alike) => ({
    sources: alike.map((step) => step.sources).reduce((a, b) => a.filter((source) => b.includes(source))),
    areaM2: (areaM2 += alike.reduce((sum, step) => sum + step.areaM2, 0)),
  }))
}
