import { sumOf } from '../study/tally.ts'
import type { Work } from '../progress.ts'
import { simulate, type DrawOptions, type Simulation } from '../uncertainty/simulation.ts'
import type { ErringLayer } from './erring-layers.ts'
import { belongs, type Figure } from './figures.ts'

/** Draws the figures with each layer's standard deviation as `sigmaM` gives it; a row of areas in m² for each figure. */
export function drawFigures(
  layers: readonly ErringLayer[],
  figures: readonly Figure[],
  sigmaM: (layer: ErringLayer) => number,
  options: DrawOptions,
  work: Work,
): Simulation {
  const erring = layers.map((layer) => ({ ...layer.uncertain, accuracyM: sigmaM(layer) }))
  return simulate(
    erring,
    figures.length,
    ({ combinations }) => {
      const ground = combinations.map(({ classes, areaM2 }) => ({ states: classes.slice(1), areaM2 }))
      return figures.map((figure) => sumOf(ground.flatMap(({ states, areaM2 }) => (belongs(figure, states) ? [areaM2] : []))))
    },
    options,
    work,
  )
}
