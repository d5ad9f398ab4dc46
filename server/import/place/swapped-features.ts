import type { Shapes } from '../../../core/geometry/shapes.ts'

type Place = readonly [lon: number, lat: number]

/** How far apart places of one layer may always be, in degrees. */
const alwaysNear = 1

/**
 * Features of longitudes and latitudes that lie away from the others and would lie among them with the two exchanged, by
 * their numbers in the layer. Of two features it is the one for which `isHome` does not hold, or the second.
 */
export function swappedFeatures(shapes: Shapes, isHome: (lon: number, lat: number) => boolean): readonly number[] {
  const centres = centresOf(shapes)
  if (centres.size < 2) return []
  const places = [...centres.values()]
  const middle = [medianOf(places.map(([lon]) => lon)), medianOf(places.map(([, lat]) => lat))] as const
  const reach = [0, 1].map((axis) =>
    Math.max(alwaysNear, 3 * medianOf(places.map((place) => Math.abs(place[axis]! - middle[axis]!)))),
  )
  const isAmong = ([lon, lat]: Place): boolean =>
    Math.abs(lon - middle[0]) <= reach[0]! && Math.abs(lat - middle[1]) <= reach[1]!
  if (centres.size === 2) return ofTwo([...centres], isHome)
  const away = ([lon, lat]: Place): number => Math.hypot(lon - middle[0], lat - middle[1])
  const isSwapped = ([lon, lat]: Place): boolean =>
    !isAmong([lon, lat]) && isAmong([lat, lon]) && 2 * away([lat, lon]) < away([lon, lat])
  return [...centres].filter(([, place]) => isSwapped(place)).map(([feature]) => feature)
}

function ofTwo(
  pair: readonly (readonly [feature: number, place: Place])[],
  isHome: (lon: number, lat: number) => boolean,
): readonly number[] {
  const [[a, [aLon, aLat]], [b, [bLon, bLat]]] = pair as [(typeof pair)[0], (typeof pair)[0]]
  const isNear = (x: Place, y: Place): boolean => Math.max(Math.abs(x[0] - y[0]), Math.abs(x[1] - y[1])) <= alwaysNear
  if (isNear([aLon, aLat], [bLon, bLat]) || !isNear([aLat, aLon], [bLon, bLat])) return []
  return [isHome(bLon, bLat) && !isHome(aLon, aLat) ? a : b]
}

/** Middle of the box of each feature that has geometry. */
function centresOf({ coordinates, partStart, partPolygon, polygonFeature }: Shapes): ReadonlyMap<number, Place> {
  const boxes = new Map<number, [number, number, number, number]>()
  for (let part = 0; part < partPolygon.length; part++) {
    const feature = polygonFeature[partPolygon[part]!]!
    const box = boxes.get(feature) ?? [Infinity, Infinity, -Infinity, -Infinity]
    for (let i = partStart[part]!; i < partStart[part + 1]!; i++) {
      box[0] = Math.min(box[0], coordinates[2 * i]!)
      box[1] = Math.min(box[1], coordinates[2 * i + 1]!)
      box[2] = Math.max(box[2], coordinates[2 * i]!)
      box[3] = Math.max(box[3], coordinates[2 * i + 1]!)
    }
    boxes.set(feature, box)
  }
  return new Map(
    [...boxes].map(([feature, [west, south, east, north]]) => [feature, [(west + east) / 2, (south + north) / 2]]),
  )
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1]!
}
