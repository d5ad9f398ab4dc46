import type { Flat } from './clip.ts'

/**
 * A ring with as few of its vertices as keep it within `toleranceMm` of itself (Douglas and Peucker 1973), begun at
 * the first vertex and the one farthest from it. Fewer than three vertices mean that it is smaller than that.
 */
export function generaliseRing(ring: Flat, toleranceMm: number): Flat {
  const count = ring.length / 2
  if (count < 4) return ring
  let farthest = 0
  let distance = -1
  for (let i = 1; i < count; i++) {
    const d = (ring[i * 2]! - ring[0]!) ** 2 + (ring[i * 2 + 1]! - ring[1]!) ** 2
    if (d > distance) {
      distance = d
      farthest = i
    }
  }
  if (distance < toleranceMm ** 2) return []
  const keep = new Uint8Array(count + 1)
  keep[0] = keep[farthest] = 1
  const closed = [...ring, ring[0]!, ring[1]!]
  mark(closed, 0, farthest, toleranceMm, keep)
  mark(closed, farthest, count, toleranceMm, keep)
  return ring.filter((_, i) => keep[i >> 1] === 1)
}

/** A line with as few of its vertices as keep it within `toleranceMm` of itself. */
export function generaliseLine(line: Flat, toleranceMm: number): Flat {
  const count = line.length / 2
  const keep = new Uint8Array(count)
  keep[0] = keep[count - 1] = 1
  mark(line, 0, count - 1, toleranceMm, keep)
  return line.filter((_, i) => keep[i >> 1] === 1)
}

/** Marks the vertices between `first` and `last` that must stay. */
function mark(line: Flat, first: number, last: number, toleranceMm: number, keep: Uint8Array): void {
  const stack = [first, last]
  while (stack.length > 0) {
    const to = stack.pop()!
    const from = stack.pop()!
    const ax = line[from * 2]!
    const ay = line[from * 2 + 1]!
    const dx = line[to * 2]! - ax
    const dy = line[to * 2 + 1]! - ay
    const length = dx * dx + dy * dy
    let worst = toleranceMm * toleranceMm
    let at = -1
    for (let i = from + 1; i < to; i++) {
      const px = line[i * 2]! - ax
      const py = line[i * 2 + 1]! - ay
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length))
      const d = (px - t * dx) ** 2 + (py - t * dy) ** 2
      if (d > worst) {
        worst = d
        at = i
      }
    }
    if (at < 0) continue
    keep[at] = 1
    stack.push(from, at, at, to)
  }
}
