import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { shapesFromGeoJson } from '../geometry/geojson.ts'
import { polygonAreasM2 } from '../geometry/polygon-areas.ts'
import type { Shapes } from '../geometry/shapes.ts'

/** Longitude and latitude in degrees of WGS 84. */
export type Place = readonly [lon: number, lat: number]

/** A ring as it is drawn: the first place is not repeated at its end. */
export type Ring = readonly Place[]

/** Ground drawn as one: polygons of a shell and its holes each, with what is said of it. */
export type Region = {
  readonly polygons: readonly (readonly Ring[])[]
  readonly properties: Readonly<Record<string, unknown>>
}

/** What a layer that is drawn holds, in its order. */
export type Drawing = readonly Region[]

/** The regions of a collection; features that are no polygons have none and are left out. */
export function drawingOf({ features }: FeatureCollection<Geometry | null>): Drawing {
  return features.flatMap(({ geometry, properties }): Region[] => {
    const polygons =
      geometry?.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry?.type === 'MultiPolygon'
          ? geometry.coordinates
          : []
    if (polygons.length === 0) return []
    return [
      {
        polygons: polygons.map((rings) =>
          rings.map((ring) => ring.slice(0, -1).map(([lon, lat]): Place => [lon!, lat!])),
        ),
        properties: properties ?? {},
      },
    ]
  })
}

/** The drawing as GeoJSON, its rings closed. */
export const collectionOf = (drawing: Drawing): FeatureCollection => ({
  type: 'FeatureCollection',
  features: drawing.map(({ polygons, properties }): Feature => {
    const closed = polygons.map((rings) => rings.map((ring) => [...ring, ring[0]!].map(([lon, lat]) => [lon, lat])))
    return {
      type: 'Feature',
      properties: { ...properties },
      geometry:
        closed.length === 1
          ? { type: 'Polygon', coordinates: closed[0]! }
          : { type: 'MultiPolygon', coordinates: closed },
    }
  }),
})

/** Regions as flat shapes, one feature each. */
export const shapesOf = (drawing: Drawing): Shapes =>
  shapesFromGeoJson(
    collectionOf(drawing).features.map(({ geometry }) => geometry),
    'polygon',
  )

/** The ground of a region in square metres on the WGS 84 ellipsoid, by the even-odd rule within each of its polygons. */
export const regionM2 = (region: Region): number =>
  polygonAreasM2(shapesOf([region])).reduce((sum, areaM2) => sum + areaM2, 0)

export const isSamePlace = (a: Place, b: Place): boolean => a[0] === b[0] && a[1] === b[1]

/** The edges of a ring, each from its place to the next. */
export function* edgesOf(ring: Ring): Generator<readonly [from: Place, to: Place, at: number]> {
  for (const [at, from] of ring.entries()) yield [from, ring[(at + 1) % ring.length]!, at]
}

/** The drawing with every ring as `change` makes it. */
export const mapRings = (drawing: Drawing, change: (ring: Ring) => Ring): Drawing =>
  drawing.map((region) => ({
    ...region,
    polygons: region.polygons.map((rings) => rings.map(change)),
  }))
