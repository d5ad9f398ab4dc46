import { done, type Outcome } from '../../core/result/outcome.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import type { Layer } from '../../core/model/layer.ts'
import { changeSeries } from '../../core/layers/change-series.ts'
import type { ChangedLayer } from '../../core/layers/build-layer.ts'
import type { Study } from '../../core/model/study.ts'
import { readLayerFeatures } from '../store/layer-features.ts'

/** Settles anew what the options say of all snapshots of a series. */
export async function updateSeries(request: {
  readonly study: Study
  readonly layers: readonly Layer[]
  readonly paths: Readonly<Record<string, string>>
  readonly options: LayerOptions
}): Promise<Outcome<ChangedLayer[]>> {
  const { study, layers, paths, options } = request
  const features = await readLayerFeatures(study, layers, paths)
  if (!features.ok) return features
  const changed = changeSeries(layers, features.value, options, study.sources)
  return changed.ok ? done([...changed.value]) : changed
}
