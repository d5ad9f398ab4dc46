import { curveOrder } from './curve-order.ts'
import { uniteBoxes } from './unite-boxes.ts'

const fan = 8

type BoxTree = {
  readonly boxes: Float64Array
  /** Box of each leaf. */
  readonly order: Uint32Array
  /** First node of each level, leaves first, and the end. */
  readonly levels: readonly number[]
}

/** Calls `visit` once for every two of the boxes (west, south, east, north of each) that overlap or touch. */
export function eachOverlappingPair(
  boxes: Float64Array,
  count: number,
  visit: (smaller: number, larger: number) => void,
): void {
  if (count < 2) return
  const tree = boxTree(boxes, count)
  const top = tree.levels.length - 2
  joinNode(tree, top, tree.levels[top]!, visit)
}

function boxTree(boxes: Float64Array, count: number): BoxTree {
  const order = curveOrder(boxes, count)
  const levels = [0]
  let nodes = count
  for (let width = count; width > 1; nodes += width) {
    levels.push(nodes)
    width = Math.ceil(width / fan)
  }
  levels.push(nodes)
  const all = new Float64Array(4 * nodes)
  for (let leaf = 0; leaf < count; leaf++) {
    const from = 4 * order[leaf]!
    all[4 * leaf] = boxes[from]!
    all[4 * leaf + 1] = boxes[from + 1]!
    all[4 * leaf + 2] = boxes[from + 2]!
    all[4 * leaf + 3] = boxes[from + 3]!
  }
  for (let level = 1; level < levels.length - 1; level++)
    uniteBoxes(all, 4 * levels[level - 1]!, 4 * levels[level]!, fan)
  return { boxes: all, order, levels }
}

type Visit = (smaller: number, larger: number) => void

/** Joins what lies under one node with itself. */
function joinNode(tree: BoxTree, level: number, node: number, visit: Visit): void {
  if (level === 0) return
  const { levels } = tree
  const first = levels[level - 1]! + (node - levels[level]!) * fan
  const end = Math.min(first + fan, levels[level]!)
  for (let child = first; child < end; child++) {
    joinNode(tree, level - 1, child, visit)
    for (let other = child + 1; other < end; other++) {
      if (overlap(tree.boxes, child, other)) joinNodes(tree, level - 1, child, level - 1, other, visit)
    }
  }
}

/** Joins what lies under two nodes whose boxes overlap, opening the higher of the two. */
function joinNodes(tree: BoxTree, levelA: number, a: number, levelB: number, b: number, visit: Visit): void {
  if (levelA === 0 && levelB === 0) {
    const i = tree.order[a]!
    const j = tree.order[b]!
    if (i < j) visit(i, j)
    else visit(j, i)
  } else if (levelA < levelB) joinNodes(tree, levelB, b, levelA, a, visit)
  else {
    const { levels } = tree
    const { boxes } = tree
    const west = boxes[4 * b]!
    const south = boxes[4 * b + 1]!
    const east = boxes[4 * b + 2]!
    const north = boxes[4 * b + 3]!
    const first = levels[levelA - 1]! + (a - levels[levelA]!) * fan
    const end = Math.min(first + fan, levels[levelA]!)
    for (let child = first; child < end; child++) {
      const box = 4 * child
      if (boxes[box]! > east || boxes[box + 1]! > north || boxes[box + 2]! < west || boxes[box + 3]! < south) continue
      joinNodes(tree, levelA - 1, child, levelB, b, visit)
    }
  }
}

function overlap(boxes: Float64Array, a: number, b: number): boolean {
  const i = 4 * a
  const j = 4 * b
  return (
    boxes[i]! <= boxes[j + 2]! &&
    boxes[i + 2]! >= boxes[j]! &&
    boxes[i + 1]! <= boxes[j + 3]! &&
    boxes[i + 3]! >= boxes[j + 1]!
  )
}
