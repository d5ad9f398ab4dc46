import { readFileSync, readdirSync } from 'node:fs'
import type { Feature, FeatureCollection } from 'geojson'
import { featuresFromGeoJson } from '../../core/geometry/geojson.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import { measureStudy } from '../../core/study/measure.ts'
import type { LayerMeasurement, Measurement } from '../../core/study/measurement.ts'
import { readStudy } from '../../core/study/read-study.ts'
import type { Layer } from '../../core/study/layer.ts'
import type { Study } from '../../core/study/study.ts'

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

/** Measures a bundled study on a day, inside its own plan or inside `ground`. */
export function measured(id: string, at: string, ground?: readonly Feature[]): Measurement {
  const study = bundledStudy(id)
  const features = new Map(study.layers.map((layer) => [layer.id, featuresOf(id, layer)]))
  if (ground) {
    const collection: FeatureCollection = { type: 'FeatureCollection', features: [...ground] }
    features.set(study.plan.layer!, featuresFromGeoJson(collection, 'polygon', 'polygon'))
  }
  const result = measureStudy(study, features, { at })
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
