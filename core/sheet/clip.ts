import type { Box } from './paper.ts'

/** Flat x, y, x, y … in millimetres. */
export type Flat = number[]

/**
 * The part of a closed ring inside the box, as one ring (Sutherland and Hodgman 1974). Where the ring leaves and comes
 * back, the result runs along the box's edge, which does no harm to a fill and lies outside the frame for a line.
 */
export function clipRing(ring: Flat, box: Box): Flat {
  let result = ring
  result = cut(result, 0, box.x, 1)
  result = cut(result, 0, box.x + box.width, -1)
  result = cut(result, 1, box.y, 1)
  return cut(result, 1, box.y + box.height, -1)
}

/** Keeps the side of a line parallel to an axis: coordinates `sign * (value - limit) >= 0`. */
function cut(ring: Flat, axis: 0 | 1, limit: number, sign: 1 | -1): Flat {
  const kept: Flat = []
  const count = ring.length / 2
  for (let i = 0; i < count; i++) {
    const j = i === 0 ? count - 1 : i - 1
    const from = sign * (ring[j * 2 + axis]! - limit)
    const to = sign * (ring[i * 2 + axis]! - limit)
    if (from < 0 !== to < 0) {
      const t = from / (from - to)
      kept.push(
        ring[j * 2]! + t * (ring[i * 2]! - ring[j * 2]!),
        ring[j * 2 + 1]! + t * (ring[i * 2 + 1]! - ring[j * 2 + 1]!),
      )
    }
    if (to >= 0) kept.push(ring[i * 2]!, ring[i * 2 + 1]!)
  }
  return kept
}

/** The parts of a line inside the box. */
export function clipLine(line: Flat, box: Box): Flat[] {
  const parts: Flat[] = []
  for (let i = 2; i < line.length; i += 2) {
    const piece = clipSegment(line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!, box)
    if (piece === null) continue
    const last = parts.at(-1)
    if (last && last.at(-2) === piece[0] && last.at(-1) === piece[1]) last.push(piece[2]!, piece[3]!)
    else parts.push(piece)
  }
  return parts
}

/** Liang and Barsky 1984. */
function clipSegment(ax: number, ay: number, bx: number, by: number, box: Box): Flat | null {
  let enter = 0
  let leave = 1
  const sides = [
    [ax - bx, ax - box.x],
    [bx - ax, box.x + box.width - ax],
    [ay - by, ay - box.y],
    [by - ay, box.y + box.height - ay],
  ] as const
  for (const [towards, room] of sides) {
    if (towards === 0) {
      if (room < 0) return null
    } else if (towards < 0) {
      enter = Math.max(enter, room / towards)
    } else {
      leave = Math.min(leave, room / towards)
    }
  }
  if (enter > leave) return null
  const at = (t: number): [number, number] =>
    t === 0 ? [ax, ay] : t === 1 ? [bx, by] : [ax + t * (bx - ax), ay + t * (by - ay)]
  return [...at(enter), ...at(leave)]
}
