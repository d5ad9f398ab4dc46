import type { Crossings } from './crossings.ts'
import type { Rings } from './rings.ts'
import { numbers } from './shared-copy.ts'
import { authalicFrom, fillHeights, type Authalic } from './authalic.ts'
import { longClimbDegrees, longTerm, shortTerm } from './line-term.ts'

/** q and its slope at every place of the rings and at every crossing. */
export type Heights = {
  readonly origin: Authalic
  readonly atPlaces: Float64Array
  readonly atCrossings: Float64Array
}

/** Zeros for the heights, to be filled block by block. */
export function emptyHeights(rings: Rings, crossings: Crossings, referenceDegrees: number, isShared: boolean): Heights {
  return {
    origin: authalicFrom(referenceDegrees),
    atPlaces: numbers(rings.coordinates.length, isShared),
    atCrossings: numbers(2 * crossings.count, isShared),
  }
}

/** Heights to be filled in blocks of `blockPlaces` places or crossings, those of the crossings last. */
export type Filling = { readonly coordinates: Float64Array; readonly points: Float64Array; readonly heights: Heights }

const blockPlaces = 1 << 16

const blocksFor = (numbers: Float64Array): number => Math.ceil(numbers.length / 2 / blockPlaces)

export const fillingBlocks = ({ heights }: Filling): number =>
  blocksFor(heights.atPlaces) + blocksFor(heights.atCrossings)

/** Fills one block and returns its number. */
export function fillBlock({ coordinates, points, heights }: Filling, block: number): number {
  const ofPlaces = blocksFor(heights.atPlaces)
  const source = block < ofPlaces ? coordinates : points
  const target = block < ofPlaces ? heights.atPlaces : heights.atCrossings
  const first = 2 * blockPlaces * (block < ofPlaces ? block : block - ofPlaces)
  const end = Math.min(first + 2 * blockPlaces, target.length)
  fillHeights(heights.origin, source.subarray(first, end), target.subarray(first, end), (end - first) / 2)
  return block
}

/**
 * The integral of q over longitude (degrees) along a ring from event `from` to event `to`; -1 stands for the ring's
 * first place at the beginning and for its last at the end. Summed with compensation (Neumaier 1974).
 */
export function chainTerm(
  rings: Rings,
  crossings: Crossings,
  heights: Heights,
  ring: number,
  from: number,
  to: number,
): number {
  const { coordinates, start } = rings
  const { atPlaces, atCrossings, origin } = heights
  const fromPlace = from < 0 ? start[ring]! : crossings.edges[from]!
  const toPlace = to < 0 ? start[ring + 1]! - 2 : crossings.edges[to]!
  const end = to < 0 ? 2 * (toPlace + 1) : to & ~1
  const endPoints = to < 0 ? coordinates : crossings.points
  const endHeights = to < 0 ? atPlaces : atCrossings
  const at = from < 0 ? 2 * fromPlace : from & ~1
  const fromPoints = from < 0 ? coordinates : crossings.points
  const fromHeights = from < 0 ? atPlaces : atCrossings
  let x = fromPoints[at]!
  let y = fromPoints[at + 1]!
  let q = fromHeights[at]!
  let slope = fromHeights[at + 1]!
  let sum = 0
  let rest = 0
  for (let next = 2 * (fromPlace + 1), last = 2 * toPlace; next <= last; next += 2) {
    const nx = coordinates[next]!
    const ny = coordinates[next + 1]!
    const nq = atPlaces[next]!
    const nSlope = atPlaces[next + 1]!
    const climb = ny - y
    const term =
      climb > longClimbDegrees || climb < -longClimbDegrees
        ? longTerm(origin, x, y, nx, ny)
        : shortTerm(nx - x, climb, q, slope, nq, nSlope)
    const total = sum + term
    const grown = total - sum
    rest += sum - (total - grown) + (term - grown)
    sum = total
    x = nx
    y = ny
    q = nq
    slope = nSlope
  }
  const climb = endPoints[end + 1]! - y
  const term =
    climb > longClimbDegrees || climb < -longClimbDegrees
      ? longTerm(origin, x, y, endPoints[end]!, endPoints[end + 1]!)
      : shortTerm(endPoints[end]! - x, climb, q, slope, endHeights[end]!, endHeights[end + 1]!)
  return sum + (term + rest)
}
