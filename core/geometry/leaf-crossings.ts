import { crossEdges } from './edge-crossing.ts'
import type { Crossings } from './crossings.ts'
import type { Rings } from './rings.ts'
import { leafBits, leafEnd, smallRing } from './ring-trees.ts'

/** Edges of the two leaves at hand that reach into the ground that the leaves share. */
const nearA = new Int32Array(smallRing)
const nearB = new Int32Array(smallRing)

/** Adds the crossings between a leaf of ring a and a leaf of ring b; the boxes of the two nodes overlap. */
export function crossLeaves(
  rings: Rings,
  boxes: Float64Array,
  a: number,
  nodeA: number,
  leafA: number,
  b: number,
  nodeB: number,
  leafB: number,
  crossings: Crossings,
): void {
  const { coordinates, start } = rings
  const firstA = start[a]!
  const lastA = start[a + 1]! - 1
  const firstB = start[b]!
  const lastB = start[b + 1]! - 1
  const fromA = firstA + (leafA << leafBits)
  const fromB = firstB + (leafB << leafBits)
  const endA = leafEnd(fromA, firstA, lastA)
  const endB = leafEnd(fromB, firstB, lastB)
  if (endA === fromB ? runsOneWay(coordinates, fromA, endB) : endB === fromA && runsOneWay(coordinates, fromB, endA))
    return
  const west = Math.max(boxes[4 * nodeA]!, boxes[4 * nodeB]!)
  const south = Math.max(boxes[4 * nodeA + 1]!, boxes[4 * nodeB + 1]!)
  const east = Math.min(boxes[4 * nodeA + 2]!, boxes[4 * nodeB + 2]!)
  const north = Math.min(boxes[4 * nodeA + 3]!, boxes[4 * nodeB + 3]!)
  let countA = 0
  for (let e = fromA; e < endA; e++) {
    const x = coordinates[2 * e]!
    const nx = coordinates[2 * e + 2]!
    const y = coordinates[2 * e + 1]!
    const ny = coordinates[2 * e + 3]!
    if ((x > east && nx > east) || (x < west && nx < west) || (y > north && ny > north) || (y < south && ny < south))
      continue
    nearA[countA++] = e
  }
  if (countA === 0) return
  let countB = 0
  for (let f = fromB; f < endB; f++) {
    const x = coordinates[2 * f]!
    const nx = coordinates[2 * f + 2]!
    const y = coordinates[2 * f + 1]!
    const ny = coordinates[2 * f + 3]!
    if ((x > east && nx > east) || (x < west && nx < west) || (y > north && ny > north) || (y < south && ny < south))
      continue
    nearB[countB++] = f
  }
  for (let i = 0; i < countA; i++) {
    const e = nearA[i]!
    const afterE = e + 1 === lastA ? firstA : e + 1
    for (let k = 0; k < countB; k++) {
      const f = nearB[k]!
      const afterF = f + 1 === lastB ? firstB : f + 1
      if (afterE === f || afterF === e || apart(coordinates, e, f)) continue
      crossEdges(coordinates, crossings, e, afterE, a, f, afterF, b)
    }
  }
}

/** Adds the crossings among the edges of one leaf. */
export function crossInLeaf(rings: Rings, ring: number, leaf: number, crossings: Crossings): void {
  const { coordinates, start } = rings
  const first = start[ring]!
  const last = start[ring + 1]! - 1
  const from = first + (leaf << leafBits)
  const end = leafEnd(from, first, last)
  if (end - from < 3 || runsOneWay(coordinates, from, end)) return
  for (let e = from; e + 2 < end; e++) {
    for (let f = e + 2; f < end; f++) {
      const afterF = f + 1 === last ? first : f + 1
      if (afterF === e || apart(coordinates, e, f)) continue
      crossEdges(coordinates, crossings, e, e + 1, ring, f, afterF, ring)
    }
  }
}

/** Whether the boxes of two edges have nothing in common. */
function apart(coordinates: Float64Array, e: number, f: number): boolean {
  const ax = coordinates[2 * e]!
  const bx = coordinates[2 * e + 2]!
  const cx = coordinates[2 * f]!
  const dx = coordinates[2 * f + 2]!
  if (ax < bx ? (cx > bx && dx > bx) || (cx < ax && dx < ax) : (cx > ax && dx > ax) || (cx < bx && dx < bx)) return true
  const ay = coordinates[2 * e + 1]!
  const by = coordinates[2 * e + 3]!
  const cy = coordinates[2 * f + 1]!
  const dy = coordinates[2 * f + 3]!
  return ay < by ? (cy > by && dy > by) || (cy < ay && dy < ay) : (cy > ay && dy > ay) || (cy < by && dy < by)
}

/**
 * Whether every edge of the run advances in the direction from its first vertex to its last, beyond the doubt of
 * rounding: such a run does not cross itself.
 */
function runsOneWay(coordinates: Float64Array, from: number, end: number): boolean {
  let x = coordinates[2 * from]!
  let y = coordinates[2 * from + 1]!
  const alongX = coordinates[2 * end]! - x
  const alongY = coordinates[2 * end + 1]! - y
  for (let next = 2 * from + 2; next <= 2 * end; next += 2) {
    const nx = coordinates[next]!
    const ny = coordinates[next + 1]!
    const byX = (nx - x) * alongX
    const byY = (ny - y) * alongY
    if (!(byX + byY > 1e-14 * (Math.abs(byX) + Math.abs(byY)))) return false
    x = nx
    y = ny
  }
  return true
}
