import { linkRings } from '../geometry/link-rings.ts'
import { nestLinked } from '../geometry/nest-linked.ts'
import { boundaryArcs } from './boundary-arcs.ts'
import { components } from './components.ts'
import type { LabelGrid } from './pixel-grid.ts'
import { simplifiedArcs, type SharedArc } from './simplified-lines.ts'

/** A connected region of one label: rings of x, y in pixels, y down, closed, the outer one first. */
export type TracedRegion = {
  readonly label: number
  readonly rings: readonly (readonly (readonly [number, number])[])[]
}

/**
 * The regions of a grid as one coverage: each line is shared by the labels on its sides, place by place, so that there is no gap and
 * no overlap. Label 0 becomes no region. Ordered by label, then from top to bottom. `null` where there are more than `mostRegions`.
 * `step` is called now and then, and may throw to stop.
 */
export function traceRegions(
  grid: LabelGrid,
  mostRegions: number,
  step: () => void = () => undefined,
): TracedRegion[] | null {
  const { width, height, labels: own } = grid
  const pieces = components(width, height, (pixel) => own[pixel] || -1)
  if (pieces.sizes.length > mostRegions) return null
  const arcs = simplifiedArcs(boundaryArcs(grid), step)
  const labels = [...new Set(arcs.flatMap(({ left, right }) => [left, right]))].filter((label) => label > 0)
  return labels
    .toSorted((a, b) => a - b)
    .flatMap((label) => {
      step()
      return regionsOf(arcs, label)
    })
}

function regionsOf(arcs: readonly SharedArc[], label: number): TracedRegion[] {
  const own = arcs.filter(({ left, right }) => left === label || right === label)
  const segments = Float64Array.from(
    own.flatMap(({ points, left }) => {
      const ends: number[] = []
      // Upwards as rings are counted, with the ground on the left.
      for (let i = 0; i + 3 < points.length; i += 2) {
        const [ax, ay, bx, by] = [points[i]!, -points[i + 1]!, points[i + 2]!, -points[i + 3]!]
        ends.push(...(left === label ? [ax, ay, bx, by] : [bx, by, ax, ay]))
      }
      return ends
    }),
  )
  return nestLinked(linkRings(segments, segments.length / 4))
    .map((rings) => ({ label, rings: rings.map(closedRing) }))
    .toSorted((a, b) => topLeft(a) - topLeft(b))
}

/** A ring of y upwards as one of y downwards that begins at its topmost, then leftmost place, and ends there. */
function closedRing(points: Float64Array): (readonly [number, number])[] {
  const ring = Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i]!, -points[2 * i + 1]! + 0] as const)
  const first = ring.reduce((best, [x, y], i) => {
    const [bx, by] = ring[best]!
    return y < by || (y === by && x < bx) ? i : best
  }, 0)
  const turned = [...ring.slice(first), ...ring.slice(0, first)]
  return [...turned, turned[0]!]
}

const rowOf = 1 << 20
const topLeft = ({ rings }: TracedRegion): number => rings[0]![0]![1] * rowOf + rings[0]![0]![0]

/** The pixels that a region covers: its outer ring less its holes. */
export const ringPixels = ({ rings }: TracedRegion): number =>
  rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * enclosed(ring), 0)

function enclosed(ring: readonly (readonly [number, number])[]): number {
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i++) twice += ring[i]![0] * ring[i + 1]![1] - ring[i + 1]![0] * ring[i]![1]
  return Math.abs(twice) / 2
}
