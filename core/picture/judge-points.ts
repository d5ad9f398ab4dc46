import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem, type Problem } from '../result/problem.ts'
import { fitErrors, fitPicture, freedomOf, isMirrored, lengthOf, type Fit, type FitErrors } from './fit.ts'
import { finestPx, type Influence } from './placing-error.ts'
import { leastPoints } from './transform.ts'
import type { ControlPoint, TransformKind } from '../model/picture-record.ts'

/** Probability that a point which is not off is called so in a set of points. */
const level = 0.05
/** Coordinates are taken for exchanged where they then fit so many times better. */
const farBetter = 10
/** Residuals of so many pixels are no clicks. */
const wildPx = 20
/** Of a spread: narrower is a line. */
const narrow = 1e-3

/** Why the points cannot place a picture: too few, one twice, or all on a line. */
export function pointsProblem(points: readonly ControlPoint[], transform: TransformKind): Problem | null {
  const least = leastPoints[transform]
  if (points.length < least) return problem('points-too-few', { transform, count: points.length, least })
  for (const [i, a] of points.entries()) {
    const k = points.findIndex(
      (b, at) => at > i && ((a.x === b.x && a.y === b.y) || (a.lon === b.lon && a.lat === b.lat)),
    )
    if (k > 0) return problem('points-alike', { point: i + 1, other: k + 1 })
  }
  const isLine =
    isOnLine(points.map(({ x, y }) => [x, y] as const)) || isOnLine(points.map(({ lon, lat }) => [lon, lat] as const))
  return transform !== 'helmert' && isLine ? problem('points-on-a-line', { transform }) : null
}

/** Whether positions are much longer than they are wide: by the variances along and across. */
function isOnLine(positions: readonly (readonly [number, number])[]): boolean {
  const mean = [0, 1].map((axis) => positions.reduce((sum, own) => sum + own[axis]!, 0) / positions.length)
  const moment = (a: number, b: number): number =>
    positions.reduce((sum, own) => sum + (own[a]! - mean[a]!) * (own[b]! - mean[b]!), 0)
  const [xx, xy, yy] = [moment(0, 0), moment(0, 1), moment(1, 1)]
  const root = Math.hypot((xx - yy) / 2, xy)
  const [along, across] = [(xx + yy) / 2 + root, (xx + yy) / 2 - root]
  return across <= narrow ** 2 * along
}

/** Notes on single points; a refusal where longitude and latitude of one or of all are exchanged, or the picture's axes. */
export function judgePoints(
  fit: Fit,
  errors: FitErrors,
  influence: Influence,
  size: { readonly width: number; readonly height: number } | undefined,
): Outcome<readonly Note[]> {
  const { points, transform, plane } = fit
  const isWild = isMirrored(fit) || errors.rmseM > wildPx * errors.pixelM
  for (const [i, { x, y, lon, lat }] of isWild ? points.entries() : []) {
    if (Math.abs(lon) > 85 || points.length <= leastPoints[transform]) continue
    const other = fitErrors(fitPicture(points.with(i, { x, y, lon: lat, lat: lon }), transform, plane))
    if (farBetter * other.rmseM < errors.rmseM)
      return refused(problem('point-exchanged', { point: i + 1, x, y, lon, lat }))
  }
  if (isMirrored(fit)) return refused(problem('picture-mirrored'))
  const swapped = points.map((point) => ({ ...point, lon: point.lat, lat: point.lon }))
  // Points that fit to a part of a pixel are not exchanged, however much better than that others fit.
  const isLoose = errors.rmseM > errors.pixelM && freedomOf(transform, points.length) > 0
  if (isLoose && swapped.every(({ lat }) => Math.abs(lat) <= 85)) {
    const other = fitErrors(fitPicture(swapped, transform, plane))
    if (farBetter * other.rmseM < errors.rmseM) return refused(problem('picture-mirrored'))
  }
  return done([...outsideNotes(points, size), ...offNotes(fit, errors, influence)])
}

function outsideNotes(
  points: readonly ControlPoint[],
  size: { readonly width: number; readonly height: number } | undefined,
): Note[] {
  if (!size) return []
  const { width, height } = size
  return points.flatMap(({ x, y }, i) =>
    x < 0 || y < 0 || x > width || y > height
      ? [note('point-outside-picture', { point: i + 1, x, y, width, height })]
      : [],
  )
}

/**
 * Points that the others contradict: by the square of the error of leaving it out, over the variance that the others show,
 * which for a point like the others has an F distribution with 2 and the remaining degrees of freedom; its tail has a
 * closed form. A spline has none: it has no residuals.
 */
function offNotes(fit: Fit, errors: FitErrors, { leverages }: Influence): Note[] {
  const { points, transform } = fit
  const freedom = freedomOf(transform, points.length) - 2
  if (transform === 'tps' || freedom <= 0) return []
  const squares = errors.residuals.reduce((sum, residual) => sum + lengthOf(residual) ** 2, 0)
  return points.flatMap((point, i) => {
    const left = errors.leaveOneOut[i]
    if (!left) return []
    const own = lengthOf(left) ** 2 * (1 - leverages[i]!)
    const variance = Math.max((finestPx * errors.pixelM) ** 2, (squares - own) / freedom)
    const tail = (1 + own / variance / freedom) ** (-freedom / 2)
    if (tail >= level / points.length) return []
    const offM = lengthOf(left)
    const values = {
      point: i + 1,
      x: point.x,
      y: point.y,
      metres: Math.round(offM),
      pixels: Math.round(offM / errors.pixelM),
    }
    return [note('point-off', values)]
  })
}
