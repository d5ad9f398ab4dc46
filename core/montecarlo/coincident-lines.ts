import type { Shapes } from '../geometry/shapes.ts'
import {
  distanceFrom,
  indexLines,
  inPlane,
  nextOf,
  placesNear,
  previousOf,
  type LineIndex,
  type Plane,
  type PlaceOnRing,
} from './line-index.ts'

/** The lines of a layer and the number of the field that moves each vertex; -1 where none does. */
export type MovedLines = { readonly shapes: Shapes; readonly fieldOf: Int32Array }

/** Lines that another layer's may run on, and how near those must be to be one with them. */
export type Leader = {
  readonly lines: MovedLines
  readonly index: LineIndex
  readonly withinM: number
  readonly overM: number
}

export type Followed = MovedLines & {
  /** For each leader how many metres of its lines are shared. */
  readonly sharedM: readonly number[]
}

/** Lines this near are the same line, however short. */
export const sameM = 0.01
const leastSameM = 1
/** A run must get ahead along its leader by this part of its own length. */
const advances = 0.9

/** Lines indexed for `follow`. */
export const leaderOf = (lines: MovedLines, plane: Plane, withinM: number, overM: number, halfM: number): Leader => ({
  lines,
  index: indexLines(lines.shapes, plane, withinM, halfM),
  withinM,
  overM,
})

/**
 * Lays lines of a layer that run on a leader's onto them: along every run of at least `overM` metres that stays within
 * `withinM` of the leader (or of a metre that stays within a centimetre) the leader's vertices take the place of its own,
 * and move as the leader's do. The first leader that a line runs on has it. An edge from one run to another that is on no
 * leader gets a vertex of its own. `null` where no line runs on any.
 */
export function follow(own: MovedLines, leaders: readonly Leader[], plane: Plane): Followed | null {
  const { partStart } = own.shapes
  const xy = inPlane(own.shapes.coordinates, plane)
  const built: Built = { coordinates: [], fieldOf: [], shared: leaders.map(() => new Set()) }
  const starts = new Uint32Array(partStart.length)
  for (let ring = 0; ring + 1 < partStart.length; ring++) {
    const [from, to] = [partStart[ring]!, partStart[ring + 1]!]
    layRing(own, from, to, leaders, runsOf(xy, from, to, leaders), built)
    starts[ring + 1] = built.fieldOf.length
  }
  if (built.shared.every(({ size }) => size === 0)) return null
  return {
    shapes: { ...own.shapes, coordinates: Float64Array.from(built.coordinates), partStart: starts },
    fieldOf: Int32Array.from(built.fieldOf),
    sharedM: built.shared.map((edges, i) => lengthOf(edges, leaders[i]!.index)),
  }
}

/** A run of edges of a ring along one ring of a leader, from vertex `first` over `edges` edges. */
type Run = {
  readonly leader: number
  readonly first: number
  readonly edges: number
  readonly begin: PlaceOnRing
  readonly end: PlaceOnRing
  /** Along the leader's ring, metres; negative where it runs the other way. */
  readonly advanceM: number
}

type Step = {
  readonly leader: number
  readonly begin: PlaceOnRing
  readonly end: PlaceOnRing
  readonly advanceM: number
  readonly lengthM: number
}

/** The runs of a ring that count as one line with a leader's; vertices are numbered from the ring's first. */
function runsOf(xy: Float64Array, from: number, to: number, leaders: readonly Leader[]): Run[] {
  const count = to - from
  const places = Array.from({ length: count }, (_, i) =>
    leaders.map(({ index, withinM }) => placesNear(index, xy[2 * (from + i)]!, xy[2 * (from + i) + 1]!, withinM)),
  )
  const steps: (Step | null)[] = []
  for (let i = 0; i < count; i++)
    steps.push(
      stepOf(
        xy,
        from + i,
        from + ((i + 1) % count),
        places[i]!,
        places[(i + 1) % count]!,
        leaders,
        steps[i - 1] ?? null,
      ),
    )
  const goesOn = (i: number): boolean => isOneLine(steps[(i + count - 1) % count]!, steps[i]!)
  const start = steps.findIndex((_, i) => !goesOn(i))
  const runs: Run[] = []
  for (let done = 0; done < count;) {
    const first = (Math.max(0, start) + done) % count
    let edges = 1
    while (done + edges < count && goesOn((first + edges) % count)) edges++
    const own = Array.from({ length: edges }, (_, k) => steps[(first + k) % count]!)
    done += edges
    const begin = own[0]
    if (!begin || !counts(own, leaders[begin.leader]!)) continue
    runs.push({
      leader: begin.leader,
      first,
      edges,
      begin: begin.begin,
      end: own.at(-1)!.end,
      advanceM: own.reduce((sum, { advanceM }) => sum + advanceM, 0),
    })
  }
  return runs
}

