import type { Features, Shapes } from '../geometry/shapes.ts'

type Range = readonly [from: number, to: number]

/**
 * Features with the same vertices as an earlier one, whatever vertex a ring begins with and whichever way it runs; of
 * points only those whose attributes are the same too, since many things may be told of one place. Pairs of the earlier
 * and the later feature.
 */
export function repeatedFeatures({ shapes, attributes }: Features): (readonly [number, number])[] {
  const { coordinates, kind } = shapes
  const ranges = verticesOf(shapes)
  const seen = new Map<string, number[]>()
  const pairs: (readonly [number, number])[] = []
  for (const [feature, [from, to]] of ranges) {
    const key = `${to - from} ${mixed(coordinates, from, to)} ${kind === 'point' ? JSON.stringify(attributes[feature]) : ''}`
    const alike = seen.get(key) ?? []
    const own = alike.length > 0 ? sortedPoints(coordinates, ranges.get(feature)!) : []
    const same = alike.find((other) =>
      sortedPoints(coordinates, ranges.get(other)!).every((point, i) => point === own[i]),
    )
    if (same === undefined) seen.set(key, [...alike, feature])
    else pairs.push([same, feature])
  }
  return pairs
}

/** The run of vertices of each feature that has some. */
function verticesOf({ partPolygon, partStart, polygonFeature }: Shapes): ReadonlyMap<number, Range> {
  const ranges = new Map<number, Range>()
  partPolygon.forEach((polygon, part) => {
    const feature = polygonFeature[polygon]!
    ranges.set(feature, [ranges.get(feature)?.[0] ?? partStart[part]!, partStart[part + 1]!])
  })
  return ranges
}

/** The same number for the same vertices in any order. */
function mixed(coordinates: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++)
    sum += Math.imul(bitsOf(coordinates[2 * i]!), 0x9e3779b1) ^ bitsOf(coordinates[2 * i + 1]!)
  return sum
}

const number = new Float64Array(1)
const halves = new Int32Array(number.buffer)

function bitsOf(value: number): number {
  number[0] = value
  return halves[0]! ^ Math.imul(halves[1]!, 0x85ebca6b)
}

const sortedPoints = (coordinates: Float64Array, [from, to]: Range): string[] =>
  Array.from(
    { length: to - from },
    (_, i) => `${coordinates[2 * (from + i)]} ${coordinates[2 * (from + i) + 1]}`,
  ).sort()
