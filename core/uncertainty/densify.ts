import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Shapes } from '../geometry/shapes.ts'

const radian = Math.PI / 180

/**
 * The same ground with vertices at most `longestM` metres apart, so that a displacement can bend long edges. The
 * vertices of an edge depend on its ends and not on its direction: neighbours that share an edge share them too.
 */
export function densify(shapes: Shapes, longestM: number): Shapes {
  const { coordinates, partStart } = shapes
  const dense: number[] = []
  const denseStart = new Uint32Array(partStart.length)
  for (let part = 0; part + 1 < partStart.length; part++) {
    const start = partStart[part]!
    const end = partStart[part + 1]!
    for (let i = start; i < end; i++) {
      const next = i + 1 < end ? i + 1 : start
      const ax = coordinates[i * 2]!
      const ay = coordinates[i * 2 + 1]!
      dense.push(ax, ay)
      if (i + 1 === end && shapes.kind !== 'polygon') continue
      addBetween(dense, ax, ay, coordinates[next * 2]!, coordinates[next * 2 + 1]!, longestM)
    }
    denseStart[part + 1] = dense.length / 2
  }
  return { ...shapes, coordinates: Float64Array.from(dense), partStart: denseStart }
}

function addBetween(dense: number[], ax: number, ay: number, bx: number, by: number, longestM: number): void {
  const forward = ax < bx || (ax === bx && ay <= by)
  const [x0, y0, x1, y1] = forward ? [ax, ay, bx, by] : [bx, by, ax, ay]
  const { eastM, northM } = metresPerRadian((y0 + y1) / 2)
  const pieces = Math.ceil((Math.hypot((x1 - x0) * eastM, (y1 - y0) * northM) * radian) / longestM)
  for (let k = 1; k < pieces; k++) {
    const t = (forward ? k : pieces - k) / pieces
    dense.push(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)
  }
}
