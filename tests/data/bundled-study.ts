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

/** Measures a bundled study, with `changed` in the place of its record where a test asks about other ground. */
export function measured(id: string, at: string, changed: Partial<Study> = {}, plan?: readonly Feature[]): Measurement {
  const study = { ...bundledStudy(id), ...changed }
  const features = new Map(study.layers.map((layer) => [layer.id, featuresOf(id, layer)]))
  if (plan) features.set(study.plan.layer!, featuresFromGeoJson({ type: 'FeatureCollection', features: [...plan] }, 'polygon', 'polygon'))
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
