import type { SigmaPoint } from './uncertainty.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { spreadOf } from '../montecarlo/quantiles.ts'
import type { DrawOptions } from '../montecarlo/drawn-ground.ts'
import type { Simulation } from '../montecarlo/simulation.ts'
import { stepOf } from './contributions.ts'
import { drawFigures, figureIntervals } from './drawn-figures.ts'
import type { LayerError } from './layer-errors.ts'
import type { Figure } from './figures.ts'

const factors = [0.25, 0.5, 1, 1.5, 2, 3]
/** Draws at each factor but 1: the curve shows how fast an interval grows, not its last digit. */
const mostDraws = 200

/** How the intervals grow with the accuracies: all standard deviations times the same factor, and the same seed. */
export function sigmaCurve(
  layers: readonly LayerError[],
  figures: readonly Figure[],
  areasM2: readonly number[],
  asStated: Simulation,
  { draws, seed }: DrawOptions,
  work: TaskContext,
): SigmaPoint[] {
  return factors.map((factor, i) => {
    const drawn =
      factor === 1
        ? asStated
        : drawFigures(
            layers,
            figures,
            ({ uncertain }) => factor * uncertain.accuracyM,
            { draws: Math.min(draws, mostDraws), seed },
            stepOf(work, i, factors.length),
          )
    const means = drawn.rows.map((row) => spreadOf(row).mean)
    return {
      factor,
      figures: figureIntervals(areasM2, drawn).map(({ lowM2, highM2 }, figure) => ({
        meanM2: means[figure]!,
        lowM2,
        highM2,
      })),
    }
  })
}
