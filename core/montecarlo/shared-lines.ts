import { numbers } from '../geometry/shared-copy.ts'
import type { Extent, Shapes } from '../geometry/shapes.ts'
import { follow, leaderOf, sameM, type MovedLines } from './coincident-lines.ts'
import type { Plane } from './line-index.ts'

/** Lines of two layers that run on one another, by the numbers of the layers. */
export type SharedLine = {
  readonly layer: number
  /** The layer whose error they have. */
  readonly leader: number
  /** Of the leader's lines. */
  readonly lengthM: number
  /** Whether they are all of the leader's. */
  readonly isWhole: boolean
}

/** A layer's lines with its standard deviation, its correlation length and the number of its field (-1: none). */
export type UncertainLines = {
  readonly shapes: Shapes
  readonly accuracyM: number
  readonly lambdaM: number
  readonly field: number
}

const leastWithinM = 2
/** Of the standard deviation: lines that err on their own are seldom this near to one another over a length. */
const withinSigmas = 0.1
/** In correlation lengths. */
const overLengths = 4 / 3
const whole = 0.999

/**
 * The lines of layers, those that run on a layer's before them laid onto that. Two lines are one within max(2 m, 0.1 sd)
 * over 4/3 of a correlation length, sd being the root of the mean of both variances; see `follow`.
 */
export function shareLines(
  layers: readonly UncertainLines[],
  plane: Plane,
  halfM: number,
  isShared: boolean,
): { readonly lines: readonly MovedLines[]; readonly sharedLines: readonly SharedLine[] } {
  const lines: MovedLines[] = []
  const sharedLines: SharedLine[] = []
  for (const [layer, { shapes, field, accuracyM, lambdaM }] of layers.entries()) {
    const own: MovedLines = { shapes, fieldOf: new Int32Array(shapes.coordinates.length / 2).fill(field) }
    const others = layers.slice(0, layer).flatMap((other, i) => (other.field === field ? [] : [i]))
    const leaders = others.map((i) => {
      const sigmaM = Math.hypot(accuracyM, layers[i]!.accuracyM) / Math.SQRT2
      return leaderOf(
        lines[i]!,
        plane,
        Math.max(leastWithinM, withinSigmas * sigmaM),
        overLengths * Math.max(lambdaM, layers[i]!.lambdaM),
        halfM,
      )
    })
    const followed = follow(own, leaders, plane)
    lines.push(followed ? inSharedMemory(followed, isShared) : own)
    for (const [k, lengthM] of (followed?.sharedM ?? []).entries()) {
      const leader = others[k]!
      const allM = leaders[k]!.index.ringLength.reduce((sum, ringM) => sum + ringM, 0)
      if (lengthM > 0) sharedLines.push({ layer, leader, lengthM, isWhole: lengthM >= whole * allM })
    }
  }
  return { lines, sharedLines }
}

/** Layers that err as the plan does anyway, and whose lines are all of the plan's to the centimetre. */
export function linesOfPlan(layers: readonly UncertainLines[], plane: Plane, halfM: number): readonly SharedLine[] {
  const [plan, ...others] = layers.map(({ shapes, field }) => ({
    field,
    lines: { shapes, fieldOf: new Int32Array(shapes.coordinates.length / 2).fill(field) },
  }))
  if (!plan || others.every(({ field }) => field !== plan.field)) return []
  const leader = leaderOf(plan.lines, plane, sameM, 0, halfM)
  const allM = leader.index.ringLength.reduce((sum, ringM) => sum + ringM, 0)
  return others.flatMap(({ field, lines }, i) => {
    const lengthM = field === plan.field ? (follow(lines, [leader], plane)?.sharedM[0] ?? 0) : 0
    return lengthM >= whole * allM && lengthM > 0 ? [{ layer: i + 1, leader: 0, lengthM, isWhole: true }] : []
  })
}

function inSharedMemory({ shapes, fieldOf }: MovedLines, isShared: boolean): MovedLines {
  const coordinates = numbers(shapes.coordinates.length, isShared)
  coordinates.set(shapes.coordinates)
  return { shapes: { ...shapes, coordinates }, fieldOf }
}

/** The plane about the middle of an extent, and how far the extent reaches from there. */
export function planeAbout(
  [west, south, east, north]: Extent,
  { eastM, northM }: { readonly eastM: number; readonly northM: number },
) {
  const plane: Plane = {
    lon: (west + east) / 2,
    lat: (south + north) / 2,
    eastM: (eastM * Math.PI) / 180,
    northM: (northM * Math.PI) / 180,
  }
  return { plane, halfM: Math.max((east - west) * plane.eastM, (north - south) * plane.northM) / 2 }
}
