import type { Rings } from './rings.ts'

/** Edges in a leaf of a ring's tree, and children of its other nodes. */
export const leafEdges = 8
export const fan = 4

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

export function ringTrees(rings: Rings): RingTrees {
  const start = new Uint32Array(rings.count + 1)
  for (let ring = 0; ring < rings.count; ring++) {
    let level = leavesOf(rings, ring)
    let nodes = level
    while (level > 1) nodes += level = Math.ceil(level / fan)
    start[ring + 1] = start[ring]! + nodes
  }
  const boxes = new Float64Array(4 * start[rings.count]!)
  for (let ring = 0; ring < rings.count; ring++) {
    fillLeaves(rings, ring, boxes, start[ring]!)
    fillNodes(boxes, start[ring]!, leavesOf(rings, ring))
  }
  return { boxes, start }
}

export const leavesOf = (rings: Rings, ring: number): number =>
  Math.ceil((rings.start[ring + 1]! - rings.start[ring]! - 1) / leafEdges)

function fillLeaves(rings: Rings, ring: number, boxes: Float64Array, node: number): void {
  const { coordinates, start } = rings
  const end = start[ring + 1]! - 1
  let at = 4 * node
  for (let edge = start[ring]!; edge < end; edge += leafEdges) {
    const last = Math.min(edge + leafEdges, end)
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
  }
}

function fillNodes(boxes: Float64Array, firstNode: number, leaves: number): void {
  let below = 4 * firstNode
  let level = leaves
  while (level > 1) {
    const end = below + 4 * level
    let at = end
    for (let group = below; group < end; group += 4 * fan) {
      const groupEnd = Math.min(group + 4 * fan, end)
      let west = boxes[group]!
      let south = boxes[group + 1]!
      let east = boxes[group + 2]!
      let north = boxes[group + 3]!
      for (let child = group + 4; child < groupEnd; child += 4) {
        if (boxes[child]! < west) west = boxes[child]!
        if (boxes[child + 1]! < south) south = boxes[child + 1]!
        if (boxes[child + 2]! > east) east = boxes[child + 2]!
        if (boxes[child + 3]! > north) north = boxes[child + 3]!
      }
      boxes[at] = west
      boxes[at + 1] = south
      boxes[at + 2] = east
      boxes[at + 3] = north
      at += 4
    }
    below = end
    level = Math.ceil(level / fan)
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
