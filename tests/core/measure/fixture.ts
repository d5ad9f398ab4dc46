import type { Feature, FeatureCollection, Polygon, Position } from 'geojson'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { Features } from '../../../core/geometry/shapes.ts'
import { layerSchema } from '../../../core/model/layer-schema.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { studySchema, type Study } from '../../../core/model/study.ts'

/** A rectangle in thousandths of a degree from 36.28 E 33.47 N. */
export function box(x: number, y: number, width: number, height: number): Polygon {
  const at = (dx: number, dy: number): Position => [36.28 + (x + dx) / 1000, 33.47 + (y + dy) / 1000]
  return { type: 'Polygon', coordinates: [[at(0, 0), at(width, 0), at(width, height), at(0, height), at(0, 0)]] }
}

export const zone = (properties: Record<string, string | number | null>, geometry: Polygon): Feature<Polygon> => ({
  type: 'Feature',
  properties,
  geometry,
})

type Made = { readonly layer: Layer; readonly features: Features }

/** A layer as an import leaves it, with the given record fields over plain ones. */
export function made(zones: readonly Feature[], record: Partial<Layer> & Pick<Layer, 'id' | 'role'>): Made {
  const collection = { type: 'FeatureCollection', features: [...zones] } satisfies FeatureCollection
  const layer = layerSchema.parse({
    name: record.id,
    title: { en: record.id },
    file: `layers/${record.id}.geojson`,
    geometryType: 'polygon',
    crs: { code: 'EPSG:4326', name: 'WGS 84', operation: null, accuracyM: 0, shiftM: 0 },
    source: 'made-for-a-test',
    features: zones.length,
    extent: null,
    sha256: '0'.repeat(64),
    ...record,
  })
  return { layer, features: featuresFromGeoJson(collection, layer.geometryType, layer.evenOdd) }
}

/** A study of the layers, whose plan is the layer with that role, and their features by layer id. */
export function studyOf(
  layers: readonly Made[],
  record: Partial<Study> = {},
): { study: Study; features: Map<string, Features> } {
  const study = studySchema.parse({
    schema: 'basilia-study/2',
    id: 'made',
    title: { en: 'Made' },
    revision: 1,
    plan: { layer: layers.find(({ layer }) => layer.role === 'plan')?.layer.id ?? null, name: { en: 'Made plan' } },
    layers: layers.map(({ layer }) => layer),
    sources: [{ id: 'made-for-a-test', title: { en: 'made for a test' } }],
    ...record,
  })
  return { study, features: new Map(layers.map(({ layer, features }) => [layer.id, features])) }
}
