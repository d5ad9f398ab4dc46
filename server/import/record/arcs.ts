type Position = readonly number[]

const step = Math.PI / 180

/**
 * A line of arcs, each through three positions of which the last begins the next, as straight pieces that span one degree
 * at most: a circle loses a twenty-thousandth of its area. Three positions on a line are one; where the first is the last
 * again, the middle one lies across the circle (ISO 19125, SQL/MM). `null` where their number makes no arcs.
 */
export function straightened(positions: readonly Position[]): Position[] | null {
  if (positions.length === 0) return []
  if (positions.length < 3 || positions.length % 2 === 0) return null
  const line: Position[] = [positions[0]!]
  for (let i = 2; i < positions.length; i += 2) line.push(...arc(positions[i - 2]!, positions[i - 1]!, positions[i]!))
  return line
}

/** The positions after `from` on the arc to `to`. */
function arc(from: Position, through: Position, to: Position): Position[] {
  const [x0, y0, x1, y1, x2, y2] = [from[0]!, from[1]!, through[0]!, through[1]!, to[0]!, to[1]!]
  const isCircle = x0 === x2 && y0 === y2
  const [ax, ay, bx, by] = [x1 - x0, y1 - y0, x2 - x0, y2 - y0]
  const turn = 2 * (ax * by - ay * bx)
  const [a, b] = [ax * ax + ay * ay, bx * bx + by * by]
  const x = isCircle ? ax / 2 : (by * a - ay * b) / turn
  const y = isCircle ? ay / 2 : (ax * b - bx * a) / turn
  if (!Number.isFinite(x) || !Number.isFinite(y) || Math.hypot(x, y) === 0) return [through, to]
  const radius = Math.hypot(x, y)
  const begin = Math.atan2(-y, -x)
  const end = Math.atan2(by - y, bx - x)
  const whole = 2 * Math.PI
  const ahead = (((end - begin) % whole) + whole) % whole
  const sweep = isCircle ? whole : turn > 0 ? ahead : ahead - whole
  const count = Math.ceil(Math.abs(sweep) / step)
  const between = Array.from({ length: Math.max(0, count - 1) }, (_, i): Position => {
    const angle = begin + (sweep * (i + 1)) / count
    return [x0 + x + radius * Math.cos(angle), y0 + y + radius * Math.sin(angle)]
  })
  return [...between, to]
}
