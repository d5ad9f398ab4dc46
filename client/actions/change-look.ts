import { translate } from '../../core/i18n/translate.ts'
import type { Layer } from '../../core/model/layer.ts'
import { textIn } from '../../core/model/text.ts'
import { page } from '../state/page-state.ts'
import { changeLayerOptions } from './change-layer-options.ts'

/** What is chosen with a slider counts once the slider rests, as one change. */
const restMs = 400
let resting: ReturnType<typeof setTimeout> | undefined

/** Draws a series as opaque as it is being chosen, and keeps that with the study when it rests. */
export function fadeLayer(layer: Layer, opacity: number): void {
  const fading = { name: layer.name, opacity }
  page.update({ fading })
  clearTimeout(resting)
  resting = setTimeout(() => void keep(), restMs)

  async function keep(): Promise<void> {
    await changeLayerOptions(layer.id, { opacity: opacity === 1 ? null : opacity })
    if (page.get().fading === fading) page.update({ fading: null })
  }
}

/** Says whether the names of a series stand on map and sheet. */
export const nameLayer = (layer: Layer, labels: boolean): void => void changeLayerOptions(layer.id, { labels })

/** Moves a series to a place from below, and says where it lies now, for those who do not see it. */
export async function moveLayer(layer: Layer, order: number, count: number): Promise<void> {
  await changeLayerOptions(layer.id, { order })
  const { language } = page.get()
  const place = count - order + 1
  page.update({ moved: translate(language, 'page.look.moved', { layer: textIn(language, layer.title), place, count }) })
}
