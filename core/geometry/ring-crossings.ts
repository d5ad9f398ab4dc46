import { crossEdges } from './edge-crossing.ts'
import type { Crossings } from './crossings.ts'
import type { Rings } from './rings.ts'
import { fan, leafEdges, leavesOf, type RingTrees } from './ring-trees.ts'

/** First node of each level of the two trees at hand, leaves first, and the pairs of nodes still to be visited. */
const levelsA = new Uint32Array(20)
const levelsB = new Uint32Array(20)
let stack = new Uint32Array(1024)

/** Adds all crossings between two different rings whose boxes overlap. */
export function crossRings(rings: Rings, trees: RingTrees, a: number, b: number, crossings: Crossings): void {
  const topA = findLevels(trees, a, leavesOf(rings, a), levelsA)
  const topB = findLevels(trees, b, leavesOf(rings, b), levelsB)
  if (topA === 0 && topB === 0) crossLeaves(rings, trees.boxes, a, levelsA[0]!, 0, b, levelsB[0]!, 0, crossings)
  else descend(rings, trees.boxes, a, topA, b, topB, crossings)
}

/** Adds all crossings of a ring with itself. */
export function crossItself(rings: Rings, trees: RingTrees, ring: number, crossings: Crossings): void {
  const edges = rings.start[ring + 1]! - rings.start[ring]! - 1
  if (edges < 4) return
  const top = findLevels(trees, ring, leavesOf(rings, ring), levelsA)
  levelsB.set(levelsA)
  if (top === 0) crossInLeaf(rings, ring, 0, crossings)
  else descend(rings, trees.boxes, ring, top, ring, top, crossings)
}

function findLevels(trees: RingTrees, ring: number, leaves: number, levels: Uint32Array): number {
  let level = 0
  let node = trees.start[ring]!
  levels[0] = node
  for (let width = leaves; width > 1; width = Math.ceil(width / fan)) {
    node += width
    levels[++level] = node
  }
  levels[level + 1] = trees.start[ring + 1]!
  return level
}

/** Visits the pairs of nodes whose boxes overlap, from the tops of both trees down to pairs of leaves. */
function descend(
  rings: Rings, boxes: Float64Array, a: number, topA: number, b: number, topB: number, crossings: Crossings,
): void {
  let height = 4
  stack[0] = topA
  stack[1] = levelsA[topA]!
  stack[2] = topB
  stack[3] = levelsB[topB]!
  while (height > 0) {
    height -= 4
    const levelA = stack[height]!
    const nodeA = stack[height + 1]!
    const levelB = stack[height + 2]!
    const nodeB = stack[height + 3]!
    if (levelA === 0 && levelB === 0) {
      const leafA = nodeA - levelsA[0]!
      const leafB = nodeB - levelsB[0]!
      if (nodeA === nodeB) crossInLeaf(rings, a, leafA, crossings)
      else crossLeaves(rings, boxes, a, nodeA, leafA, b, nodeB, leafB, crossings)
      continue
    }
    if (height + 64 > stack.length) stack = doubled(stack)
    if (nodeA === nodeB) height = pushOwnPairs(boxes, levelA, nodeA, height)
    else if (levelA >= levelB) height = pushChildren(boxes, levelsA, levelA, nodeA, levelB, nodeB, true, height)
    else height = pushChildren(boxes, levelsB, levelB, nodeB, levelA, nodeA, false, height)
  }
}

/** Pushes the children of `node` that overlap `other`, each with `other`. */
function pushChildren(
  boxes: Float64Array, levels: Uint32Array, level: number, node: number, otherLevel: number, other: number,
  nodeFirst: boolean, height: number,
): number {
  const west = boxes[4 * other]!
  const south = boxes[4 * other + 1]!
  const east = boxes[4 * other + 2]!
  const north = boxes[4 * other + 3]!
  const first = levels[level - 1]! + (node - levels[level]!) * fan
  const end = Math.min(first + fan, levels[level]!)
  for (let child = first; child < end; child++) {
    const box = 4 * child
    if (boxes[box]! > east || boxes[box + 1]! > north || boxes[box + 2]! < west || boxes[box + 3]! < south) continue
    stack[height] = nodeFirst ? level - 1 : otherLevel
    stack[height + 1] = nodeFirst ? child : other
    stack[height + 2] = nodeFirst ? otherLevel : level - 1
    stack[height + 3] = nodeFirst ? other : child
    height += 4
  }
  return height
}

