import type { ShapesBuilder } from '../record/shapes-builder.ts'

/** Kinds of the parts of a MultiPatch. */
const strip = 0
const fan = 1
const outerRing = 2
const firstRing = 4

/** What a MultiPatch gave: surfaces that stand upright, and so cover no ground, are left out. */
export type PatchSurfaces = { laid: number; upright: number }

/**
 * Adds the surfaces of a MultiPatch as they cover the ground, seen from above: each triangle of a strip or a fan and each
 * outer ring with the rings in it a polygon of its own. `parts` tells the vertices of each part, `kinds` what it is.
 */
export function addPatch(
  coordinates: Float64Array,
  parts: readonly (readonly [from: number, to: number])[],
  kinds: readonly number[],
  feature: number,
  builder: ShapesBuilder,
  surfaces: PatchSurfaces,
): void {
  let isShellLaid = false
  for (const [i, [from, to]] of parts.entries()) {
    const kind = kinds[i]!
    if (kind === strip || kind === fan) {
      for (let k = from; k + 2 < to; k++)
        addRing(kind === fan ? [from, k + 1, k + 2, from] : [k, k + 1, k + 2, k], true)
      isShellLaid = false
      continue
    }
    const ring = Array.from({ length: to - from }, (_, k) => from + k)
    const isShell = kind === outerRing || kind === firstRing || !isShellLaid
    if (isShell || isShellLaid) {
      const isLaid = addRing(ring, isShell)
      if (isShell) isShellLaid = isLaid
    }
  }

  function addRing(vertices: readonly number[], isShell: boolean): boolean {
    if (coversNothing(coordinates, vertices)) {
      surfaces.upright++
      return false
    }
    if (isShell) builder.startPolygon(feature)
    builder.startPart()
    for (const vertex of vertices) builder.addVertex(coordinates[2 * vertex]!, coordinates[2 * vertex + 1]!)
    builder.endPart()
    surfaces.laid++
    return true
  }
}

/** Whether all vertices lie on one line, as far as doubles can tell. */
function coversNothing(coordinates: Float64Array, vertices: readonly number[]): boolean {
  const [x0, y0] = [coordinates[2 * vertices[0]!]!, coordinates[2 * vertices[0]! + 1]!]
  let area = 0
  let size = 0
  for (let i = 0; i + 1 < vertices.length; i++) {
    const [ax, ay] = [coordinates[2 * vertices[i]!]! - x0, coordinates[2 * vertices[i]! + 1]! - y0]
    const [bx, by] = [coordinates[2 * vertices[i + 1]!]! - x0, coordinates[2 * vertices[i + 1]! + 1]! - y0]
    area += ax * by - ay * bx
    size += Math.abs(ax * by) + Math.abs(ay * bx)
  }
  return vertices.length < 3 || Math.abs(area) <= 1e-9 * size
}
