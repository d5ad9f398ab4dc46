import { movedClass } from '../../core/classify/class-edits.ts'
import { changeLook, type LayerOptions } from '../../core/model/layer-options.ts'
import type { Layer } from '../../core/model/layer.ts'
import { textIn } from '../../core/model/text.ts'
import type { AccuracyKind } from '../../core/model/accuracy.ts'
import { translate } from '../../core/i18n/translate.ts'
import { changeLayer, removeLayer } from '../api/layers.ts'
import type { Answer } from '../api/page-problem.ts'
import { page, type LayerPanel } from '../state/page-state.ts'
import { isLoadedTogether, snapshotsOf } from '../state/loaded-series.ts'
import { focusOn } from './focus-on.ts'
import { loadPanelFeatures } from './load-features.ts'
import { stopMeasuring } from './measure.ts'
import { refreshStudy } from './open-study.ts'
import { announce, announceLast, showElsewhere } from './study-steps.ts'

let last: Promise<void> = Promise.resolve()

export function openLayerPanel(id: string, isRoleOpen = false): void {
  page.update({
    layerPanel: {
      id,
      isRoleOpen,
      accuracyKind: null,
      pending: {},
      isBusy: false,
      problem: null,
      check: null,
      brought: null,
      moved: '',
    },
  })
  void loadPanelFeatures()
  focusOn('#settings-title')
}

/** Closes the settings and gives the focus back to what opened them, or to the list that they stood in place of. */
export function closeLayerPanel(): void {
  const { layerPanel, study } = page.get()
  const name = study?.layers.find(({ id }) => id === layerPanel?.id)?.name
  page.update({ layerPanel: null })
  const opener = name === undefined ? [] : [`[data-settings-of="${CSS.escape(name)}"]`]
  focusOn([...opener, ...(name === undefined ? ['#layers-title'] : [])].join())
}

/** Changes what is said of a layer, then measures again; its panel tells where the change was refused. */
export function changeLayerOptions(id: string, options: LayerOptions): Promise<void> {
  return inTurn(id, options, (study, revision) => changeLayer(study, id, revision, options, isOfSeries(id, options)))
}

/** Takes the dated columns of a layer as a series of damage and opens the panel of its last snapshot. */
export function spreadLayer(id: string, destroyed: '1' | '3' | null): Promise<void> {
  const options = { snapshots: 'columns', role: 'damage', ...(destroyed === null ? {} : { destroyed }) } as const
  return inTurn(id, {}, async (study, revision) => {
    const answer = await changeLayer(study, id, revision, options)
    if (answer.ok) openLayerPanel(answer.value.id)
    return answer
  })
}

/** Whether a change is of all snapshots: always of their name, role and look, of most else where they were loaded together. */
function isOfSeries(id: string, options: LayerOptions): boolean {
  const { study } = page.get()
  const layer = study?.layers.find((each) => each.id === id)
  if (!study || !layer) return false
  if (Object.keys(options).some((key) => ownMembers.has(key))) return false
  return (
    snapshotsOf(study, layer).length > 1 &&
    (options.role !== undefined || options.name !== undefined || changeLook(options) || isLoadedTogether(study, layer))
  )
}

/** What each snapshot says for itself: its days, and how its file is read. */
const ownMembers: ReadonlySet<string> = new Set([
  'date',
  'from',
  'to',
  'crs',
  'encoding',
  'sublayer',
  'where',
  'positions',
  'threshold',
])

/** Chooses how the accuracy is stated; nothing changes until a value is given. */
export const chooseAccuracyKind = (id: string, accuracyKind: AccuracyKind): void => showState(id, { accuracyKind })

/** Takes a layer out of the study. */
export function dropLayer(id: string): Promise<void> {
  return inTurn(id, {}, (study, revision) => removeLayer(study, id, revision)).then(announceLast)
}

type Asking = (study: string, revision: number) => Promise<Answer<unknown>>

/** One change after another, each on the revision that the one before it made. */
function inTurn(id: string, options: LayerOptions, ask: Asking): Promise<void> {
  const { classes: _ofOtherField, ...pending } = page.get().layerPanel?.pending ?? {}
  const stillOf = options.classField === undefined ? page.get().layerPanel?.pending : pending
  showState(id, {
    pending: { ...stillOf, ...options },
    isBusy: true,
    problem: null,
    check: null,
    ...(options.role === undefined ? {} : { isRoleOpen: false }),
  })
  last = changeAfter(last, id, ask)
  return last
}

let waiting = 0

async function changeAfter(before: Promise<void>, id: string, ask: Asking): Promise<void> {
  waiting++
  await before
  const { study } = page.get()
  stopMeasuring()
  let answer = study && (await ask(study.id, study.revision))
  if (answer && !answer.ok && answer.problem.code === 'revision-stale') {
    // What another window changed stays; what was typed here is said of the study as it is now.
    await showElsewhere()
    const { study: now } = page.get()
    if (now?.id === study?.id && now?.layers.some((layer) => layer.id === id)) answer = await ask(now.id, now.revision)
  }
  await refreshStudy()
  waiting--
  const problem = answer && !answer.ok ? answer.problem : null
  showState(id, { problem, ...(waiting === 0 ? { isBusy: false, pending: {} } : {}) })
  const { layerPanel, study: now } = page.get()
  if (problem && layerPanel?.id !== id) announce({ kind: 'refused', problem })
  if (layerPanel && !now?.layers.some((layer) => layer.id === layerPanel.id)) closeLayerPanel()
}

/** Shows the classes that a file holds, or why it holds none. */
export async function readClassFile(id: string, file: File): Promise<void> {
  const { classesIn } = await import('./classes-in-file.ts')
  const read = classesIn(file.name, await file.text())
  if (read.ok) return showState(id, { brought: { file: file.name, ...read.value }, problem: null })
  const { code, values, more = {} } = read.problem
  showState(id, { problem: { code, values, more, detail: '' } })
}

/** Changes the order of classes and tells where the class now stands. */
export async function moveClass(layer: Layer, from: number, to: number): Promise<void> {
  const { language } = page.get()
  const name = textIn(language, layer.classes[from]!.label)
  showState(layer.id, {
    moved: translate(language, 'page.classes.moved', { class: name, place: to + 1, count: layer.classes.length }),
  })
  await changeLayerOptions(layer.id, { classes: movedClass(layer.classes, from, to) })
}

function showState(id: string, change: Partial<LayerPanel>): void {
  const { layerPanel } = page.get()
  if (layerPanel?.id === id) page.update({ layerPanel: { ...layerPanel, ...change } })
}
