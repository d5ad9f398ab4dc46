import type { FeatureCollection, Geometry, Position } from 'geojson'
import type { Attributes, AttributeValue, Features, Shapes } from './shapes.ts'

export { eachGeoJsonFeature, geoJsonFromFeatures } from './geojson-writer.ts'

/** Collects parts into one flat buffer that grows as needed. */
function shapesBuilder(kind: Shapes['kind']) {
  let coordinates = new Float64Array(1024)
  let vertices = 0
  let polygons = 0
  const partStart: number[] = []
  const partPolygon: number[] = []
  const polygonFeature: number[] = []
  return {
    startPolygon(feature: number): void {
      polygonFeature.push(feature)
      polygons++
    },
    addPart(positions: readonly Position[]): void {
      partStart.push(vertices)
      partPolygon.push(polygons - 1)
      const first = positions[0]
      const last = positions.at(-1)
      const closed = kind === 'polygon' && positions.length > 1 && first![0] === last![0] && first![1] === last![1]
      const count = closed ? positions.length - 1 : positions.length
      while ((vertices + count) * 2 > coordinates.length) {
        const grown = new Float64Array(coordinates.length * 2)
        grown.set(coordinates)
        coordinates = grown
      }
      for (let i = 0; i < count; i++, vertices++) {
        coordinates[vertices * 2] = positions[i]![0]!
        coordinates[vertices * 2 + 1] = positions[i]![1]!
      }
    },
    build(): Shapes {
      return {
        kind,
        coordinates: coordinates.slice(0, vertices * 2),
        partStart: Uint32Array.from([...partStart, vertices]),
        partPolygon: Uint32Array.from(partPolygon),
        polygonFeature: Uint32Array.from(polygonFeature),
      }
    },
  }
}

/** What a geometry is drawn with: `null` for a collection, which has no one kind. */
function kindOf(geometry: Geometry): Shapes['kind'] | null {
  if (geometry.type.endsWith('Polygon')) return 'polygon'
  if (geometry.type.endsWith('LineString')) return 'line'
  return geometry.type.endsWith('Point') ? 'point' : null
}

/**
 * The flat shapes of `geometries`, one feature each, in degrees on WGS 84. Geometries of another kind than `kind`
 * are passed over. With `evenOdd: 'feature'` all rings of a feature are one polygon.
 */
export function shapesFromGeoJson(
  geometries: readonly (Geometry | null)[],
  kind: Shapes['kind'],
  evenOdd: 'polygon' | 'feature' = 'polygon',
): Shapes {
  const builder = shapesBuilder(kind)
  geometries.forEach((geometry, feature) => {
    if (geometry === null || kindOf(geometry) !== kind || geometry.type === 'GeometryCollection') return
    const polygons = polygonsOf(geometry)
    const together = kind === 'polygon' && evenOdd === 'feature'
    for (const parts of together ? [polygons.flat()] : polygons) {
      if (parts.length === 0) continue
      builder.startPolygon(feature)
      for (const part of parts) builder.addPart(part)
    }
  })
  return builder.build()
}

function polygonsOf(geometry: Exclude<Geometry, { type: 'GeometryCollection' }>): Position[][][] {
  switch (geometry.type) {
    case 'Point':
      return [[[geometry.coordinates]]]
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [[position]])
    case 'LineString':
      return [[geometry.coordinates]]
    case 'MultiLineString':
      return geometry.coordinates.map((line) => [line])
    case 'Polygon':
      return [geometry.coordinates]
    case 'MultiPolygon':
      return geometry.coordinates
  }
}

/** The features of a GeoJSON document whose values are attributes and whose geometries are of one kind. */
export function featuresFromGeoJson(
  collection: FeatureCollection<Geometry | null>,
  kind: Shapes['kind'],
  evenOdd: 'polygon' | 'feature' = 'polygon',
): Features {
  return {
    shapes: shapesFromGeoJson(
      collection.features.map((feature) => feature.geometry),
      kind,
      evenOdd,
    ),
    attributes: collection.features.map((feature) => attributesOf(feature.properties ?? {})),
  }
}

/** Attributes hold plain values; lists and objects are kept as their JSON text. */
export function attributesOf(properties: Readonly<Record<string, unknown>>): Attributes {
  const attributes: Record<string, AttributeValue> = Object.create(null) as Record<string, AttributeValue>
  for (const [name, value] of Object.entries(properties)) {
    attributes[name] =
      value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? value
        : JSON.stringify(value ?? null)
  }
  return attributes
}
