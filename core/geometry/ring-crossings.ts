import type { Crossings } from './crossings.ts'
import { crossInLeaf, crossLeaves } from './leaf-crossings.ts'
import { leafCrossedOddly, spansOddly } from './ring-cover.ts'
import { fan, fanBits, leavesOf, nodesFor, type RingTrees } from './ring-trees.ts'
import type { Rings } from './rings.ts'

/** First node of each level of the two trees at hand, leaves first, and the pairs of nodes still to be visited. */
const levelsA = new Int32Array(20)
const levelsB = new Int32Array(20)
const stack = new Int32Array(4096)

/** Adds all crossings between two different rings whose boxes overlap. */
export function crossRings(rings: Rings, trees: RingTrees, a: number, b: number, crossings: Crossings): void {
  const topA = findLevels(rings, trees, a, levelsA)
  const topB = findLevels(rings, trees, b, levelsB)
  descend(rings, trees.boxes, a, topA, b, topB, crossings)
}

/** Adds all crossings of a ring with itself. */
export function crossItself(rings: Rings, trees: RingTrees, ring: number, crossings: Crossings): void {
  if (rings.start[ring + 1]! - rings.start[ring]! < 5) return
  const top = findLevels(rings, trees, ring, levelsA)
  if (top === 0) {
    crossInLeaf(rings, ring, 0, crossings)
    return
  }
  levelsB.set(levelsA)
  descend(rings, trees.boxes, ring, top, ring, top, crossings)
}

/**
 * Adds all crossings between a ring of a single leaf and another ring, and says whether the first vertex of the small
 * one lies inside the other: one descent for both, since most small rings meet no edge of a large one.
 */
export function crossSmallRing(
  rings: Rings,
  trees: RingTrees,
  small: number,
  ring: number,
  crossings: Crossings,
): boolean {
  const { coordinates, start } = rings
  const { boxes } = trees
  const vertex = start[small]!
  const x = coordinates[2 * vertex]!
  const y = coordinates[2 * vertex + 1]!
  const leaf = trees.start[small]!
  const west = boxes[4 * leaf]!
  const south = boxes[4 * leaf + 1]!
  const east = boxes[4 * leaf + 2]!
  const north = boxes[4 * leaf + 3]!
  const first = start[ring]!
  const last = start[ring + 1]! - 1
  const top = findLevels(rings, trees, ring, levelsB)
  let inside = 0
  let height = 2
  stack[0] = top
  stack[1] = levelsB[top]!
  while (height > 0) {
    height -= 2
    const level = stack[height]!
    const node = stack[height + 1]!
    const box = 4 * node
    if (boxes[box + 1]! > north || boxes[box + 3]! < south || boxes[box + 2]! < west) continue
    const index = node - levelsB[level]!
    if (boxes[box]! > east) {
      if (boxes[box + 1]! <= y && boxes[box + 3]! >= y)
        inside ^= spansOddly(coordinates, first, last, index, level, vertex)
    } else if (level > 0) {
      const child = levelsB[level - 1]! + (index << fanBits)
      const end = Math.min(child + fan, levelsB[level]!)
      for (let next = child; next < end; next++) {
        stack[height] = level - 1
        stack[height + 1] = next
        height += 2
      }
    } else {
      crossLeaves(rings, boxes, small, leaf, 0, ring, node, index, crossings)
      if (boxes[box + 1]! <= y && boxes[box + 3]! >= y && boxes[box + 2]! >= x) {
        inside ^= leafCrossedOddly(coordinates, first, last, index, vertex)
      }
    }
  }
  return inside === 1
}

/** Fills in where each level of a ring's tree begins, and returns the number of the top level. */
function findLevels(rings: Rings, trees: RingTrees, ring: number, levels: Int32Array): number {
  let level = 0
  let node = trees.start[ring]!
  levels[0] = node
  for (let width = leavesOf(rings, ring); width > 1; width = nodesFor(width)) levels[++level] = node += width
  levels[level + 1] = trees.start[ring + 1]!
  return level
}

/** Visits the pairs of nodes whose boxes overlap, from the tops of both trees down to pairs of leaves. */
function descend(
  rings: Rings,
  boxes: Float64Array,
  a: number,
  topA: number,
  b: number,
  topB: number,
  crossings: Crossings,
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
      if (nodeA === nodeB) crossInLeaf(rings, a, nodeA - levelsA[0]!, crossings)
      else crossLeaves(rings, boxes, a, nodeA, nodeA - levelsA[0]!, b, nodeB, nodeB - levelsB[0]!, crossings)
    } else if (nodeA === nodeB) height = pushOwnPairs(boxes, levelA, nodeA, height)
    else if (levelA >= levelB) height = pushChildren(boxes, levelsA, levelA, nodeA, levelB, nodeB, 0, height)
    else height = pushChildren(boxes, levelsB, levelB, nodeB, levelA, nodeA, 2, height)
  }
}

/** Pushes the children of `node` that overlap `other`, each with `other`; `at` is the child's place in the pair. */
function pushChildren(
  boxes: Float64Array,
  levels: Int32Array,
  level: number,
  node: number,
  otherLevel: number,
  other: number,
  at: number,
  height: number,
): number {
  const west = boxes[4 * other]!
  const south = boxes[4 * other + 1]!
  const east = boxes[4 * other + 2]!
  const north = boxes[4 * other + 3]!
  const first = levels[level - 1]! + ((node - levels[level]!) << fanBits)
  const end = Math.min(first + fan, levels[level]!)
  let free = height
  for (let child = first; child < end; child++) {
    const box = 4 * child
    if (boxes[box]! > east || boxes[box + 1]! > north || boxes[box + 2]! < west || boxes[box + 3]! < south) continue
    stack[free + at] = level - 1
    stack[free + at + 1] = child
    stack[free + 2 - at] = otherLevel
    stack[free + 3 - at] = other
    free += 4
  }
  return free
}

/** Pushes every child of a node with itself and with each later child that it overlaps. */
function pushOwnPairs(boxes: Float64Array, level: number, node: number, height: number): number {
  const first = levelsA[level - 1]! + ((node - levelsA[level]!) << fanBits)
  const end = Math.min(first + fan, levelsA[level]!)
  let free = height
  for (let child = first; child < end; child++) {
    const west = boxes[4 * child]!
    const south = boxes[4 * child + 1]!
    const east = boxes[4 * child + 2]!
    const north = boxes[4 * child + 3]!
    for (let other = child; other < end; other++) {
      const box = 4 * other
      if (boxes[box]! > east || boxes[box + 1]! > north || boxes[box + 2]! < west || boxes[box + 3]! < south) continue
      stack[free] = level - 1
      stack[free + 1] = child
      stack[free + 2] = level - 1
      stack[free + 3] = other
      free += 4
    }
  }
  return free
}
