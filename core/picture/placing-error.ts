import type { Placing } from '../montecarlo/placing.ts'
import { fitPicture, freedomOf, hasRedundancy, lengthOf, middleOf, type Fit, type FitErrors } from './fit.ts'
import { factorsOf, leastSquares } from './linear.ts'
import { movedBy, offsetM } from './plane.ts'
import { splineWeights } from './spline-weights.ts'
import { studentQuantile } from './student.ts'
import type { Position } from './transform.ts'

/** A rectangle of the picture in pixels. */
export type PixelBox = readonly [left: number, top: number, right: number, bottom: number]

/** Places on each axis of a box at which a fit is looked at. */
const nodes = 5
const digits = 6
/** Of a pixel: points that agree better were still read off pixels, and a uniform error of one has this standard deviation. */
export const finestPx = Math.sqrt(1 / 12)
/** Of the usual distance between neighbouring points: over this much of it an error that no point tells of stays the same. */
const lengthOfSpacing = 0.5

/**
 * How the fit moves on the ground where one point moves by a metre, for each point eastwards and northwards: found by
 * moving it and fitting again. In metres at each node of the box.
 */
export type Influence = {
  readonly places: readonly Position[]
  /** For each point and axis in turn, the movement at each place. */
  readonly moves: readonly (readonly Position[])[]
  /** The same over the points and the box together, over which the movement is written. */
  readonly wide: { readonly places: readonly Position[]; readonly moves: readonly (readonly Position[])[] }
  /** How much of its own movement the fit follows at each point, 0 to 1: its leverage. */
  readonly leverages: readonly number[]
  /** Of a spline, which is written here by its affine part alone: how it hands on the errors of its points. */
  readonly spline: { readonly leftOut: readonly number[]; readonly meanVariance: number } | null
}

export function influenceOf(fit: Fit, box: PixelBox, stepM: number): Influence {
  // A spline follows every point alone; what its points have in common is the affine part.
  const smooth = fit.transform === 'tps' ? fitPicture(fit.points, 'affine', fit.plane) : fit
  const pixels = [...nodesOf(box), ...nodesOf(around(box, fit.points))]
  const places = pixels.map(smooth.placeOf)
  const leverages: number[] = []
  const moves = smooth.points.flatMap((point, i) => {
    const own = smooth.placeOf([point.x, point.y])
    let follows = 0
    const both = [0, 1].map((axis) => {
      const [lon, lat] = movedBy([point.lon, point.lat], axis === 0 ? [stepM, 0] : [0, stepM])
      const moved = fitPicture(smooth.points.with(i, { ...point, lon, lat }), smooth.transform, smooth.plane)
      follows += offsetM(own, moved.placeOf([point.x, point.y]))[axis]! / stepM / 2
      return pixels.map((pixel, k) => {
        const [east, north] = offsetM(places[k]!, moved.placeOf(pixel))
        return [east / stepM, north / stepM] as const
      })
    })
    leverages.push(Math.min(1, Math.max(0, follows)))
    return both
  })
  const count = nodes * nodes
  return {
    places: places.slice(0, count),
    moves: moves.map((move) => move.slice(0, count)),
    wide: { places: places.slice(count), moves: moves.map((move) => move.slice(count)) },
    leverages,
    spline: fit.transform === 'tps' ? splineInfluence(fit.points, pixels.slice(count)) : null,
  }
}

function splineInfluence(points: Fit['points'], pixels: readonly Position[]): NonNullable<Influence['spline']> {
  const { leftOut, varianceAt } = splineWeights(points.map(({ x, y }): Position => [x, y]))
  return { leftOut, meanVariance: pixels.reduce((sum, pixel) => sum + varianceAt(pixel), 0) / pixels.length }
}

function around([left, top, right, bottom]: PixelBox, points: Fit['points']): PixelBox {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return [Math.min(left, ...xs), Math.min(top, ...ys), Math.max(right, ...xs), Math.max(bottom, ...ys)]
}

function nodesOf([left, top, right, bottom]: PixelBox): Position[] {
  return Array.from({ length: nodes * nodes }, (_, k) => [
    left + ((right - left) * (k % nodes)) / (nodes - 1),
    top + ((bottom - top) * Math.floor(k / nodes)) / (nodes - 1),
  ])
}

/** The standard deviation per axis at the worst node, of points that each err by one. */
export function amplification({ moves, places }: Influence): number {
  return Math.max(
    ...places.map((_, node) => Math.sqrt(moves.reduce((sum, move) => sum + lengthOf(move[node]!) ** 2, 0) / 2)),
  )
}