const isOneLine = (a: Step | null, b: Step | null): boolean =>
  a === null || b === null ? a === b : a.leader === b.leader && a.end.ring === b.begin.ring

function counts(steps: readonly Step[], { overM }: Leader): boolean {
  const lengthM = steps.reduce((sum, step) => sum + step.lengthM, 0)
  const isSame = steps.every(({ begin, end }) => begin.distanceM <= sameM && end.distanceM <= sameM)
  const advanceM = Math.abs(steps.reduce((sum, step) => sum + step.advanceM, 0))
  return lengthM >= (isSame ? leastSameM : overM) && advanceM >= advances * lengthM
}

/** An edge as a step along a leader: that of the edge before, where it can be, else of the first leader there is. */
function stepOf(
  xy: Float64Array,
  a: number,
  b: number,
  atA: readonly (readonly PlaceOnRing[])[],
  atB: readonly (readonly PlaceOnRing[])[],
  leaders: readonly Leader[],
  before: Step | null,
): Step | null {
  let found: Step | null = null
  for (const [leader, own] of leaders.entries()) {
    for (const begin of atA[leader]!) {
      const end = atB[leader]!.find(({ ring }) => ring === begin.ring)
      const step = end ? stepAlong(xy, a, b, leader, own, begin, end) : null
      if (step && before && isOneLine(before, step)) return step
      found ??= step
    }
  }
  return found
}

function stepAlong(
  xy: Float64Array,
  a: number,
  b: number,
  leader: number,
  { index, withinM }: Leader,
  begin: PlaceOnRing,
  end: PlaceOnRing,
): Step | null {
  const [x0, y0, x1, y1] = [xy[2 * a]!, xy[2 * a + 1]!, xy[2 * b]!, xy[2 * b + 1]!]
  const lengthM = Math.hypot(x1 - x0, y1 - y0)
  const around = index.ringLength[begin.ring]!
  const forward = modulo(end.alongM - begin.alongM, around)
  const advanceM = forward <= around / 2 ? forward : forward - around
  if (Math.abs(advanceM) > lengthM + 2 * withinM) return null
  const strays = verticesAlong(index, begin, advanceM).some(
    (vertex) => distanceFrom(index.xy, vertex, x0, y0, x1, y1) > withinM,
  )
  return strays ? null : { leader, begin, end, advanceM, lengthM }
}

const endM = 1e-6

/** The vertices of a ring strictly between a place and another so many metres on; backwards where that is negative. */
function verticesAlong(index: LineIndex, { ring, edge, alongM }: PlaceOnRing, advanceM: number): number[] {
  const [first, end] = [index.partStart[ring]!, index.partStart[ring + 1]!]
  const around = index.ringLength[ring]!
  const step = advanceM < 0 ? -1 : 1
  const passed: number[] = []
  let vertex = step < 0 ? edge : nextOf(index, edge)
  for (let k = first; k < end; k++) {
    const way = modulo(step * (index.along[vertex]! - alongM), around)
    const isBegin = way <= endM || way >= around - endM
    if (!isBegin && way >= Math.abs(advanceM) - endM) break
    if (!isBegin) passed.push(vertex)
    vertex += step
    if (vertex === end) vertex = first
    if (vertex < first) vertex = end - 1
  }
  return passed
}

type Built = { readonly coordinates: number[]; readonly fieldOf: number[]; readonly shared: readonly Set<number>[] }

