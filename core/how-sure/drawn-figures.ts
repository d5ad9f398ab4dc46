import type { Work } from '../progress.ts'
import { simulate, type DrawOptions, type Simulation } from '../uncertainty/simulation.ts'
import type { ErringLayer } from './erring-layers.ts'
import type { Figure } from './figures.ts'

/**
 * Draws the figures, which stand as `figuresOf` orders them, with each layer's standard deviation as `sigmaM` gives it; a
 * row of areas in m² for each figure.
 */
export function drawFigures(
  layers: readonly ErringLayer[],
  figures: readonly Figure[],
  sigmaM: (layer: ErringLayer) => number,
  options: DrawOptions,
  work: Work,
): Simulation {
  const erring = layers.map((layer) => ({ ...layer.uncertain, accuracyM: sigmaM(layer) }))
  const classCounts = layers.slice(1).map(({ uncertain }) => uncertain.layer.classCount)
  return simulate(erring, { classCounts, ground: figures.flatMap(({ ground }) => (ground ? [ground] : [])) }, options, work)
}
