import type { Outcome } from '../../core/result/outcome.ts'
import { publishedRows, type Drawing } from '../../core/compare/published-rows.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { isMeasured } from '../../core/model/layer.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { StoredStudy } from './measure-study.ts'
import type { PublishedRow } from '../../core/compare/comparison-answer.ts'

/** Sets the published figures of a study whose layers lie in files against what the layers give on the day `at`. */
export async function publishedStored(
  { study, paths, at, draws, seed }: StoredStudy & Drawing & { readonly at: string | null },
  work: TaskContext,
): Promise<Outcome<PublishedRow[]>> {
  const named = new Set(study.published.map(({ measuredAs }) => measuredAs?.ground?.layer))
  const needed = study.layers.filter(
    (layer) => layer.id === study.plan.layer || isMeasured(layer) || named.has(layer.name) || named.has(layer.id),
  )
  const features = await readLayerFeatures(study, needed, paths)
  return features.ok ? publishedRows(study, features.value, at, { draws, seed }, work) : features
}
