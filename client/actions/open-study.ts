import { nothingSupposed } from '../api/supposed.ts'
import { announcementDay } from '../../core/model/asked-day.ts'
import { createStudy, getStudy, listStudies } from '../api/studies.ts'
import { nothingCrossed, page } from '../state/page-state.ts'
import { tabFor } from '../state/tab-for.ts'
import { loadPanelFeatures } from './load-features.ts'
import { loadPublished } from './load-published.ts'
import { loadTimeline } from './load-timeline.ts'
import { measure } from './measure.ts'
import { showPreview } from './make-file.ts'
import { noTimeline } from '../state/timeline-state.ts'
import { compare } from './compare.ts'
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
  if (wanted !== undefined) await openStudy(wanted, page.get().at)
}

/** Opens a study on a day, or on its own; what belonged to the study before is put away. */
export async function openStudy(id: string, at: string | null = null): Promise<void> {
  const isSame = page.get().study?.id === id
  page.update({ studyId: id, at, menu: null, isDrawerOpen: false, lit: null, pinned: null, problem: null })
  if (!isSame) {
    const away = {
      study: null,
      measurement: null,
      damage: null,
      events: null,
      features: new Map(),
      layerPanel: null,
      supposed: nothingSupposed,
    } as const
    stopPlaying()
    page.update({ ...away, time: noTimeline, crossed: nothingCrossed, hidden: new Set(), upload: { phase: 'none' } })
  }
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
  void loadPublished()
  void measure()
  if (page.get().view === 'timeline') void loadTimeline()
}

/** Makes a study of the name given and opens it. */
export async function startStudy(title: string): Promise<void> {
  const answer = await createStudy(title)
  if (!answer.ok) return page.update({ problem: answer.problem, menu: null })
  const { id, asOf, title: named } = answer.value
  page.update({ studies: [...page.get().studies, { id, asOf, title: named }] })
  await openStudy(id)
}
