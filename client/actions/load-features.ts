import { getFeatures } from '../api/layers.ts'
import { layerFeatures, readFeatures, type LayerFeatures, type ReadFeatures } from '../state/layer-features.ts'
import { page } from '../state/page-state.ts'
import type { Layer } from '../../core/model/layer.ts'

const fetched = new Map<string, Promise<ReadFeatures | null>>()

/** The features of a layer, fetched once for each way that its file is read; snapshots of one file have them in common. `null` where they cannot be had. */
export async function featuresOf(studyId: string, layer: Layer): Promise<LayerFeatures | null> {
  const { file, sha256, crs, encoding, sublayer, where, positions, evenOdd, extent } = layer
  const key = JSON.stringify([studyId, file, sha256, crs.code, encoding, sublayer, where, positions, evenOdd, extent])
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

/** Brings the features of the study's layers to the page, those that are not there yet or have changed. */
export async function loadFeatures(layers: readonly Layer[]): Promise<void> {
  const { studyId } = page.get()
  if (studyId === null) return
  await Promise.all(
    layers.map(async (layer) => {
      const loaded = await featuresOf(studyId, layer)
      const state = page.get()
      const isWanted = state.studyId === studyId && state.study?.layers.some(({ id }) => id === layer.id)
      if (loaded === null || !isWanted) return
      page.update({ features: new Map(state.features).set(layer.id, loaded) })
    }),
  )
}

/** Brings the features of the layer whose panel is open, which the day shown may not need. */
export function loadPanelFeatures(): Promise<void> {
  const { study, layerPanel } = page.get()
  return loadFeatures(study?.layers.filter(({ id }) => id === layerPanel?.id) ?? [])
}
