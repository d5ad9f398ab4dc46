import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Shapes } from '../geometry/shapes.ts'
import { edgeTouches } from './edge-touches.ts'
import type { Place } from './ring-meetings.ts'

/** A fault in the course of one part's vertices: how often, and where first. */
export type CourseFault = {
  readonly kind: 'points-repeated' | 'spike' | 'ring-short' | 'ring-touches-itself'
  readonly part: number
  readonly count: number
  readonly place: Place
}

/** A line that turns back on itself to a millimetre in a kilometre encloses nothing. */
const spikeSlope = 1e-6

/**
 * Points that repeat the one before, spikes, rings that come back to one of their points or edges, and rings without three
 * points, part by part.
 */
export function courseFaults(shapes: Shapes): CourseFault[] {
  if (shapes.kind === 'point') return []
  const faults: CourseFault[] = []
  for (let part = 0; part < shapes.partPolygon.length; part++)
    for (const fault of ofPart(shapes, part)) faults.push(fault)
  return faults
}

function ofPart({ kind, coordinates, partStart }: Shapes, part: number): CourseFault[] {
  const from = partStart[part]!
  const to = partStart[part + 1]!
  const isRing = kind === 'polygon'
  const x = (i: number): number => coordinates[2 * i]!
  const y = (i: number): number => coordinates[2 * i + 1]!
  const repeated = { count: 0, place: null as Place | null }
  const spikes = { count: 0, place: null as Place | null }
  const touches = { count: 0, place: null as Place | null }
  const visits = new Map<number, number>()
  const { eastM, northM } = metresPerRadian(y(from))
  const squeeze = eastM / northM
  const course: number[] = []
  for (let i = from; i < to; i++) {
    const previous = i > from ? i - 1 : isRing ? to - 1 : -1
    if (previous >= 0 && previous !== i && x(previous) === x(i) && y(previous) === y(i)) note(repeated, i)
    else {
      if (isRing && comesBack(i, course.length)) note(touches, i)
      course.push(i)
    }
  }
  for (const [at, i] of course.entries()) {
    const last = course[at - 1] ?? course.at(-1)!
    const next = course[at + 1] ?? course[0]!
    if (isRing && isSpike(last, i, next)) note(spikes, i)
  }
  const faults: CourseFault[] = []
  if (isRing && course.length < 3) return [{ kind: 'ring-short', part, count: 1, place: [x(from), y(from)] }]
  if (repeated.place) faults.push({ kind: 'points-repeated', part, count: repeated.count, place: repeated.place })
  if (spikes.place) faults.push({ kind: 'spike', part, count: spikes.count, place: spikes.place })
  const onEdges = isRing ? edgeTouches(placesOf(course)) : { count: 0, place: null }
  const touched = touches.place ?? onEdges.place
  if (touched) faults.push({ kind: 'ring-touches-itself', part, count: touches.count + onEdges.count, place: touched })
  return faults

  function note(fault: { count: number; place: Place | null }, i: number): void {
    fault.count++
    fault.place ??= [x(i), y(i)]
  }

  function placesOf(vertices: readonly number[]): Float64Array {
    const places = new Float64Array(2 * vertices.length)
    for (const [at, i] of vertices.entries()) {
      places[2 * at] = x(i)
      places[2 * at + 1] = y(i)
    }
    return places
  }

  /** Whether the ring was at this point before, other than by a spike; `visit` counts its different points. */
  function comesBack(i: number, visit: number): boolean {
    const key = x(i) + 1_000 * y(i)
    const earlier = visits.get(key)
    visits.set(key, visit)
    return earlier !== undefined && visit - earlier > 2
  }

  function isSpike(a: number, b: number, c: number): boolean {
    const ux = (x(b) - x(a)) * squeeze
    const uy = y(b) - y(a)
    const vx = (x(c) - x(b)) * squeeze
    const vy = y(c) - y(b)
    const along = ux * vx + uy * vy
    return along < 0 && Math.abs(ux * vy - uy * vx) <= -spikeSlope * along
  }
}
