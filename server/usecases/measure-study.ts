import type { Outcome } from '../../core/result/outcome.ts'
import type { Work } from '../../core/parallel/crew.ts'
import { askedDay } from '../../core/model/asked-day.ts'
import { measureStudy, type MeasureOptions } from '../../core/measure/measure.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import { layersAt } from '../../core/model/snapshot.ts'
import { withAccuracies, type SupposedAccuracy } from '../../core/layers/state-accuracy.ts'
import type { Study } from '../../core/model/study.ts'
import { readLayerFeatures } from '../store/layer-features.ts'

/** What is asked of a measurement; everything that changes a number is here and nowhere else. */
export type MeasureRequest = MeasureOptions & {
  /** Accuracies supposed of layers in place of those that they state. */
  readonly accuracy?: readonly SupposedAccuracy[] | undefined
}

export type StoredStudy = {
  readonly study: Study
  /** Path of each layer's features, by layer id. */
  readonly paths: Readonly<Record<string, string>>
}

/** Measures a study whose layers lie in files. */
export async function measureStored(
  { study: stored, paths, request }: StoredStudy & { readonly request: MeasureRequest },
  work: Work,
): Promise<Outcome<Measurement>> {
  const supposed = withAccuracies(stored, request.accuracy)
  if (!supposed.ok) return supposed
  const study = supposed.value
  const day = askedDay(study, request.at)
  if (!day.ok) return day
  const needed = new Set(layersAt(study, day.value).filter(({ role }) => role !== 'context'))
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  if (plan) needed.add(plan)
  const features = await readLayerFeatures(study, [...needed], paths)
  return features.ok ? measureStudy(study, features.value, request, work) : features
}
