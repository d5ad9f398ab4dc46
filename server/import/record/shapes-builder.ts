import type { Shapes } from '../../../core/geometry/shapes.ts'

/** Collects the parts of features, in their order, into flat shapes. */
export type ShapesBuilder = {
  readonly startPolygon: (feature: number) => void
  readonly startPart: () => void
  readonly addVertex: (x: number, y: number) => void
  /** Ends the part that was started: a ring loses the last vertex that repeats its first. Tells what the part was. */
  readonly endPart: () => { readonly distinct: number; readonly closed: boolean }
  /** Rings of three points or more that do not return to their first, by their number among the parts. */
  readonly openParts: () => readonly number[]
  /** The feature of the last polygon; -1 where there is none. */
  readonly lastFeature: () => number
  readonly build: () => Shapes
}

/** What is nearer to zero is zero: products of two such numbers underflow, and no side of a line would be sure. */
const leastSize = 1e-100

export function shapesBuilder(kind: Shapes['kind']): ShapesBuilder {
  let coordinates = new Float64Array(512)
  let length = 0
  const partStart: number[] = []
  const partPolygon: number[] = []
  const polygonFeature: number[] = []
  const openParts: number[] = []
  return {
    startPolygon: (feature) => void polygonFeature.push(feature),
    startPart() {
      partStart.push(length / 2)
      partPolygon.push(polygonFeature.length - 1)
    },
    addVertex(x, y) {
      if (length === coordinates.length) {
        const grown = new Float64Array(length * 2)
        grown.set(coordinates)
        coordinates = grown
      }
      coordinates[length++] = Math.abs(x) < leastSize ? 0 : x
      coordinates[length++] = Math.abs(y) < leastSize ? 0 : y
    },
    endPart() {
      const start = 2 * partStart.at(-1)!
      const returns =
        coordinates[start] === coordinates[length - 2] && coordinates[start + 1] === coordinates[length - 1]
      const closed = length - start > 2 && returns
      if (closed && kind === 'polygon') length -= 2
      const distinct = distinctUpTo3(coordinates, start, length)
      if (kind === 'polygon' && distinct === 3 && !closed) openParts.push(partStart.length - 1)
      return { distinct, closed }
    },
    openParts: () => openParts,
    lastFeature: () => polygonFeature.at(-1) ?? -1,
    build: () => ({
      kind,
      coordinates: coordinates.slice(0, length),
      partStart: Uint32Array.from([...partStart, length / 2]),
      partPolygon: Uint32Array.from(partPolygon),
      polygonFeature: Uint32Array.from(polygonFeature),
    }),
  }
}

/** Number of distinct vertices from `start` to `end`, counted up to three. */
function distinctUpTo3(coordinates: Float64Array, start: number, end: number): number {
  if (start === end) return 0
  const [x, y] = [coordinates[start], coordinates[start + 1]]
  let second = -1
  for (let i = start + 2; i < end; i += 2) {
    if (coordinates[i] === x && coordinates[i + 1] === y) continue
    if (second < 0) second = i
    else if (coordinates[i] !== coordinates[second] || coordinates[i + 1] !== coordinates[second + 1]) return 3
  }
  return second < 0 ? 1 : 2
}
