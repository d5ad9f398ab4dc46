import type { LayerOptions } from '../../core/study/layer-options.ts'
import { changeLayer, removeLayer } from '../api/layers.ts'
import type { Answer } from '../api/page-problem.ts'
import { page, type LayerPanel } from '../state/page-state.ts'
import { loadPanelFeatures } from './load-features.ts'
import { stopMeasuring } from './measure.ts'
import { refreshStudy } from './open-study.ts'

let last: Promise<void> = Promise.resolve()

export function openLayerPanel(id: string): void {
  page.update({ layerPanel: { id, pending: {}, isBusy: false, problem: null, check: null } })
  void loadPanelFeatures()
}

export const closeLayerPanel = (): void => page.update({ layerPanel: null })

/** Changes what is said of a layer, then measures again; its panel tells where the change was refused. */
export function settleLayer(id: string, options: LayerOptions): Promise<void> {
  return inTurn(id, options, (study, revision) => changeLayer(study, id, revision, options))
}

/** Takes a layer out of the study. */
export function dropLayer(id: string): Promise<void> {
  return inTurn(id, {}, (study, revision) => removeLayer(study, id, revision))
}

type Asking = (study: string, revision: number) => Promise<Answer<unknown>>

/** One change after another, each on the revision that the one before it made. */
function inTurn(id: string, options: LayerOptions, ask: Asking): Promise<void> {
  const { layerPanel } = page.get()
  showState(id, { pending: { ...layerPanel?.pending, ...options }, isBusy: true, problem: null, check: null })
  last = changeAfter(last, id, ask)
  return last
}

let waiting = 0

async function changeAfter(before: Promise<void>, id: string, ask: Asking): Promise<void> {
  waiting++
  await before
  const { study } = page.get()
  stopMeasuring()
  const answer = study && (await ask(study.id, study.revision))
  await refreshStudy()
  waiting--
  const problem = answer && !answer.ok ? answer.problem : null
  showState(id, { problem, ...(waiting === 0 ? { isBusy: false, pending: {} } : {}) })
  const { layerPanel, study: now } = page.get()
  if (layerPanel && !now?.layers.some((layer) => layer.id === layerPanel.id)) closeLayerPanel()
}

function showState(id: string, change: Partial<LayerPanel>): void {
  const { layerPanel } = page.get()
  if (layerPanel?.id === id) page.update({ layerPanel: { ...layerPanel, ...change } })
}
