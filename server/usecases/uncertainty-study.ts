import type { FeatureCollection, Geometry } from 'geojson'
import { geoJsonFromFeatures } from '../../core/geometry/geojson-writer.ts'
import { unattributedGround, type BandOptions } from '../../core/uncertainty/unattributed-ground.ts'
import { uncertaintyOf, type UncertaintyOptions } from '../../core/uncertainty/uncertainty-of.ts'
import type { Uncertainty } from '../../core/uncertainty/uncertainty.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { requestedDay } from '../../core/model/requested-day.ts'
import { layersAt } from '../../core/model/snapshot.ts'
import { withAccuracies, type AssumedAccuracy } from '../../core/layers/state-accuracy.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { StoredStudy } from './measure-study.ts'

/** Accuracies assumed of layers in place of those that they state. */
type Assuming = { readonly accuracy?: readonly AssumedAccuracy[] | undefined }

/** How sure a study is whose layers lie in files. */
export async function uncertaintyStored(
  { study, paths, request }: StoredStudy & { readonly request: UncertaintyOptions & Assuming },
  work: TaskContext,
): Promise<Outcome<Uncertainty>> {
  const assumed = withAccuracies(study, request.accuracy)
  if (!assumed.ok) return assumed
  const features = await readMeasured({ study: assumed.value, paths }, request.at)
  return features.ok ? uncertaintyOf(assumed.value, features.value, request, work) : features
}

/** The ground of such a study that its layers cannot attribute, a feature for each layer. */
export async function unattributedStored(
  { study, paths, request }: StoredStudy & { readonly request: BandOptions & Assuming },
  work: TaskContext,
): Promise<Outcome<FeatureCollection<Geometry | null>>> {
  const assumed = withAccuracies(study, request.accuracy)
  if (!assumed.ok) return assumed
  const features = await readMeasured({ study: assumed.value, paths }, request.at)
  if (!features.ok) return features
  const grounds = unattributedGround(assumed.value, features.value, request, work)
  if (!grounds.ok) return grounds
  return done({
    type: 'FeatureCollection',
    features: grounds.value.flatMap(({ ground }) => geoJsonFromFeatures(ground).features),
  })
}

async function readMeasured({ study, paths }: StoredStudy, at: string | undefined) {
  const day = requestedDay(study, at)
  if (!day.ok) return day
  const holding = new Set(layersAt(study, day.value).filter(({ role }) => role !== 'context'))
  return readLayerFeatures(
    study,
    study.layers.filter((layer) => holding.has(layer) || layer.id === study.plan.layer),
    paths,
  )
}
