import Flatbush from 'flatbush'
import type { Arc } from './boundary-arcs.ts'
import { fineLine, keptPlaces, type FineLine } from './smoothed-line.ts'

/** An arc as its regions have it: x, y, x, y … in pixels, y down, the first repeated at the end of a closed one. */
export type SharedArc = { readonly points: Float64Array; readonly left: number; readonly right: number }

type Line = { readonly fine: FineLine; kept: number[] }
type Segment = {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly box: readonly [number, number, number, number]
}

/**
 * The arcs smoothed and simplified together, within half a pixel of the pixels' edges. Where two lines so made cross or touch outside
 * their ends, both get back a place that they lost, until none do: the middles of all edges never cross.
 */
export function simplifiedArcs(arcs: readonly Arc[], step: () => void = () => undefined): SharedArc[] {
  const lines = arcs.map((arc): Line => {
    const fine = fineLine(arc)
    return { fine, kept: keptPlaces(fine) }
  })
  for (let isPlane = false; !isPlane;) {
    step()
    isPlane = true
    const added = new Map<number, Set<number>>()
    for (const { line, from, to } of conflicts(lines)) {
      if (to - from < 2) continue
      isPlane = false
      added.set(line, (added.get(line) ?? new Set()).add((from + to) >> 1))
    }
    for (const [line, places] of added) lines[line]!.kept = [...lines[line]!.kept, ...places].toSorted((a, b) => a - b)
  }
  return lines.map(({ fine: { xs, ys, arc }, kept }) => {
    const points = new Float64Array(2 * kept.length)
    for (const [k, place] of kept.entries()) points.set([xs[place]!, ys[place]!], 2 * k)
    return { points, left: arc.left, right: arc.right }
  })
}

/** Segments that meet another elsewhere than at an end of both. Coordinates are halves of pixels, so that the tests are exact. */
function conflicts(lines: readonly Line[]): Segment[] {
  const segments = lines.flatMap(({ fine: { xs, ys }, kept }, line) =>
    kept.slice(1).map((to, k): Segment => {
      const from = kept[k]!
      const [ax, ay, bx, by] = [xs[from]!, ys[from]!, xs[to]!, ys[to]!]
      return { line, from, to, box: [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] }
    }),
  )
  if (segments.length === 0) return []
  const index = new Flatbush(segments.length)
  for (const { box } of segments) index.add(...box)
  index.finish()
  const isMeeting = new Uint8Array(segments.length)
  for (const [own, { box }] of segments.entries()) {
    index.search(...box, (other) => {
      if (other > own && meet(endsOf(lines, segments[own]!), endsOf(lines, segments[other]!)))
        isMeeting[own] = isMeeting[other] = 1
      return false
    })
  }
  return segments.filter((_, i) => isMeeting[i] === 1)
}

type Ends = readonly [ax: number, ay: number, bx: number, by: number]

const endsOf = (lines: readonly Line[], { line, from, to }: Segment): Ends => {
  const { xs, ys } = lines[line]!.fine
  return [xs[from]!, ys[from]!, xs[to]!, ys[to]!]
}

function meet([ax, ay, bx, by]: Ends, [cx, cy, dx, dy]: Ends): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px))
  const isOn = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): boolean =>
    side(px, py, qx, qy, rx, ry) === 0 &&
    Math.min(px, qx) <= rx &&
    rx <= Math.max(px, qx) &&
    Math.min(py, qy) <= ry &&
    ry <= Math.max(py, qy)
  const isEnd = (x: number, y: number, [px, py, qx, qy]: Ends): boolean =>
    (x === px && y === py) || (x === qx && y === qy)
  const [own, other] = [[ax, ay, bx, by] as const, [cx, cy, dx, dy] as const]
  const shared = [isEnd(ax, ay, other), isEnd(bx, by, other)].filter(Boolean).length
  if (shared === 2) return true
  if (shared === 1) {
    // They share one end: they overlap where the free end of one lies on the other.
    return (
      (!isEnd(ax, ay, other) && isOn(...other, ax, ay)) ||
      (!isEnd(bx, by, other) && isOn(...other, bx, by)) ||
      (!isEnd(cx, cy, own) && isOn(...own, cx, cy)) ||
      (!isEnd(dx, dy, own) && isOn(...own, dx, dy))
    )
  }
  const [c, d, a, b] = [
    side(ax, ay, bx, by, cx, cy),
    side(ax, ay, bx, by, dx, dy),
    side(cx, cy, dx, dy, ax, ay),
    side(cx, cy, dx, dy, bx, by),
  ]
  if (c * d < 0 && a * b < 0) return true
  return isOn(...own, cx, cy) || isOn(...own, dx, dy) || isOn(...other, ax, ay) || isOn(...other, bx, by)
}
