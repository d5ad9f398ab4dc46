import { uniteBoxes } from './unite-boxes.ts'
import type { Rings } from './rings.ts'
import { numbers, wholeNumbers } from './shared-copy.ts'

/** Edges in a leaf of a ring's tree, and children of its other nodes: both powers of two. */
export const leafBits = 3
const leafEdges = 1 << leafBits
export const fanBits = 2
export const fan = 1 << fanBits

/** A ring of no more edges than this is one leaf: most buildings are. */
export const smallRing = 2 * leafEdges

/** Where a leaf that begins at place `from` ends, in a ring from place `first` to its last. */
export const leafEnd = (from: number, first: number, last: number): number =>
  last - first <= smallRing || from + leafEdges > last ? last : from + leafEdges

/** Nodes that it takes to hold `count` nodes of the level below. */
export const nodesFor = (count: number): number => (count + fan - 1) >> fanBits

/**
 * A static tree of boxes over each ring. A ring's edges are neighbours already, so nothing is sorted: a leaf is the
 * box of `leafEdges` consecutive edges, a node that of `fan` consecutive leaves or nodes, and the last node of a ring
 * is the box of the whole ring. Nodes of one level lie side by side, leaves first.
 */
export type RingTrees = {
  /** West, south, east, north of each node. */
  readonly boxes: Float64Array
  /** First node of each ring, and one more entry for the end. */
  readonly start: Uint32Array
}

export function ringTrees(rings: Rings, isShared = false): RingTrees {
  const start = wholeNumbers(rings.count + 1, isShared)
  for (let ring = 0; ring < rings.count; ring++) {
    let level = leavesOf(rings, ring)
    let nodes = level
    while (level > 1) nodes += level = nodesFor(level)
    start[ring + 1] = start[ring]! + nodes
  }
  const boxes = numbers(4 * start[rings.count]!, isShared)
  for (let ring = 0; ring < rings.count; ring++) {
    fillLeaves(rings, ring, boxes, start[ring]!)
    fillNodes(boxes, start[ring]!, leavesOf(rings, ring))
  }
  return { boxes, start }
}

export function leavesOf(rings: Rings, ring: number): number {
  const edges = rings.start[ring + 1]! - rings.start[ring]! - 1
  return edges <= smallRing ? 1 : (edges + leafEdges - 1) >> leafBits
}

function fillLeaves(rings: Rings, ring: number, boxes: Float64Array, node: number): void {
  const { coordinates, start } = rings
  const end = start[ring + 1]! - 1
  let at = 4 * node
  const first = start[ring]!
  for (let edge = first; edge < end;) {
    const last = leafEnd(edge, first, end)
    let west = coordinates[2 * edge]!
    let south = coordinates[2 * edge + 1]!
    let east = west
    let north = south
    for (let i = edge + 1; i <= last; i++) {
      const x = coordinates[2 * i]!
      const y = coordinates[2 * i + 1]!
      if (x < west) west = x
      else if (x > east) east = x
      if (y < south) south = y
      else if (y > north) north = y
    }
    boxes[at] = west
    boxes[at + 1] = south
    boxes[at + 2] = east
    boxes[at + 3] = north
    at += 4
    edge = last
  }
}

function fillNodes(boxes: Float64Array, firstNode: number, leaves: number): void {
  let below = 4 * firstNode
  for (let level = leaves; level > 1; level = nodesFor(level)) {
    const end = below + 4 * level
    uniteBoxes(boxes, below, end, fan)
    below = end
  }
}

/** The box of every ring. */
export function ringBoxes(rings: Rings, trees: RingTrees): Float64Array {
  const boxes = new Float64Array(4 * rings.count)
  for (let ring = 0; ring < rings.count; ring++) {
    const top = 4 * (trees.start[ring + 1]! - 1)
    for (let k = 0; k < 4; k++) boxes[4 * ring + k] = trees.boxes[top + k]!
  }
  return boxes
}
