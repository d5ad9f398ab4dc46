import type { FeatureCollection, Geometry } from 'geojson'
import { geoJsonFromFeatures } from '../../core/geometry/geojson-writer.ts'
import { unattributedGround, type BandOptions } from '../../core/uncertainty/unattributed-ground.ts'
import { uncertaintyOf, type UncertaintyOptions } from '../../core/uncertainty/uncertainty-of.ts'
import type { Uncertainty } from '../../core/uncertainty/uncertainty.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { Work } from '../../core/parallel/crew.ts'
import { askedDay } from '../../core/model/asked-day.ts'
import { layersAt } from '../../core/model/snapshot.ts'
import { withAccuracies, type SupposedAccuracy } from '../../core/layers/state-accuracy.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { StoredStudy } from './measure-study.ts'

/** Accuracies supposed of layers in place of those that they state. */
type Supposing = { readonly accuracy?: readonly SupposedAccuracy[] | undefined }

/** How sure a study is whose layers lie in files. */
export async function uncertaintyStored(
  { study, paths, request }: StoredStudy & { readonly request: UncertaintyOptions & Supposing },
  work: Work,
): Promise<Outcome<Uncertainty>> {
  const supposed = withAccuracies(study, request.accuracy)
  if (!supposed.ok) return supposed
  const features = await readMeasured({ study: supposed.value, paths }, request.at)
  return features.ok ? uncertaintyOf(supposed.value, features.value, request, work) : features
}

/** The ground of such a study that its layers cannot attribute, a feature for each layer. */
export async function unattributedStored(
  { study, paths, request }: StoredStudy & { readonly request: BandOptions & Supposing },
  work: Work,
): Promise<Outcome<FeatureCollection<Geometry | null>>> {
  const supposed = withAccuracies(study, request.accuracy)
  if (!supposed.ok) return supposed
  const features = await readMeasured({ study: supposed.value, paths }, request.at)
  if (!features.ok) return features
  const grounds = unattributedGround(supposed.value, features.value, request, work)
  if (!grounds.ok) return grounds
  return done({
    type: 'FeatureCollection',
    features: grounds.value.flatMap(({ ground }) => geoJsonFromFeatures(ground).features),
  })
}

async function readMeasured({ study, paths }: StoredStudy, at: string | undefined) {
  const day = askedDay(study, at)
  if (!day.ok) return day
  const holding = new Set(layersAt(study, day.value).filter(({ role }) => role !== 'context'))
  return readLayerFeatures(
    study,
    study.layers.filter((layer) => holding.has(layer) || layer.id === study.plan.layer),
    paths,
  )
}
