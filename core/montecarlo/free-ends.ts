import { numbers } from '../geometry/shared-copy.ts'
import { sameM, type MovedLines } from './coincident-lines.ts'
import { distanceFrom, inPlane, type Plane } from './line-index.ts'

/** How the lines of a field err: standard deviation, and the length that one edge may have at most. */
export type FieldError = { readonly accuracyM: number; readonly longestM: number }

/** A line that ends on the plan's is drawn so many standard deviations past it. */
const pastSigmas = 5
/** Of the way past the plan's line to where the plan begins again. */
const partOfGap = 0.5
/** Sine of the angle below which a line that goes on past the plan's runs along it. */
const alongSine = 0.05

type Line = { readonly xy: Float64Array; readonly next: Uint32Array; readonly field: number }

/**
 * Where a zone's line leaves the plan's into the plan, the part that is the plan's errs as the plan does and the rest on
 * its own. The vertex between is therefore there twice, once for each, or the free part would hang on the plan's line by
 * its ends, the more of it the shorter it is. Between the two the free part goes straight on past the plan's line and
 * back, so that it still cuts the plan from side to side when it moves along. Nothing of the ground changes by it.
 * `errorOf` is of each field; the first of `layers` is the plan.
 */
export function splitFreeEnds(
  layers: readonly MovedLines[],
  errorOf: (field: number) => FieldError,
  plane: Plane,
  isShared: boolean,
): readonly MovedLines[] {
  const [plan, ...others] = layers
  if (!plan || plan.fieldOf.length === 0) return layers
  const line: Line = { xy: inPlane(plan.shapes.coordinates, plane), next: nextVertices(plan), field: plan.fieldOf[0]! }
  return [plan, ...others.map((own) => splitEnds(own, line, errorOf, plane, isShared))]
}

function nextVertices({ shapes: { partStart }, fieldOf }: MovedLines): Uint32Array {
  const next = Uint32Array.from(fieldOf, (_, i) => i + 1)
  for (let ring = 0; ring + 1 < partStart.length; ring++)
    if (partStart[ring + 1]! > partStart[ring]!) next[partStart[ring + 1]! - 1] = partStart[ring]!
  return next
}

function splitEnds(
  own: MovedLines,
  plan: Line,
  errorOf: (field: number) => FieldError,
  plane: Plane,
  isShared: boolean,
): MovedLines {
  const {
    shapes: { coordinates, partStart },
    fieldOf,
  } = own
  const ofPlan = fieldOf.reduce((sum, field) => sum + (field === plan.field ? 1 : 0), 0)
  if (ofPlan === 0 || ofPlan === fieldOf.length) return own
  const xy = inPlane(coordinates, plane)
  const built: { readonly places: number[]; readonly fields: number[] } = { places: [], fields: [] }
  const add = (lon: number, lat: number, field: number): void => {
    built.places.push(lon, lat)
    built.fields.push(field)
  }
  /** The way past the plan's line and back to the free line, from its farthest point. */
  const past = (vertex: number, free: number): (readonly [number, number])[] => {
    const lengthM = pastM(
      xy,
      vertex,
      free,
      plan,
      pastSigmas * Math.hypot(errorOf(plan.field).accuracyM, errorOf(fieldOf[free]!).accuracyM),
    )
    if (lengthM === null) return []
    const [x, y] = [coordinates[2 * vertex]!, coordinates[2 * vertex + 1]!]
    const perEdge = lengthM / Math.hypot(xy[2 * free]! - xy[2 * vertex]!, xy[2 * free + 1]! - xy[2 * vertex + 1]!)
    const [east, north] = [(x - coordinates[2 * free]!) * perEdge, (y - coordinates[2 * free + 1]!) * perEdge]
    const pieces = Math.ceil(lengthM / errorOf(fieldOf[free]!).longestM)
    return Array.from({ length: pieces + 1 }, (_, k) =>
      k === pieces ? [x, y] : [x + east * (1 - k / pieces), y + north * (1 - k / pieces)],
    )
  }
  const starts = new Uint32Array(partStart.length)
  for (let ring = 0; ring + 1 < partStart.length; ring++) {
    const [from, to] = [partStart[ring]!, partStart[ring + 1]!]
    for (let vertex = from; vertex < to; vertex++) {
      const [before, after] = [vertex > from ? vertex - 1 : to - 1, vertex + 1 < to ? vertex + 1 : from]
      const isEnd = (free: number): boolean => fieldOf[vertex] === plan.field && fieldOf[free] !== plan.field
      if (isEnd(before)) for (const [lon, lat] of past(vertex, before).toReversed()) add(lon, lat, fieldOf[before]!)
      add(coordinates[2 * vertex]!, coordinates[2 * vertex + 1]!, fieldOf[vertex]!)
      if (isEnd(after)) for (const [lon, lat] of past(vertex, after)) add(lon, lat, fieldOf[after]!)
    }
    starts[ring + 1] = built.fields.length
  }
  const split = numbers(built.places.length, isShared)
  split.set(built.places)
  return { shapes: { ...own.shapes, coordinates: split, partStart: starts }, fieldOf: Int32Array.from(built.fields) }
}

