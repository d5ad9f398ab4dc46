import type { z } from 'zod'
import type { Placing } from '../montecarlo/placing.ts'
import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { fitErrors, fitPicture, hasRedundancy, lengthOf, type Fit, type FitErrors } from './fit.ts'
import { judgePoints, pointsProblem } from './judge-points.ts'
import type { fitAnswerSchema } from './picture-answer.ts'
import { amplification, influenceOf, placingError, type PixelBox } from './placing-error.ts'
import { parametersOf } from './transform.ts'
import { planes, type ControlPoint, type PlaneKind, type TransformKind } from '../model/picture-record.ts'

export type PlacingRequest = {
  readonly points: readonly ControlPoint[]
  /** Affine from four points on, else Helmert, where nobody chooses. */
  readonly transform?: TransformKind | undefined
  /** The plane with the smaller leave-one-out error, where nobody chooses. */
  readonly plane?: PlaneKind | undefined
  /** Standard deviation of a click on each axis, in pixels. */
  readonly clickPx: number
  /** Width of a drawn line in pixels, of which half is its error. */
  readonly linePx: number
  /** What the source says of its own accuracy: one standard deviation per axis. */
  readonly sourceM?: number | undefined
  /** The picture's size, where it is known. */
  readonly size?: { readonly width: number; readonly height: number } | undefined
  /** The part of the picture that is placed; the box of the points where it is missing. */
  readonly box?: PixelBox | undefined
  /** Names the fit, or its picture: layers of one move as one. */
  readonly source: string
}

export type PlacedPicture = {
  readonly fit: Fit
  readonly placing: Placing
  /** Of the drawn line and the source, without the placing. */
  readonly drawnM: number
  readonly answer: z.infer<typeof fitAnswerSchema>
  readonly notes: readonly Note[]
}

/** Points may stand this many times farther apart in error than they were clicked before a note says so. */
const mostAmplified = 3
/** More than this and the points determine nothing. */
const undetermined = 1_000
/** Transformations that bend, with those that bend less: what these foretell as well is no merit of theirs. */
const plainer: Readonly<Partial<Record<TransformKind, readonly TransformKind[]>>> = {
  projective: ['helmert', 'affine'],
  polynomial2: ['helmert', 'affine', 'projective'],
  tps: ['helmert', 'affine', 'projective', 'polynomial2'],
}

/** Places a picture by its control points and judges them; see `placingError` for how sure it is. */
export function placePicture(request: PlacingRequest): Outcome<PlacedPicture> {
  const { points, clickPx, linePx, sourceM } = request
  const transform = request.transform ?? (points.length >= 4 ? 'affine' : 'helmert')
  const unusable = pointsProblem(points, transform)
  if (unusable) return refused(unusable)
  const { fit, errors } = chosenFit(points, transform, request.plane)
  const influence = influenceOf(fit, request.box ?? boxOf(points), errors.pixelM)
  const amplified = amplification(influence)
  if (!(amplified < undetermined)) return refused(problem('points-on-a-line', { transform }))
  const judged = judgePoints(fit, errors, influence, request.size)
  if (!judged.ok) return judged
  const placing = placingError(fit, errors, influence, clickPx, request.source)
  const rank = parametersOf(transform === 'tps' ? 'affine' : transform, points.length)
  if (placing.modes.length < rank) return refused(problem('points-on-a-line', { transform }))
  const drawnM = Math.hypot((linePx / 2) * errors.pixelM, sourceM ?? 0)
  const { residuals, leaveOneOut, rmseM, leaveOneOutM, pixelM } = errors
  return done({
    fit,
    placing,
    drawnM,
    answer: {
      transform,
      plane: fit.plane,
      rmseM,
      leaveOneOutM,
      pixelM,
      accuracyM: Math.hypot(placing.sigmaM, drawnM),
      points: points.map((point, i) => {
        const [residualM, left] = [lengthOf(residuals[i]!), leaveOneOut[i]]
        const leftM = left ? lengthOf(left) : null
        return {
          ...point,
          residualM,
          residualPx: residualM / pixelM,
          leaveOneOutM: leftM,
          leaveOneOutPx: leftM === null ? null : leftM / pixelM,
        }
      }),
    },
    notes: [
      ...judged.value,
      ...(amplified > mostAmplified ? [note('points-ill-spread', { times: Number(amplified.toPrecision(2)) })] : []),
      ...redundancyNotes(fit, errors, clickPx),
      ...(sourceM === undefined ? [note('picture-accuracy-unstated')] : []),
    ],
  })
}

function chosenFit(points: readonly ControlPoint[], transform: TransformKind, plane: PlaneKind | undefined) {
  const tried = (plane === undefined ? planes : [plane]).map((own) => {
    const fit = fitPicture(points, transform, own)
    return { fit, errors: fitErrors(fit) }
  })
  return tried.reduce((best, other) => (measureOf(other.errors) < measureOf(best.errors) ? other : best))
}

const measureOf = ({ leaveOneOutM, rmseM }: FitErrors): number => leaveOneOutM ?? rmseM

function redundancyNotes(fit: Fit, { rmseM, leaveOneOutM }: FitErrors, clickPx: number): Note[] {
  const { transform, points } = fit
  if (!hasRedundancy(transform, points.length) || leaveOneOutM === null)
    return [note('no-redundancy', { transform, count: points.length, pixels: clickPx })]
  const others = (plainer[transform] ?? []).flatMap((kind) => {
    const isUsable = hasRedundancy(kind, points.length) && pointsProblem(points, kind) === null
    const missedM = isUsable ? fitErrors(fitPicture(points, kind, fit.plane)).leaveOneOutM : null
    return missedM === null ? [] : [{ kind, missedM }]
  })
  const best = others.toSorted((a, b) => a.missedM - b.missedM)[0]
  if (!best || best.missedM > leaveOneOutM) return []
  const [residualM, missedM, otherM] = [rmseM, leaveOneOutM, best.missedM].map((metres) =>
    Number(metres.toPrecision(2)),
  )
  return [
    note('fit-flexible', { transform, rmseM: residualM!, leaveOneOutM: missedM!, other: best.kind, otherM: otherM! }),
  ]
}

const boxOf = (points: readonly ControlPoint[]): PixelBox => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
