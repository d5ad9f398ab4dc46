import { getFeatures } from '../api/layers.ts'
import { layerFeatures, type LayerFeatures } from '../state/layer-features.ts'
import { page } from '../state/page-state.ts'
import type { Layer } from '../../core/study/layer.ts'

const fetched = new Map<string, Promise<LayerFeatures | null>>()

/** The features of a layer, fetched once for each state of its record. `null` where they cannot be had. */
export function featuresOf(studyId: string, layer: Layer): Promise<LayerFeatures | null> {
  const key = JSON.stringify([studyId, layer])
  const known = fetched.get(key)
  if (known) return known
  const fetching = getFeatures(studyId, layer.id).then(async (answer) => {
    if (answer.ok) return layerFeatures(layer, answer.value)
    fetched.delete(key)
    return null
  })
  fetched.set(key, fetching)
  return fetching
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
