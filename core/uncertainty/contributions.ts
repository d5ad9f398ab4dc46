import type { Contribution } from './uncertainty.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { spreadOf } from '../montecarlo/quantiles.ts'
import type { DrawOptions } from '../montecarlo/drawn-ground.ts'
import { drawFigures } from './drawn-figures.ts'
import type { LayerError } from './layer-errors.ts'
import type { Figure } from './figures.ts'

/** Below this a figure's spread is nothing to be shared out. */
const leastSdM2 = 1

/**
 * Whose error contributes how much: the same draws again with the error of one source at a time. Parts need not add up to
 * the whole: errors of several sources meet where their boundaries lie together, and areas are not linear in them.
 */
export function contributionsOf(
  layers: readonly LayerError[],
  figures: readonly Figure[],
  wholeSdM2: readonly number[],
  options: DrawOptions,
  work: TaskContext,
): Contribution[] {
  const layerError = layers.filter(({ sigmaM }) => sigmaM !== null && sigmaM > 0)
  const sources = [...new Set(layerError.map(({ uncertain }) => uncertain.source))]
  return sources.map((source, i): Contribution => {
    const own = layerError.filter(({ uncertain }) => uncertain.source === source)
    const sdM2 =
      sources.length === 1
        ? wholeSdM2
        : drawFigures(
            layers,
            figures,
            (layer) => (own.includes(layer) ? layer.uncertain.accuracyM : 0),
            options,
            stepOf(work, i, sources.length),
          ).rows.map((row) => spreadOf(row).sd)
    return {
      source,
      layers: [...new Set(own.map(({ layer }) => layer.name))],
      sigmaM: Math.max(...own.map(({ uncertain }) => uncertain.accuracyM)),
      figures: sdM2.map((sd, figure) => {
        const whole = wholeSdM2[figure]!
        return { sdM2: sd, share: whole > leastSdM2 ? (sd / whole) ** 2 : null }
      }),
    }
  })
}

/** The progress of part `i` of `count` as a part of the whole. */
export const stepOf = (work: TaskContext, i: number, count: number): TaskContext => ({
  ...work,
  progress: (fraction, doing) => work.progress?.((i + fraction) / count, doing),
})