/**
 * How far the line from `free` to `vertex` may go on past the plan's line, on which `vertex` lies: `mostM`, less where the
 * plan begins again, nothing where the line would go on in the plan or along its line. `null` where `vertex` is not on the
 * plan's line, or the free line does not come from inside the plan.
 */
function pastM(xy: Float64Array, vertex: number, free: number, plan: Line, mostM: number): number | null {
  const [x, y] = [xy[2 * vertex]!, xy[2 * vertex + 1]!]
  const [run, climb] = [x - xy[2 * free]!, y - xy[2 * free + 1]!]
  const length = Math.hypot(run, climb)
  if (length === 0) return null
  const [east, north] = [run / length, climb / length]
  let [isOn, isAlong, onward, back, gapM] = [false, false, 0, 0, Infinity]
  // Every end asks every edge of the plan: a loop over bare numbers, and distances only of edges that come near.
  for (let a = 0; a < plan.next.length; a++) {
    const b = plan.next[a]!
    const ax = plan.xy[2 * a]! - x
    const ay = plan.xy[2 * a + 1]! - y
    const bx = plan.xy[2 * b]! - x
    const by = plan.xy[2 * b + 1]! - y
    if (isNear(ax, ay, bx, by)) {
      const distanceM = distanceFrom(
        xy,
        vertex,
        plan.xy[2 * a]!,
        plan.xy[2 * a + 1]!,
        plan.xy[2 * b]!,
        plan.xy[2 * b + 1]!,
      )
      if (distanceM <= sameM) {
        isOn = true
        isAlong ||= runsTo(ax, ay, east, north) || runsTo(bx, by, east, north)
      }
    }
    const sideA = east * ay - north * ax
    const sideB = east * by - north * bx
    if (sideA >= 0 === sideB >= 0) continue
    const part = sideA / (sideA - sideB)
    const alongM = east * (ax + part * (bx - ax)) + north * (ay + part * (by - ay))
    if (alongM > sameM) {
      onward++
      gapM = Math.min(gapM, alongM)
    } else if (alongM < -sameM) back++
  }
  if (!isOn || back % 2 === 0) return null
  return onward % 2 === 1 || isAlong ? 0 : Math.min(mostM, partOfGap * gapM)
}

/** Whether the box of an edge comes so near to the origin that its line may; with leeway, for the distance decides. */
function isNear(ax: number, ay: number, bx: number, by: number): boolean {
  const mostM = 2 * sameM
  return (
    (ax <= mostM || bx <= mostM) &&
    (ax >= -mostM || bx >= -mostM) &&
    (ay <= mostM || by <= mostM) &&
    (ay >= -mostM || by >= -mostM)
  )
}

/** Whether the way to a point is nearly that of a direction. */
function runsTo(x: number, y: number, east: number, north: number): boolean {
  const distanceM = Math.hypot(x, y)
  return distanceM > sameM && east * x + north * y > 0 && Math.abs(east * y - north * x) < alongSine * distanceM
}
