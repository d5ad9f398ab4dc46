import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { sigmaM, type QuotedAccuracy } from '../model/accuracy.ts'
import type { LayerOptions } from '../model/layer-options.ts'
import type { Layer } from '../model/layer.ts'
import type { Study } from '../model/study.ts'

type Accuracy = Pick<Layer, 'accuracy' | 'accuracyM'>

/**
 * What a layer holds of its accuracy once `options` are taken: as it was quoted, and the standard deviation per axis that
 * follows. Plain metres are that deviation and put away what was quoted before; `null` takes both back.
 */
export function statedAccuracy(
  { accuracy, accuracyM }: Pick<LayerOptions, 'accuracy' | 'accuracyM'>,
  before: Accuracy = {},
): Accuracy {
  if (accuracy)
    return accuracy.kind === 'sigma' ? { accuracyM: accuracy.metres } : { accuracy, accuracyM: sigmaM(accuracy) }
  if (typeof accuracyM === 'number') return { accuracyM }
  if (accuracy === null || accuracyM === null) return {}
  return {
    ...(before.accuracy ? { accuracy: before.accuracy } : {}),
    ...(before.accuracyM === undefined ? {} : { accuracyM: before.accuracyM }),
  }
}

/** An accuracy assumed of a layer: by its name, which is that of all snapshots of a series, or by its id. */
export type AssumedAccuracy = { readonly layer: string; readonly accuracy: QuotedAccuracy }

/** The study as if its layers had these accuracies; nothing is saved. Refuses the name of no layer. */
export function withAccuracies(study: Study, assumed: readonly AssumedAccuracy[] = []): Outcome<Study> {
  let { layers } = study
  for (const { layer: wanted, accuracy } of assumed) {
    const isMeant = ({ id, name }: Layer): boolean => id === wanted || name === wanted
    if (!layers.some(isMeant)) {
      return refused(
        problem('accuracy-of-no-layer', {
          layer: wanted,
          layers: [...new Set(layers.map(({ name }) => name))].join(', '),
        }),
      )
    }
    layers = layers.map((layer) => {
      if (!isMeant(layer)) return layer
      const { accuracy: _quoted, ...rest } = layer
      return { ...rest, ...statedAccuracy({ accuracy }) }
    })
  }
  return done({ ...study, layers })
}
