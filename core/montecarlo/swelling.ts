import { numbers, sharedCopy } from '../geometry/shared-copy.ts'
import type { Shapes } from '../geometry/shapes.ts'
import { normalStream } from './random.ts'

/**
 * How classes of a layer may be larger or smaller than they are drawn, beside where they lie: the outline of each moves outwards or
 * inwards as one, by a normal deviate times `sdM`. A line between two classes moves by the difference of both, so that
 * neighbours go on sharing it; names, so that a class errs alike whatever stands beside it.
 */
export type Swelling = {
  readonly source: string
  /** By the numbers of the overlay's classes. */
  readonly classes: readonly { readonly name: string; readonly sdM: number }[]
}

/** A swelling as draws need it; plain data. For each of `vertices`, from `start` to the next, classes and the way that one deviate of them goes. */
export type DrawnSwelling = {
  /** Of each class. */
  readonly streams: readonly number[]
  readonly vertices: Uint32Array
  readonly start: Uint32Array
  readonly classes: Uint32Array
  /** Degrees east and north. */
  readonly steps: Float64Array
}

/** Metres of a degree, east and north. */
type DegreesM = { readonly eastM: number; readonly northM: number }

/** Of the streams of a source; see `placing.ts` for the others. */
const swellStream = -4

/**
 * Makes a swelling ready for the lines of a layer: places that several polygons have are one, and take from each class about them the
 * mean of its edges' outward normals there, by their lengths. `moves` says which vertices err with the layer.
 */
export function drawnSwelling(
  { source, classes }: Swelling,
  { coordinates, partStart, partPolygon }: Shapes,
  polygonClass: Int32Array,
  moves: (vertex: number) => boolean,
  { eastM, northM }: DegreesM,
  numberOf: (name: string) => number,
  isShared: boolean,
): DrawnSwelling {
  const places = new Map<string, Map<number, [east: number, north: number, lengthM: number]>>()
  const keyOf = (vertex: number): string => `${coordinates[2 * vertex]} ${coordinates[2 * vertex + 1]}`
  const add = (vertex: number, own: number, east: number, north: number, lengthM: number): void => {
    const key = keyOf(vertex)
    const about = places.get(key) ?? new Map<number, [number, number, number]>()
    places.set(key, about)
    const sum = about.get(own) ?? [0, 0, 0]
    about.set(own, [sum[0] + east, sum[1] + north, sum[2] + lengthM])
  }
  for (const [part, polygon] of partPolygon.entries()) {
    const own = polygonClass[polygon]!
    const [first, end] = [partStart[part]!, partStart[part + 1]!]
    if (own < 0 || !classes[own] || end - first < 3) continue
    const isHole = part > 0 && partPolygon[part - 1] === polygon
    const outwards = ringTurn(coordinates, first, end) * (isHole ? -1 : 1)
    for (let i = first; i < end; i++) {
      const next = i + 1 < end ? i + 1 : first
      const dx = (coordinates[2 * next]! - coordinates[2 * i]!) * eastM
      const dy = (coordinates[2 * next + 1]! - coordinates[2 * i + 1]!) * northM
      const lengthM = Math.hypot(dx, dy)
      for (const vertex of [i, next]) add(vertex, own, outwards * dy, -outwards * dx, lengthM)
    }
  }
  const vertices: number[] = []
  const start = [0]
  const entries: { readonly own: number; readonly steps: readonly [number, number] }[] = []
  for (let vertex = 0; vertex < coordinates.length / 2; vertex++) {
    const about = moves(vertex) ? places.get(keyOf(vertex)) : undefined
    if (!about) continue
    for (const [own, [east, north, lengthM]] of about) {
      const { sdM } = classes[own]!
      if (lengthM > 0 && sdM > 0)
        entries.push({ own, steps: [(sdM * east) / lengthM / eastM, (sdM * north) / lengthM / northM] })
    }
    vertices.push(vertex)
    start.push(entries.length)
  }
  const steps = numbers(2 * entries.length, isShared)
  steps.set(entries.flatMap((entry) => entry.steps))
  return {
    streams: classes.map(({ name }) => numberOf(`swelling ${source} ${name}`)),
    vertices: sharedCopy(Uint32Array.from(vertices), isShared),
    start: sharedCopy(Uint32Array.from(start), isShared),
    classes: sharedCopy(
      Uint32Array.from(entries, ({ own }) => own),
      isShared,
    ),
    steps,
  }
}

/** 1 for a ring that runs counter-clockwise, -1 for one that runs clockwise. */
function ringTurn(coordinates: Float64Array, first: number, end: number): 1 | -1 {
  const [x, y] = [coordinates[2 * first]!, coordinates[2 * first + 1]!]
  let twice = 0
  for (let i = first + 1; i + 1 < end; i++)
    twice +=
      (coordinates[2 * i]! - x) * (coordinates[2 * i + 3]! - y) -
      (coordinates[2 * i + 2]! - x) * (coordinates[2 * i + 1]! - y)
  return twice > 0 ? 1 : -1
}

/** Moves vertices by a draw of the swelling, from where they are. */
export function swell(
  { streams, vertices, start, classes, steps }: DrawnSwelling,
  to: Float64Array,
  seed: number,
  draw: number,
): void {
  const deviates = streams.map((stream) => normalStream(seed, draw, stream, swellStream).next())
  for (const [i, vertex] of vertices.entries()) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const deviate = deviates[classes[k]!]!
      to[2 * vertex]! += deviate * steps[2 * k]!
      to[2 * vertex + 1]! += deviate * steps[2 * k + 1]!
    }
  }
}
