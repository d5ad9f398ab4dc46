import type { Feature, Geometry } from 'geojson'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { measurableOf } from '../../core/measure/measurable.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import { collectionItem, collectionPage, type PageRequest } from '../../core/ogc/collection-page.ts'
import { layerCollection, type Collection, type CollectionField } from '../../core/ogc/collection.ts'
import { overlapCollection } from '../../core/ogc/overlap-collection.ts'
import type { ReferenceSystem } from '../../core/ogc/reference-systems.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { StoredStudy } from './measure-study.ts'

/** Whose features are asked for: a layer's by its id, or the polygons of a measurement. */
export type RequestedCollection = StoredStudy & { readonly of: string | Measurement }

export type MadePage = {
  /** The features as JSON, with commas between them. */
  readonly text: string
  readonly returned: number
  readonly matched: number
  readonly next: number | null
}

/** The features of a collection that are asked for, as the text of one page. */
export async function pageOfCollection(
  { request, ...requested }: RequestedCollection & { readonly request: PageRequest },
  work: TaskContext,
): Promise<Outcome<MadePage>> {
  const collection = await openCollection(requested, work)
  const page = collection.ok ? collectionPage(collection.value, request) : collection
  if (!page.ok) return page
  const { features, matched, next } = page.value
  return done({
    text: features.map((each) => JSON.stringify(each)).join(',\n'),
    returned: features.length,
    matched,
    next,
  })
}

/** One feature of a collection by its number. */
export async function itemOfCollection(
  {
    feature,
    system,
    ...requested
  }: RequestedCollection & { readonly feature: number; readonly system: ReferenceSystem },
  work: TaskContext,
): Promise<Outcome<Feature<Geometry | null>>> {
  const collection = await openCollection(requested, work)
  return collection.ok ? collectionItem(collection.value, feature, system) : collection
}

/** What can be asked of the features of a collection. */
export async function fieldsOfCollection(
  requested: RequestedCollection,
  work: TaskContext,
): Promise<Outcome<readonly CollectionField[]>> {
  const collection = await openCollection(requested, work)
  return collection.ok ? done(collection.value.fields) : collection
}

async function openCollection(
  { study, paths, of }: RequestedCollection,
  work: TaskContext,
): Promise<Outcome<Collection>> {
  if (typeof of !== 'string') {
    const features = await readLayerFeatures(
      study,
      study.layers.filter(({ role }) => role !== 'context'),
      paths,
    )
    const ground = features.ok ? measurableOf(study, features.value, of.at) : features
    return ground.ok ? done(overlapCollection(ground.value, of, work)) : ground
  }
  const layer = study.layers.find(({ id }) => id === of)
  if (!layer || layer.sensitive === true) return refused(problem('layer-not-found', { id: study.id, layer: of }))
  const features = await readLayerFeatures(study, [layer], paths)
  return features.ok ? layerCollection(layer, features.value.get(of)!) : features
}
