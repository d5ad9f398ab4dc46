import type { Edges } from './edges-once.ts'

/** Nested deeper than this, nobody drew it. */
const mostRounds = 500

/**
 * Rings of nodes that edges enclose, peeled off from the outside: the outline of each connected piece, then that of what
 * is left within, and so on. Edges with the same ground on both sides (dangling ends, bridges) bound nothing and are left
 * out. `null` where there is no end of it.
 */
export function peeledOutlines({ coordinates, ends }: Edges): readonly (readonly number[])[] | null {
  let left = Array.from({ length: ends.length / 2 }, (_, edge) => edge)
  const outlines: (readonly number[])[] = []
  for (let round = 0; left.length > 0; round++) {
    if (round === mostRounds) return null
    const { faceOf, faces } = facesOf(coordinates, ends, left)
    const bounding = left.filter((_, i) => faceOf[2 * i] !== faceOf[2 * i + 1])
    if (bounding.length < left.length) {
      left = bounding
      continue
    }
    const isOuter = faces.map(({ area }) => area < 0)
    for (const [face, { nodes }] of faces.entries()) if (isOuter[face]) outlines.push(nodes)
    left = left.filter((_, i) => !isOuter[faceOf[2 * i]!] && !isOuter[faceOf[2 * i + 1]!])
  }
  return outlines
}

type Faces = {
  /** Face on the left of each edge, in its direction and against it. */
  readonly faceOf: Int32Array
  readonly faces: readonly { readonly nodes: readonly number[]; readonly area: number }[]
}

/** Walks round every face: from an edge on to the next one clockwise from it, which keeps the face on the left. */
function facesOf(coordinates: Float64Array, ends: Int32Array, edges: readonly number[]): Faces {
  // Half-edge 2i runs from the first end of edge i to its second, 2i + 1 back.
  const fromOf = (half: number): number => ends[2 * edges[half >> 1]! + (half & 1)]!
  const leaving = new Map<number, number[]>()
  for (let half = 0; half < 2 * edges.length; half++) {
    const own = leaving.get(fromOf(half))
    if (own) own.push(half)
    else leaving.set(fromOf(half), [half])
  }
  const angleOf = (half: number): number => {
    const [a, b] = [fromOf(half), fromOf(half ^ 1)]
    return Math.atan2(coordinates[2 * b + 1]! - coordinates[2 * a + 1]!, coordinates[2 * b]! - coordinates[2 * a]!)
  }
  const before = new Int32Array(2 * edges.length)
  for (const halves of leaving.values()) {
    const sorted = halves.map((half) => [angleOf(half), half] as const).sort((a, b) => a[0] - b[0])
    for (const [i, [, half]] of sorted.entries()) before[half] = sorted.at(i - 1)![1]
  }
  const faceOf = new Int32Array(2 * edges.length).fill(-1)
  const faces: { nodes: number[]; area: number }[] = []
  for (let first = 0; first < 2 * edges.length; first++) {
    if (faceOf[first]! >= 0) continue
    const nodes: number[] = []
    let area = 0
    const [x0, y0] = [coordinates[2 * fromOf(first)]!, coordinates[2 * fromOf(first) + 1]!]
    for (let half = first; faceOf[half]! < 0; half = before[half ^ 1]!) {
      faceOf[half] = faces.length
      const [a, b] = [fromOf(half), fromOf(half ^ 1)]
      nodes.push(a)
      area +=
        (coordinates[2 * a]! - x0) * (coordinates[2 * b + 1]! - y0) -
        (coordinates[2 * a + 1]! - y0) * (coordinates[2 * b]! - x0)
    }
    faces.push({ nodes, area })
  }
  return { faceOf, faces }
}
