import { groundPlane, offsetM } from './plane.ts'
import { leastPoints, parametersOf, solveTransform, type Position } from './transform.ts'
import type { ControlPoint, PlaneKind, TransformKind } from '../model/picture-record.ts'

/** A picture placed on the ground by its points. */
export type Fit = {
  readonly transform: TransformKind
  readonly plane: PlaneKind
  readonly points: readonly ControlPoint[]
  /** The place of a position in the picture (pixels, y down), in degrees. */
  readonly placeOf: (pixel: Position) => Position
}

/** What the points say of a fit, lengths in metres on the ground. */
export type FitErrors = {
  /** From where each point is said to lie to where the fit lays it: east and north. */
  readonly residuals: readonly Position[]
  /** The same of a fit without that point; `null` where the others do not determine one. */
  readonly leaveOneOut: readonly (Position | null)[]
  readonly rmseM: number
  /** Root of the mean square over the points that have one; `null` without redundancy. */
  readonly leaveOneOutM: number | null
  /** Side of a pixel amid the points. */
  readonly pixelM: number
}

export function fitPicture(points: readonly ControlPoint[], transform: TransformKind, plane: PlaneKind): Fit {
  const ground = groundPlane(plane, middleOf(points.map(({ lon, lat }) => [lon, lat])))
  const solved = solveTransform(
    transform,
    points.map(upright),
    points.map(({ lon, lat }) => ground.fromPlace(lon, lat)),
  )
  return { transform, plane, points, placeOf: ([x, y]) => ground.toPlace(solved([x, -y])) }
}

const upright = ({ x, y }: ControlPoint): Position => [x, -y]

export const middleOf = (positions: readonly Position[]): Position =>
  [0, 1].map(
    (axis) => positions.reduce((sum, position) => sum + position[axis]!, 0) / positions.length,
  ) as unknown as Position

const pixelOf = ({ x, y }: ControlPoint): Position => [x, y]
const placeOfPoint = ({ lon, lat }: ControlPoint): Position => [lon, lat]

/** Whether taking out a point leaves enough to fit again. A spline goes through every point, and has redundancy only so. */
export const hasRedundancy = (transform: TransformKind, points: number): boolean => points > leastPoints[transform]

/** Numbers that the points give beyond those that the transformation takes. */
export const freedomOf = (transform: TransformKind, points: number): number =>
  2 * points - (transform === 'tps' ? 2 * leastPoints.tps : parametersOf(transform, points))

/** Residuals, and by fitting once more without each point in turn what they hide. */
export function fitErrors(fit: Fit): FitErrors {
  const { points, transform, plane } = fit
  const residuals = points.map((point) => offsetM(placeOfPoint(point), fit.placeOf(pixelOf(point))))
  const leaveOneOut = hasRedundancy(transform, points.length)
    ? points.map((point, i) => {
        const without = fitPicture(points.toSpliced(i, 1), transform, plane)
        const error = offsetM(placeOfPoint(point), without.placeOf(pixelOf(point)))
        return error.every((each) => Math.abs(each) < farthestM) ? error : null
      })
    : points.map(() => null)
  const left = leaveOneOut.filter((error) => error !== null)
  return {
    residuals,
    leaveOneOut,
    rmseM: rootMeanSquare(residuals),
    leaveOneOutM: left.length === 0 ? null : rootMeanSquare(left),
    pixelM: pixelSizeM(fit, middleOf(points.map(pixelOf))),
  }
}

/** An error round the earth is that of points that determine nothing. */
const farthestM = 5e6

export const lengthOf = ([east, north]: Position): number => Math.hypot(east, north)

function rootMeanSquare(errors: readonly Position[]): number {
  return Math.sqrt(errors.reduce((sum, error) => sum + lengthOf(error) ** 2, 0) / errors.length)
}

/** Ground in the picture's x and y direction by a pixel, at a place of it. */
function groundOfPixel({ placeOf }: Fit, [x, y]: Position): readonly [alongX: Position, alongY: Position] {
  return [offsetM(placeOf([x - 0.5, y]), placeOf([x + 0.5, y])), offsetM(placeOf([x, y - 0.5]), placeOf([x, y + 0.5]))]
}

/** Side of the square that covers as much ground as a pixel does. */
function pixelSizeM(fit: Fit, at: Position): number {
  const [[ax, ay], [bx, by]] = groundOfPixel(fit, at)
  return Math.sqrt(Math.abs(ax * by - ay * bx))
}

/** Whether the picture would lie on the ground as in a mirror, which no map does: axes of picture or ground are exchanged. */
export function isMirrored(fit: Fit): boolean {
  const [[ax, ay], [bx, by]] = groundOfPixel(fit, middleOf(fit.points.map(pixelOf)))
  return ax * by - ay * bx > 0
}
