import { nothingAssumed } from '../api/assumed-accuracies.ts'
import { announcementDay } from '../../core/model/requested-day.ts'
import { createStudy, getStudy, listStudies } from '../api/studies.ts'
import { getHistory } from '../api/study-history.ts'
import { nothingCrossed, page, type PageState } from '../state/page-state.ts'
import { tabFor } from '../state/tab-for.ts'
import { focusOn } from './focus-on.ts'
import { loadPanelFeatures } from './load-features.ts'
import { loadPublished } from './load-published.ts'
import { loadTimeline } from './load-timeline.ts'
import { measure } from './measure.ts'
import { showPreview } from './make-file.ts'
import { noTimeline } from '../state/timeline-state.ts'
import { refreshTable } from './attribute-table.ts'
import { compare } from './compare.ts'
import { refreshPair } from './pair-maps.ts'
import { nothingPrinted } from '../state/print-state.ts'
import { stopPlaying } from './play-days.ts'

const firstStudy = 'basilia-city'

/** Brings the list of studies and opens the one that the address names, else the first. */
export async function openFirstStudy(): Promise<void> {
  const answer = await listStudies()
  if (!answer.ok) return page.update({ problem: answer.problem })
  const { studies, unreadable } = answer.value
  page.update({ studies, unreadable })
  const { studyId } = page.get()
  const first = studies.find(({ id }) => id === firstStudy) ?? studies[0]
  const wanted = studyId ?? first?.id
  const { at, hidden, camera, selected, tab, table, pair } = page.get()
  if (wanted !== undefined) await openStudy(wanted, at, { hidden, camera, selected, tab, table, pair })
}

/** What of the page is of one study, and stands in the address. */
type Seen = Pick<PageState, 'hidden' | 'camera' | 'selected' | 'table' | 'pair'> & { readonly tab?: PageState['tab'] }

/** Opens a study on a day, or on its own, as it was seen; what belonged to the study before is put away. */
export async function openStudy(id: string, at: string | null = null, seen: Partial<Seen> = {}): Promise<void> {
  const { study: before, draws } = page.get()
  const isSame = before?.id === id
  page.update({
    studyId: id,
    at,
    menu: null,
    isDrawerOpen: false,
    hovered: null,
    selected: null,
    problem: null,
    announcement: null,
  })
  if (!isSame) {
    const away = {
      study: null,
      history: [],
      measurement: null,
      damage: null,
      events: null,
      features: new Map(),
      tiled: new Map(),
      fields: new Map(),
      pointed: null,
      layerPanel: null,
      drawing: null,
      table: null,
      pair: null,
      pairView: null,
      assumed: nothingAssumed,
      draws: null,
      ...(draws === null ? {} : { print: nothingPrinted }),
    } as const
    stopPlaying()
    page.update({
      ...away,
      time: noTimeline,
      crossed: nothingCrossed,
      hidden: new Set(),
      camera: null,
      upload: { phase: 'none' },
    })
  }
  page.update(seen)
  await refreshStudy()
  if (page.get().view === 'compare') await compare()
  if (page.get().view === 'report') await showPreview()
}

/** Reads the study again, after a change, and begins to measure it. */
export async function refreshStudy(): Promise<void> {
  const { studyId } = page.get()
  if (studyId === null) return
  const answer = await getStudy(studyId)
  if (page.get().studyId !== studyId) return
  if (!answer.ok) return page.update({ problem: answer.problem })
  const { at, tab } = page.get()
  // A day that the study does not know is left for the server to refuse in words.
  page.update({
    study: answer.value,
    tab: tabFor(answer.value, tab),
    at: at === announcementDay ? (answer.value.plan.announced ?? at) : at,
  })
  void loadPanelFeatures()
  void refreshTable()
  void refreshPair()
  void loadPublished()
  void measure()
  await loadHistory(studyId)
  if (page.get().view === 'timeline') void loadTimeline()
}

/** What was changed so far; the first change of a study that came with the program makes it a copy. */
async function loadHistory(id: string): Promise<void> {
  const answer = await getHistory(id)
  const { studyId, studies } = page.get()
  if (studyId !== id || !answer.ok) return
  const origin = answer.value.length > 0 ? 'copy' : null
  page.update({
    history: answer.value,
    studies: studies.map((own) => (own.id === id && own.origin === 'bundled' && origin ? { ...own, origin } : own)),
  })
}

/** Makes a study of the name given and opens it. */
export async function startStudy(title: string): Promise<void> {
  const answer = await createStudy(title)
  if (!answer.ok) return page.update({ problem: answer.problem, menu: null })
  const { id, asOf, title: named } = answer.value
  page.update({ studies: [...page.get().studies, { id, asOf, title: named, origin: 'own' }] })
  await openStudy(id)
  focusOn('#answer')
}
