import { solveLinear } from './linear.ts'
import type { Position } from './transform.ts'

const thinPlate = (squared: number): number => (squared === 0 ? 0 : (squared * Math.log(squared)) / 2)

/** How a thin-plate spline, which goes through every point, hands on the errors of its points. */
export type SplineWeights = {
  /** Of each point, the variance by which the others miss it where each point errs with variance one: 1 and more. */
  readonly leftOut: readonly number[]
  /** The variance at a position of points that each err with variance one: the sum of its squared weights there. */
  readonly varianceAt: (pixel: Position) => number
}

/**
 * The weights of a spline by the inverse of its bordered matrix (Wahba 1990, 2.4): those of a position are its kernel times it, and
 * the error of leaving a point out is the row of the point over its diagonal, times the points.
 */
export function splineWeights(pixels: readonly Position[]): SplineWeights {
  const count = pixels.length
  const [x0, y0] = [mean(pixels.map(([x]) => x)), mean(pixels.map(([, y]) => y))]
  const half = Math.max(...pixels.map(([x, y]) => Math.hypot(x - x0, y - y0))) || 1
  const scaled = pixels.map(([x, y]): Position => [(x - x0) / half, (y - y0) / half])
  const row = ([x, y]: Position): number[] => [
    ...scaled.map(([px, py]) => thinPlate((x - px) ** 2 + (y - py) ** 2)),
    1,
    x,
    y,
  ]
  const rows = scaled.map(row)
  const matrix = [...rows, ...[0, 1, 2].map((k) => [...rows.map((own) => own[count + k]!), 0, 0, 0])]
  const inverse = solveLinear(
    matrix,
    matrix.map((_, i) => matrix.map((__, k) => (i === k ? 1 : 0))),
  )
  return {
    leftOut: pixels.map((_, i) => {
      const own = inverse[i]!.slice(0, count)
      return own.reduce((sum, value) => sum + (value / own[i]!) ** 2, 0)
    }),
    varianceAt: ([x, y]) => {
      const kernel = row([(x - x0) / half, (y - y0) / half])
      return pixels.reduce((sum, _, j) => {
        const weight = kernel.reduce((own, value, k) => own + value * inverse[k]![j]!, 0)
        return sum + weight ** 2
      }, 0)
    },
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
