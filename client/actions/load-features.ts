import { getFeatures, getFields, getTiles } from '../api/layers.ts'
import { layerFeatures, readFeatures, type LayerFeatures, type ReadFeatures } from '../state/layer-features.ts'
import { page } from '../state/page-state.ts'
import { isTiled } from '../../core/tiles/is-tiled.ts'
import type { TiledLayer } from '../state/tiled-layer.ts'
import type { Layer } from '../../core/model/layer.ts'

const fetched = new Map<string, Promise<ReadFeatures | null>>()

/** The features of a layer, fetched once for each way that its file is read; snapshots of one file have them in common. `null` where they cannot be had. */
export async function featuresOf(studyId: string, layer: Layer): Promise<LayerFeatures | null> {
  const { file, sha256, crs, encoding, sublayer, where, positions, threshold, evenOdd, extent } = layer
  const key = JSON.stringify([
    studyId,
    file,
    sha256,
    crs.code,
    encoding,
    sublayer,
    where,
    positions,
    threshold,
    evenOdd,
    extent,
  ])
  const reading = fetched.get(key) ?? read(studyId, layer)
  fetched.set(key, reading)
  const features = await reading
  if (features === null) fetched.delete(key)
  return features && layerFeatures(layer, features)
}

async function read(studyId: string, layer: Layer): Promise<ReadFeatures | null> {
  const answer = await getFeatures(studyId, layer.id)
  return answer.ok ? readFeatures(layer, answer.value) : null
}

/** What the tiles of a large layer are on a day. `null` where they cannot be had. */
export async function tilesOf(studyId: string, layer: Layer, at: string | null): Promise<TiledLayer | null> {
  const answer = await getTiles(studyId, layer.id, at)
  return answer.ok ? { layer, tiles: answer.value } : null
}

/** Brings the features of the study's layers to the page, those that are not there yet or have changed; of large layers their tiles. */
export async function loadFeatures(layers: readonly Layer[]): Promise<void> {
  const { studyId } = page.get()
  if (studyId === null) return
  await Promise.all(
    layers.map(async (layer) => {
      if (isTiled(layer)) return loadTiles(studyId, layer)
      const loaded = await featuresOf(studyId, layer)
      const state = page.get()
      const isWanted = state.studyId === studyId && state.study?.layers.some(({ id }) => id === layer.id)
      if (loaded === null || !isWanted) return
      page.update({ features: new Map(state.features).set(layer.id, loaded) })
    }),
  )
}

async function loadTiles(studyId: string, layer: Layer): Promise<void> {
  const { at } = page.get()
  const loaded = await tilesOf(studyId, layer, at)
  const state = page.get()
  const isWanted = state.studyId === studyId && state.at === at && state.study?.layers.some(({ id }) => id === layer.id)
  if (loaded === null || !isWanted) return
  const before = state.tiled.get(layer.id)
  if (before?.layer === layer && before.tiles.version === loaded.tiles.version) return
  page.update({ tiled: new Map(state.tiled).set(layer.id, loaded) })
}

/** Brings the features of the layer whose panel is open, which the day shown may not need. */
export async function loadPanelFeatures(): Promise<void> {
  const { study, layerPanel } = page.get()
  const layer = study?.layers.find(({ id }) => id === layerPanel?.id)
  if (!study || !layer) return
  await Promise.all([loadFeatures([layer]), isTiled(layer) ? loadFields(study.id, layer) : null])
}

async function loadFields(studyId: string, layer: Layer): Promise<void> {
  const answer = await getFields(studyId, layer.id)
  const { fields, studyId: now } = page.get()
  if (answer.ok && now === studyId) page.update({ fields: new Map(fields).set(layer.id, answer.value) })
}
