import { straightened } from '../record/arcs.ts'
import { isObject } from './json-object.ts'

type Position = readonly number[]

const step = Math.PI / 180
/** Pieces of a Bézier curve. */
const pieces = 100

/**
 * A path of ArcGIS in which arcs of circles and ellipses and Bézier curves stand between positions, as straight pieces of one
 * degree at most. What is no curve stays in its place, for the reader of positions to refuse it there.
 * ("Curves" in https://developers.arcgis.com/rest/services-reference/enterprise/geometry-objects/)
 */
export function withoutCurves(path: readonly unknown[]): readonly unknown[] {
  const line: unknown[] = []
  for (const part of path) {
    const from = line.at(-1)
    const points = isObject(part) && isPosition(from) ? curveFrom(from, part) : null
    if (points) line.push(...points)
    else line.push(part)
  }
  return line
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every(Number.isFinite)

/** The positions after `from`; `null` where the curve is none that is known. */
function curveFrom(from: Position, { c: circular, a: elliptic, b: bezier }: Readonly<Record<string, unknown>>) {
  if (Array.isArray(circular)) {
    const [to, through] = circular as unknown[]
    return isPosition(to) && isPosition(through) ? (straightened([from, through, to])?.slice(1) ?? null) : null
  }
  if (Array.isArray(bezier)) {
    const [to, first, second] = bezier as unknown[]
    return isPosition(to) && isPosition(first) && isPosition(second) ? bezierFrom(from, first, second, to) : null
  }
  if (!Array.isArray(elliptic)) return null
  const [to, center, , clockwise, rotation, , ratio] = elliptic as unknown[]
  if (!isPosition(to) || !isPosition(center)) return null
  const turn = typeof rotation === 'number' ? rotation : 0
  return ellipseFrom(from, to, center, clockwise === 1, turn, typeof ratio === 'number' && ratio > 0 ? ratio : 1)
}

function bezierFrom(from: Position, first: Position, second: Position, to: Position): Position[] {
  const at = (axis: 0 | 1, t: number): number => {
    const s = 1 - t
    return (
      s * s * s * from[axis]! + 3 * s * s * t * first[axis]! + 3 * s * t * t * second[axis]! + t * t * t * to[axis]!
    )
  }
  const between = Array.from({ length: pieces - 1 }, (_, i) => [at(0, (i + 1) / pieces), at(1, (i + 1) / pieces)])
  return [...between, to]
}

/** Along an ellipse whose long axis is turned by `rotation` (radians) and whose short one is `ratio` of it. */
function ellipseFrom(
  from: Position,
  to: Position,
  center: Position,
  isClockwise: boolean,
  rotation: number,
  ratio: number,
): Position[] {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)]
  /** On the circle that the ellipse is of. */
  const onCircle = ([x, y]: Position): readonly [number, number] => {
    const [dx, dy] = [x! - center[0]!, y! - center[1]!]
    return [dx * cos + dy * sin, (dy * cos - dx * sin) / ratio]
  }
  const [begin, end] = [onCircle(from), onCircle(to)]
  const radius = Math.hypot(...begin)
  const first = Math.atan2(begin[1], begin[0])
  const whole = 2 * Math.PI
  const ahead = (((Math.atan2(end[1], end[0]) - first) % whole) + whole) % whole
  const sweep = isClockwise ? ahead - whole : ahead === 0 ? whole : ahead
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / step))
  const between = Array.from({ length: count - 1 }, (_, i): Position => {
    const angle = first + (sweep * (i + 1)) / count
    const [x, y] = [radius * Math.cos(angle), radius * Math.sin(angle) * ratio]
    return [center[0]! + x * cos - y * sin, center[1]! + x * sin + y * cos]
  })
  return [...between, to]
}
