import type { TaskContext } from '../parallel/worker-pool.ts'
import { drawnInterval, planInterval, type DrawnArea } from '../montecarlo/drawn-interval.ts'
import type { DrawOptions } from '../montecarlo/drawn-ground.ts'
import { simulate, type Simulation } from '../montecarlo/simulation.ts'
import type { LayerError } from './layer-errors.ts'
import type { Figure } from './figures.ts'

/**
 * Draws the figures, which stand as `figuresOf` orders them, with each layer's standard deviation as `sigmaM` gives it; a
 * row of areas in m² for each figure.
 */
export function drawFigures(
  layers: readonly LayerError[],
  figures: readonly Figure[],
  sigmaM: (layer: LayerError) => number,
  options: DrawOptions,
  work: TaskContext,
): Simulation {
  const layerError = layers.map((layer) => ({ ...layer.uncertain, accuracyM: sigmaM(layer) }))
  const classCounts = layers.slice(1).map(({ uncertain }) => uncertain.layer.classCount)
  return simulate(
    layerError,
    {
      classCounts,
      owners: layers.slice(1).map((own) => own.owners),
      ground: figures.flatMap(({ ground }) => (ground ? [ground] : [])),
    },
    options,
    work,
  )
}

/** A figure's 95 % interval and that of its share; the plan's has no share. */
export type FigureInterval = {
  readonly lowM2: number
  readonly highM2: number
  readonly shareLow?: number
  readonly shareHigh?: number
}

/** The intervals of drawn figures, measured as `areasM2`; the first is the plan. The same that a measurement gives. */
export function figureIntervals(areasM2: readonly number[], { rows, still }: Simulation): FigureInterval[] {
  const areas = areasM2.map((areaM2, i): DrawnArea => ({ areaM2, stillM2: still[i]!, draws: rows[i]! }))
  return areas.map((area, i): FigureInterval => {
    const { low, high, ...share } = i === 0 ? planInterval(area) : drawnInterval(area, areas[0]!)
    return { lowM2: low, highM2: high, ...share }
  })
}
