import type { Shapes } from '../../../core/geometry/shapes.ts'
import { addPlace, noPlaces, noteOfPlaces } from '../record/places.ts'
import type { RawLayer } from '../record/raw-layer.ts'

/** A metre of overshoot at the 180th meridian is how many world files end. */
const edge = 180.00001

/**
 * The layer with longitudes beyond 180 degrees, as files have them that count from 0 to 360 or go on over the 180th
 * meridian, brought back by a turn: polygons and lines that lie on both sides are cut there, as RFC 7946 asks.
 */
export function longitudesWithin(layer: RawLayer): RawLayer {
  const { shapes } = layer.features
  if (!isTurned(shapes.coordinates)) return layer
  const coordinates: number[] = []
  const partStart: number[] = [0]
  const partPolygon: number[] = []
  const polygonFeature: number[] = []
  const openParts: number[] = []
  const wasOpen = new Set(layer.openParts)
  const [moved, cut] = [noPlaces(), noPlaces()]
  for (let first = 0; first < shapes.partPolygon.length;) {
    const polygon = shapes.partPolygon[first]!
    let end = first
    while (shapes.partPolygon[end] === polygon) end++
    const rings = Array.from({ length: end - first }, (_, i) => ringOf(shapes, first + i))
    const feature = shapes.polygonFeature[polygon]!
    const sides = sidesOf(rings, shapes.kind)
    if (sides.length > 1) addPlace(cut, layer.featureNumbers[feature]!)
    else if (sides[0] !== rings) addPlace(moved, layer.featureNumbers[feature]!)
    for (const side of sides) {
      polygonFeature.push(feature)
      for (const [i, ring] of side.entries()) {
        if (ring.length === 0) continue
        if (wasOpen.has(first + i)) openParts.push(partPolygon.length)
        partPolygon.push(polygonFeature.length - 1)
        for (const [lon, lat] of ring) coordinates.push(lon, lat)
        partStart.push(coordinates.length / 2)
      }
    }
    first = end
  }
  const { file } = layer
  return {
    ...layer,
    openParts,
    features: {
      ...layer.features,
      shapes: {
        kind: shapes.kind,
        coordinates: Float64Array.from(coordinates),
        partStart: Uint32Array.from(partStart),
        partPolygon: Uint32Array.from(partPolygon),
        polygonFeature: Uint32Array.from(polygonFeature),
      },
    },
    notes: [
      ...layer.notes,
      ...(moved.count > 0 ? [noteOfPlaces('longitudes-turned', file, moved)] : []),
      ...(cut.count > 0 ? [noteOfPlaces('cut-at-antimeridian', file, cut)] : []),
    ],
  }
}

type Point = readonly [lon: number, lat: number]

/** Whether some longitudes need a turn, and all positions then lie on the earth. */
function isTurned(coordinates: Float64Array): boolean {
  let [least, most, steepest] = [Infinity, -Infinity, 0]
  for (let i = 0; i < coordinates.length; i += 2) {
    least = Math.min(least, coordinates[i]!)
    most = Math.max(most, coordinates[i]!)
    steepest = Math.max(steepest, Math.abs(coordinates[i + 1]!))
  }
  return (most > edge || least < -edge) && most <= 540 && least >= -540 && most - least <= 360 && steepest <= 90
}

const ringOf = ({ coordinates, partStart }: Shapes, part: number): Point[] =>
  Array.from({ length: partStart[part + 1]! - partStart[part]! }, (_, i) => {
    const at = 2 * (partStart[part]! + i)
    return [coordinates[at]!, coordinates[at + 1]!]
  })

/** The rings as they are, moved by a turn, or those of both sides of the meridian. */
function sidesOf(rings: Point[][], kind: Shapes['kind']): readonly Point[][][] {
  let [least, most] = [Infinity, -Infinity]
  for (const ring of rings) for (const [lon] of ring) [least, most] = [Math.min(least, lon), Math.max(most, lon)]
  const turn = most > edge ? -360 : least < -edge ? 360 : 0
  if (turn === 0) return [rings]
  const meridian = turn < 0 ? 180 : -180
  const isBeyond = (lon: number): boolean => (turn < 0 ? lon > meridian : lon < meridian)
  const moved = (ring: readonly Point[]): Point[] => ring.map(([lon, lat]) => [lon + turn, lat])
  if (kind === 'point')
    return [rings.map((ring) => ring.map(([lon, lat]) => (isBeyond(lon) ? [lon + turn, lat] : [lon, lat])))]
  const lies = turn < 0 ? least >= meridian : most <= meridian
  if (lies) return [rings.map(moved)]
  if (kind === 'line') {
    const pieces = rings.flatMap((line) => piecesOf(line, meridian))
    const isPieceBeyond = (piece: readonly Point[]): boolean => piece.some(([lon]) => isBeyond(lon))
    return [pieces.filter((piece) => !isPieceBeyond(piece)), pieces.filter(isPieceBeyond).map(moved)]
  }
  const beyond = rings.map((ring) => moved(halfOf(ring, meridian, turn < 0)))
  return [rings.map((ring) => halfOf(ring, meridian, turn > 0)), beyond]
}

/** The pieces of a line between its passages over a meridian; what runs along the meridian goes on with what came before. */
function piecesOf(line: readonly Point[], meridian: number): readonly Point[][] {
  const pieces: Point[][] = []
  let side = 0
  for (const [i, to] of line.entries()) {
    const from = line[i - 1]
    if (!from) continue
    const [before, after] = [Math.sign(from[0] - meridian), Math.sign(to[0] - meridian)]
    const part = (meridian - from[0]) / (to[0] - from[0])
    const crossing: Point[] = before * after < 0 ? [[meridian, from[1] + part * (to[1] - from[1])]] : []
    const begun = before || after || side
    if (begun !== side) pieces.push([from])
    pieces.at(-1)!.push(...crossing)
    if (crossing.length > 0) pieces.push(crossing.slice())
    pieces.at(-1)!.push(to)
    side = crossing.length > 0 ? after : begun
  }
  return pieces
}

/** The part of a ring on one side of a meridian (Sutherland and Hodgman 1974); what joins its pieces runs along the meridian. */
function halfOf(ring: readonly Point[], meridian: number, eastward: boolean): Point[] {
  const isIn = ([lon]: Point): boolean => (eastward ? lon >= meridian : lon <= meridian)
  const half: Point[] = []
  for (const [i, to] of ring.entries()) {
    const from = ring.at(i - 1)!
    if (isIn(from) !== isIn(to)) {
      const part = (meridian - from[0]) / (to[0] - from[0])
      half.push([meridian, from[1] + part * (to[1] - from[1])])
    }
    if (isIn(to)) half.push(to)
  }
  return half.length < 3 ? [] : half
}