/** Adds a ring with its runs laid onto their leaders. */
function layRing(
  { shapes, fieldOf }: MovedLines,
  from: number,
  to: number,
  leaders: readonly Leader[],
  runs: readonly Run[],
  built: Built,
): void {
  const count = to - from
  const ends = new Map<number, readonly [Run, PlaceOnRing]>()
  const inside = new Uint8Array(count)
  for (const run of runs) {
    for (let k = 1; k < run.edges; k++) inside[(run.first + k) % count] = 1
    const last = (run.first + run.edges) % count
    if (last === run.first) inside[last] = 1
    else {
      ends.set(run.first, [run, run.begin])
      ends.set(last, [run, run.end])
    }
  }
  const begun = new Map(runs.map((run) => [run.first, run]))
  for (let i = 0; i < count; i++) {
    const end = ends.get(i)
    if (end) addPlace(built, placed(leaders[end[0].leader]!, end[1]))
    else if (inside[i] === 0) addVertex(built, shapes.coordinates, from + i, fieldOf[from + i]!)
    const run = begun.get(i)
    if (!run) {
      const beyond = ends.get((i + 1) % count)
      if (end && beyond) addMiddle(built, placed(leaders[beyond[0].leader]!, beyond[1]), fieldOf[from + i]!)
      continue
    }
    const { lines, index } = leaders[run.leader]!
    const isWhole = run.edges === count
    const vertices = isWhole ? wholeRing(index, run) : verticesAlong(index, run.begin, run.advanceM)
    for (const vertex of vertices) addVertex(built, lines.shapes.coordinates, vertex, lines.fieldOf[vertex]!)
    const shared = built.shared[run.leader]!
    for (const edge of edgesOf(index, run, vertices)) shared.add(edge)
  }
}

/** The edges of the leader that a run lies on: that of its begin, and one from every vertex that it passes. */
function edgesOf(index: LineIndex, { begin, advanceM }: Run, vertices: readonly number[]): number[] {
  const onward = (vertex: number): number => (advanceM < 0 ? previousOf(index, vertex) : vertex)
  const { edge, part } = begin
  const first = part === 0 ? onward(edge) : part === 1 ? onward(nextOf(index, edge)) : edge
  return [first, ...vertices.map(onward)]
}

/** All vertices of the leader's ring in the run's direction. */
function wholeRing({ partStart }: LineIndex, { begin: { ring }, advanceM }: Run): number[] {
  const vertices = Array.from({ length: partStart[ring + 1]! - partStart[ring]! }, (_, k) => partStart[ring]! + k)
  return advanceM < 0 ? vertices.reverse() : vertices
}

function addVertex({ coordinates, fieldOf }: Built, from: Float64Array, vertex: number, field: number): void {
  coordinates.push(from[2 * vertex]!, from[2 * vertex + 1]!)
  fieldOf.push(field)
}

type Placed = { readonly x: number; readonly y: number; readonly field: number }

function addPlace({ coordinates, fieldOf }: Built, { x, y, field }: Placed): void {
  coordinates.push(x, y)
  fieldOf.push(field)
}

/** The middle of an edge whose ends are both on leaders and which itself is on none: it errs on its own. */
function addMiddle(built: Built, { x, y }: Placed, field: number): void {
  const { coordinates } = built
  addPlace(built, { x: (coordinates.at(-2)! + x) / 2, y: (coordinates.at(-1)! + y) / 2, field })
}

/** A place on a leader's edge; its vertex itself where it is one. */
function placed({ lines, index }: Leader, { edge, part }: PlaceOnRing): Placed {
  const next = nextOf(index, edge)
  const { coordinates } = lines.shapes
  const at = (axis: 0 | 1): number => {
    const [a, b] = [coordinates[2 * edge + axis]!, coordinates[2 * next + axis]!]
    return part === 0 ? a : part === 1 ? b : a + part * (b - a)
  }
  return { x: at(0), y: at(1), field: lines.fieldOf[part === 1 ? next : edge]! }
}

function lengthOf(edges: ReadonlySet<number>, index: LineIndex): number {
  let sum = 0
  for (const edge of edges) {
    const next = nextOf(index, edge)
    sum += Math.hypot(index.xy[2 * next]! - index.xy[2 * edge]!, index.xy[2 * next + 1]! - index.xy[2 * edge + 1]!)
  }
  return sum
}

const modulo = (value: number, by: number): number => (by > 0 ? ((value % by) + by) % by : 0)