/** Pushes every child of a node with itself and with each later child that it overlaps. */
function pushOwnPairs(boxes: Float64Array, level: number, node: number, height: number): number {
  const first = levelsA[level - 1]! + (node - levelsA[level]!) * fan
  const end = Math.min(first + fan, levelsA[level]!)
  for (let child = first; child < end; child++) {
    const west = boxes[4 * child]!
    const south = boxes[4 * child + 1]!
    const east = boxes[4 * child + 2]!
    const north = boxes[4 * child + 3]!
    for (let other = child; other < end; other++) {
      const box = 4 * other
      if (boxes[box]! > east || boxes[box + 1]! > north || boxes[box + 2]! < west || boxes[box + 3]! < south) continue
      stack[height] = level - 1
      stack[height + 1] = child
      stack[height + 2] = level - 1
      stack[height + 3] = other
      height += 4
    }
  }
  return height
}

/** Tries the edges of one leaf with those of another, each with what lies in the ground that the leaves share. */
function crossLeaves(
  rings: Rings, boxes: Float64Array, a: number, nodeA: number, leafA: number, b: number, nodeB: number, leafB: number,
  crossings: Crossings,
): void {
  const { coordinates, start } = rings
  const west = Math.max(boxes[4 * nodeA]!, boxes[4 * nodeB]!)
  const south = Math.max(boxes[4 * nodeA + 1]!, boxes[4 * nodeB + 1]!)
  const east = Math.min(boxes[4 * nodeA + 2]!, boxes[4 * nodeB + 2]!)
  const north = Math.min(boxes[4 * nodeA + 3]!, boxes[4 * nodeB + 3]!)
  const firstA = start[a]!
  const lastA = start[a + 1]! - 1
  const firstB = start[b]!
  const lastB = start[b + 1]! - 1
  const fromA = firstA + leafA * leafEdges
  const endA = Math.min(fromA + leafEdges, lastA)
  const fromB = firstB + leafB * leafEdges
  const endB = Math.min(fromB + leafEdges, lastB)
  for (let e = fromA; e < endA; e++) {
    const ax = coordinates[2 * e]!
    const ay = coordinates[2 * e + 1]!
    const bx = coordinates[2 * e + 2]!
    const by = coordinates[2 * e + 3]!
    const eWest = ax < bx ? ax : bx
    const eEast = ax < bx ? bx : ax
    if (eWest > east || eEast < west) continue
    const eSouth = ay < by ? ay : by
    const eNorth = ay < by ? by : ay
    if (eSouth > north || eNorth < south) continue
    for (let f = fromB; f < endB; f++) {
      const cx = coordinates[2 * f]!
      const dx = coordinates[2 * f + 2]!
      if ((cx > eEast && dx > eEast) || (cx < eWest && dx < eWest)) continue
      const cy = coordinates[2 * f + 1]!
      const dy = coordinates[2 * f + 3]!
      if ((cy > eNorth && dy > eNorth) || (cy < eSouth && dy < eSouth)) continue
      const afterE = e + 1 === lastA ? firstA : e + 1
      const afterF = f + 1 === lastB ? firstB : f + 1
      if (afterE === f || afterF === e) continue
      crossEdges(coordinates, crossings, e, e, afterE, a, f, f, afterF, b)
    }
  }
}

/** Tries the edges of one leaf with each other. */
function crossInLeaf(rings: Rings, ring: number, leaf: number, crossings: Crossings): void {
  const { coordinates, start } = rings
  const first = start[ring]!
  const last = start[ring + 1]! - 1
  const from = first + leaf * leafEdges
  const end = Math.min(from + leafEdges, last)
  for (let e = from; e + 2 < end; e++) {
    const ax = coordinates[2 * e]!
    const ay = coordinates[2 * e + 1]!
    const bx = coordinates[2 * e + 2]!
    const by = coordinates[2 * e + 3]!
    const west = ax < bx ? ax : bx
    const east = ax < bx ? bx : ax
    const south = ay < by ? ay : by
    const north = ay < by ? by : ay
    for (let f = e + 2; f < end; f++) {
      const cx = coordinates[2 * f]!
      const dx = coordinates[2 * f + 2]!
      if ((cx > east && dx > east) || (cx < west && dx < west)) continue
      const cy = coordinates[2 * f + 1]!
      const dy = coordinates[2 * f + 3]!
      if ((cy > north && dy > north) || (cy < south && dy < south)) continue
      const afterF = f + 1 === last ? first : f + 1
      if (afterF === e) continue
      crossEdges(coordinates, crossings, e, e, e + 1, ring, f, f, afterF, ring)
    }
  }
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length)
  larger.set(array)
  return larger
}
