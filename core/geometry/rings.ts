import type { Shapes } from './shapes.ts'
import { numbers, wholeNumbers } from './shared-copy.ts'

/**
 * The rings of several polygons in one flat buffer, ready for the walk.
 *
 * The place of a vertex in the buffer is its *number*, on which ties are broken. Every ring begins with its highest
 * vertex, which after that rule is the highest of the ring without doubt, and ends with a copy of it; edge e runs from
 * place e to place e + 1. No two neighbours are equal.
 */
export type Rings = {
  readonly count: number
  /** lon, lat, lon, lat … in degrees. */
  readonly coordinates: Float64Array
  /** First place of each ring, and one more entry for the end. */
  readonly start: Uint32Array
  /** Polygon of each ring. */
  readonly polygon: Uint32Array
}

/** West, south, east, north; a window that nothing outside of matters. */
export type Window = Float64Array

export type RingsBuilder = {
  count: number
  places: number
  coordinates: Float64Array
  start: Uint32Array
  polygon: Uint32Array
}

/** A builder with room for `parts` rings of `vertices` vertices in all. */
export const ringsBuilder = (vertices: number, parts: number, isShared = false): RingsBuilder => ({
  count: 0,
  places: 0,
  coordinates: numbers(2 * (vertices + parts), isShared),
  start: wholeNumbers(parts + 1, isShared),
  polygon: wholeNumbers(parts, isShared),
})

export const builtRings = (builder: RingsBuilder): Rings => ({
  count: builder.count,
  coordinates: builder.coordinates.subarray(0, 2 * builder.places),
  start: builder.start.subarray(0, builder.count + 1),
  polygon: builder.polygon.subarray(0, builder.count),
})

/**
 * Adds part `part` of `shapes` as a ring of `polygon`. With a window, the ring's course outside of it is shortened
 * where that changes no point's being inside or outside the ring within the window, and a ring that stays outside is
 * left out. Rings without three distinct neighbours enclose nothing and are left out.
 */
export function addRing(builder: RingsBuilder, shapes: Shapes, part: number, polygon: number, window?: Window): void {
  const { coordinates } = shapes
  const from = shapes.partStart[part]!
  const to = shapes.partStart[part + 1]!
  if (to - from < 3) return
  const highest = highestVertex(coordinates, from, to, window)
  if (highest < 0) return
  const first = builder.places
  const last = window
    ? copyWithin(builder.coordinates, first, coordinates, from, to, highest, window)
    : copyAll(builder.coordinates, first, coordinates, from, to, highest)
  if (last - first < 3) return
  builder.coordinates[2 * last] = builder.coordinates[2 * first]!
  builder.coordinates[2 * last + 1] = builder.coordinates[2 * first + 1]!
  builder.places = last + 1
  builder.polygon[builder.count] = polygon
  builder.start[++builder.count] = builder.places
}

/** The first of the highest vertices; -1 where the ring lies beside the window. */
function highestVertex(coordinates: Float64Array, from: number, to: number, window: Window | undefined): number {
  let highest = from
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (let i = from; i < to; i++) {
    const x = coordinates[2 * i]!
    const y = coordinates[2 * i + 1]!
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) {
      north = y
      highest = i
    }
  }
  if (!window) return highest
  const beside = west > window[2]! || east < window[0]! || south > window[3]! || north < window[1]!
  return beside ? -1 : highest
}

/** Copies a ring from its highest vertex on, without repeated neighbours; returns the place after the last. */
function copyAll(
  target: Float64Array,
  first: number,
  source: Float64Array,
  from: number,
  to: number,
  highest: number,
): number {
  let place = first
  let lastX = NaN
  let lastY = NaN
  for (let pass = 0; pass < 2; pass++) {
    const end = pass ? highest : to
    for (let i = pass ? from : highest; i < end; i++) {
      const x = source[2 * i]!
      const y = source[2 * i + 1]!
      if (x === lastX && y === lastY) continue
      target[2 * place] = lastX = x
      target[2 * place + 1] = lastY = y
      place++
    }
  }
  return withoutTail(target, first, place)
}

/** The same, leaving out vertices that lie with both their neighbours beyond one side of the window. */
function copyWithin(
  target: Float64Array,
  first: number,
  source: Float64Array,
  from: number,
  to: number,
  highest: number,
  window: Window,
): number {
  const west = window[0]!
  const south = window[1]!
  const east = window[2]!
  const north = window[3]!
  let place = first
  let lastX = NaN
  let lastY = NaN
  let lastBeyond = 0
  let beforeBeyond = 0
  for (let pass = 0; pass < 2; pass++) {
    const end = pass ? highest : to
    for (let i = pass ? from : highest; i < end; i++) {
      const x = source[2 * i]!
      const y = source[2 * i + 1]!
      if (x === lastX && y === lastY) continue
      const beyond = (x < west ? 1 : x > east ? 2 : 0) | (y < south ? 4 : y > north ? 8 : 0)
      if ((beforeBeyond & lastBeyond & beyond) !== 0) place--
      else beforeBeyond = lastBeyond
      lastBeyond = beyond
      target[2 * place] = lastX = x
      target[2 * place + 1] = lastY = y
      place++
    }
  }
  return withoutTail(target, first, place)
}

function withoutTail(target: Float64Array, first: number, end: number): number {
  while (end - first > 1 && target[2 * end - 2] === target[2 * first] && target[2 * end - 1] === target[2 * first + 1])
    end--
  return end
}
