import type { LabelGrid } from './pixel-grid.ts'

/**
 * A line between two labels along pixel edges, from a place where three or more edges meet to the next, or closed: corners as x, y, x,
 * y …, the first repeated at the end of a closed one. `left` and `right` are as seen on the picture, going along it.
 */
export type Arc = {
  readonly corners: Int32Array
  readonly left: number
  readonly right: number
  readonly isClosed: boolean
}

const [east, south, west, north] = [0, 1, 2, 3]
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const

/** All lines between labels, each once; beyond the picture is label 0. */
export function boundaryArcs({ width, height, labels }: LabelGrid): Arc[] {
  const [columns, corners] = [width + 1, (width + 1) * (height + 1)]
  const labelAt = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : labels[y * width + x]!
  /** The labels on the left and the right of the edge that leaves a corner in a direction. */
  const sides = (x: number, y: number, way: number): readonly [left: number, right: number] => {
    if (way === east) return [labelAt(x, y - 1), labelAt(x, y)]
    if (way === west) return [labelAt(x - 1, y), labelAt(x - 1, y - 1)]
    if (way === south) return [labelAt(x, y), labelAt(x - 1, y)]
    return [labelAt(x - 1, y - 1), labelAt(x, y - 1)]
  }
  const isEdge = (x: number, y: number, way: number): boolean => {
    const [left, right] = sides(x, y, way)
    return left !== right
  }
  const degree = (x: number, y: number): number => steps.reduce((sum, _, way) => sum + (isEdge(x, y, way) ? 1 : 0), 0)
  // Of each corner whether the edge to its east, or its south, was walked.
  const walked = new Uint8Array(2 * corners)
  const numberOf = (x: number, y: number, way: number): number => {
    const corner = (y + (way === north ? -1 : 0)) * columns + x + (way === west ? -1 : 0)
    return 2 * corner + (way === east || way === west ? 0 : 1)
  }
  const walk = (x0: number, y0: number, first: number): Arc => {
    const path = [x0, y0]
    const [left, right] = sides(x0, y0, first)
    let [x, y, way] = [x0, y0, first]
    for (;;) {
      walked[numberOf(x, y, way)] = 1
      x += steps[way]![0]
      y += steps[way]![1]
      path.push(x, y)
      if ((x === x0 && y === y0) || degree(x, y) !== 2) break
      const back = (way + 2) % 4
      way = [east, south, west, north].find((each) => each !== back && isEdge(x, y, each))!
    }
    const isClosed = x === x0 && y === y0 && degree(x, y) === 2
    return { corners: Int32Array.from(path), left, right, isClosed }
  }
  const arcs: Arc[] = []
  for (const isFromNodes of [true, false]) {
    for (let y = 0; y <= height; y++) {
      for (let x = 0; x <= width; x++) {
        const edges = degree(x, y)
        if (edges === 0 || (isFromNodes && edges === 2)) continue
        for (const way of [east, south, west, north])
          if (isEdge(x, y, way) && walked[numberOf(x, y, way)] === 0) arcs.push(walk(x, y, way))
      }
    }
  }
  return arcs
}
