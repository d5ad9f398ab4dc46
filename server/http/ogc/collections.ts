import { translateInEach } from '../../../core/i18n/translate.ts'
import { coarseExtent } from '../../../core/export/coarse-cells.ts'
import { withheldNotes } from '../../../core/measure/withheld-notes.ts'
import { layersAt } from '../../../core/model/snapshot.ts'
import { collectionTitle, daysOfLayer } from '../../../core/ogc/collection.ts'
import { overlapId } from '../../../core/ogc/overlap-collection.ts'
import { storedSystem, systemUris } from '../../../core/ogc/reference-systems.ts'
import { ownDay } from '../../../core/model/requested-day.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Study } from '../../../core/model/study.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { Store } from '../../store/store.ts'
import { geoJsonType, jsonLink, type Link } from './links.ts'

/** Whose features a collection holds: a layer's, or (`null`) the polygons of the study's measurement. */
export type FoundCollection = { readonly study: Study; readonly layer: Layer | null }

/** The collections of a study: its layers that may leave and, where its plan has an outline, the overlap of its measurement. */
export const collectionsOf = (study: Study): FoundCollection[] => [
  ...study.layers.filter(({ sensitive }) => sensitive !== true).map((layer) => ({ study, layer })),
  ...(planOf(study) ? [{ study, layer: null }] : []),
]

export async function findCollection(store: Store, collection: string): Promise<Outcome<FoundCollection>> {
  const [id, name] = collection.split(/\.(.*)/s) as [string, string | undefined]
  const study = await store.read(id)
  const found = study.ok ? collectionsOf(study.value).find(({ layer }) => (layer?.id ?? overlapId) === name) : undefined
  if (found) return done(found)
  return study.ok || study.problem.code === 'study-not-found'
    ? refused(problem('collection-not-found', { collection }))
    : study
}

export const collectionId = ({ study, layer }: FoundCollection): string => `${study.id}.${layer?.id ?? overlapId}`

/** A collection as it is listed, with where to go on from it. */
export function describedCollection(found: FoundCollection, ogc: string): Record<string, unknown> {
  const { study, layer } = found
  const own = (layer ?? planOf(study))?.extent ?? null
  const gridM = typeof layer?.sensitive === 'object' ? layer.sensitive.gridM : null
  const extent = own && gridM !== null ? coarseExtent(own, gridM) : own
  const withheld = withheldNotes(layer ? [layer] : layersAt(study, ownDay(study)))
  const days = layer ? daysOfLayer(layer) : { from: ownDay(study), to: ownDay(study) }
  const address = `${ogc}/collections/${collectionId(found)}`
  const links: Link[] = [
    jsonLink(address, 'self'),
    { href: `${address}/items`, rel: 'items', type: geoJsonType },
    {
      href: `${address}/queryables`,
      rel: 'http://www.opengis.net/def/rel/ogc/1.0/queryables',
      type: 'application/schema+json',
    },
  ]
  return {
    id: collectionId(found),
    title: collectionTitle(study, layer?.title ?? translateInEach('export.layer.overlap')),
    ...(withheld.length === 0 ? {} : { description: withheld.map(({ message }) => message).join(' ') }),
    itemType: 'feature',
    extent: {
      ...(extent ? { spatial: { bbox: [extent], crs: storedSystem } } : {}),
      ...(days.from === null && days.to === null
        ? {}
        : { temporal: { interval: [[momentOf(days.from, '00:00:00Z'), momentOf(days.to, '23:59:59Z')]] } }),
    },
    crs: systemUris,
    storageCrs: storedSystem,
    links,
  }
}

const planOf = ({ layers, plan }: Study): Layer | undefined => layers.find(({ id }) => id === plan.layer)

const momentOf = (day: string | null, time: string): string | null => (day === null ? null : `${day}T${time}`)