/**
 * How the whole layer may lie elsewhere, from what the points say. The standard deviation per axis of a point is the root of
 * the residuals' squares over the degrees of freedom, or where nothing is redundant `clickPx` pixels; moving each point
 * by it gives the covariance of the fit. What it exceeds the error of a click by is the transformation not being the
 * map's: that errs elsewhere as it does at the points, as a local field. A thin-plate spline has no residuals: there the
 * errors of leaving one point out stand for them, and what it hands on of its points' errors beyond its affine part is
 * the local field. `source` names the fit.
 */
export function placingError(
  fit: Fit,
  errors: FitErrors,
  influence: Influence,
  clickPx: number,
  source: string,
): Placing {
  const { transform, points } = fit
  const clickM = clickPx * errors.pixelM
  const isRedundant = hasRedundancy(transform, points.length) && errors.leaveOneOutM !== null
  const freedom = isRedundant ? freedomOf(transform, points.length) : null
  const pointM = Math.max(finestPx * errors.pixelM, freedom === null ? clickM : pointErrorM(errors, influence, freedom))
  // Written about the points, the movements are the same for every layer that one fit places, and these move as one.
  const grounds = points.map((point): Position => [point.lon, point.lat])
  const [lon, lat] = middleOf(grounds).map((degrees) => Number(degrees.toFixed(7))) as unknown as Position
  const halfM = Math.max(...grounds.flatMap((place) => offsetM([lon, lat], place).map(Math.abs)))
  const offsets = influence.wide.places.map((place) => offsetM([lon, lat], place))
  const uv = offsets.map(([east, north]) => [east / halfM, north / halfM] as const)
  const columns = [
    uv.map(() => 1),
    uv.map(([u]) => u),
    uv.map(([, v]) => v),
    uv.map(([u]) => u * u),
    uv.map(([u, v]) => u * v),
    uv.map(([, v]) => v * v),
  ]
  const written = influence.wide.moves.map((move) =>
    leastSquares(columns, [move.map(([east]) => east * pointM), move.map(([, north]) => north * pointM)]).flat(),
  )
  const covariance = Array.from({ length: 12 }, (_, a) =>
    Array.from({ length: 12 }, (__, b) => written.reduce((sum, mode) => sum + mode[a]! * mode[b]!, 0)),
  )
  const modes = factorsOf(covariance).map((mode) => mode.map(rounded))
  const variance = meanVariance(influence)
  // Over the points, as the movements are: a layer that was traced on a part has the same field there. Where nothing is redundant
  // three points place by an affine map what somebody takes for bent.
  const localM = influence.spline
    ? freedom === null
      ? pointM
      : pointM * Math.sqrt(Math.max(0, influence.spline.meanVariance - meanVariance(influence.wide)))
    : Math.sqrt(Math.max(0, pointM ** 2 - clickM ** 2))
  return {
    source,
    lon,
    lat,
    halfM: rounded(halfM),
    modes,
    freedom,
    localM: rounded(localM),
    lengthM: rounded(lengthOfSpacing * spacingM(fit)),
    sigmaM: rounded(
      (Math.sqrt(variance * pointM ** 2 + localM ** 2) * studentQuantile(freedom)) / studentQuantile(null),
    ),
  }
}

/**
 * The standard deviation per axis that the points show, of the errors that they would have if none had moved the fit. By a spline
 * the errors of leaving one point out are larger than that, as the error of the point and those of the others add up in them.
 */
function pointErrorM({ residuals, leaveOneOut }: FitErrors, { spline }: Influence, freedom: number): number {
  const sum = (errors: readonly (Position | null)[]): number =>
    errors.reduce((total, error) => total + (error ? lengthOf(error) ** 2 : 0), 0)
  if (!spline) return Math.sqrt(sum(residuals) / freedom)
  const variances = spline.leftOut.reduce((total, own, i) => total + (leaveOneOut[i] ? own : 0), 0)
  return Math.sqrt(sum(leaveOneOut) / variances / 2)
}

/** The variance per axis over places, of points that each err with variance one. */
const meanVariance = ({ places, moves }: Pick<Influence, 'places' | 'moves'>): number =>
  places.reduce((sum, _, node) => sum + moves.reduce((own, move) => own + lengthOf(move[node]!) ** 2 / 2, 0), 0) /
  places.length

/** The mean distance of a point to its nearest neighbour on the ground. */
function spacingM({ points }: Fit): number {
  const nearest = points.map((own, i) =>
    Math.min(
      ...points.flatMap((other, k) => (k === i ? [] : [lengthOf(offsetM([own.lon, own.lat], [other.lon, other.lat]))])),
    ),
  )
  return nearest.reduce((sum, distance) => sum + distance, 0) / nearest.length
}

const rounded = (value: number): number => Number(value.toPrecision(digits))
