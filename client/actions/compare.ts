import { compareStudies, type Compared } from '../api/comparisons.ts'
import { getStudy } from '../api/studies.ts'
import { intervalsOf } from '../state/draws.ts'
import { page } from '../state/page-state.ts'
import { loadStudyView } from './load-view.ts'

let underWay = new AbortController()

/** Ids of the studies compared: those chosen, else the study in hand and those that it names as its precedents. */
export function comparedIds(): readonly string[] {
  const { compared, studies, studyId, study } = page.get()
  const isKnown = (id: string): boolean => studies.some((own) => own.id === id)
  const known = compared.filter(isKnown)
  if (known.length > 0) return known
  const own = studyId === null ? [] : [studyId]
  return [...new Set([...own, ...(study?.precedents ?? [])])].filter(isKnown)
}

/** Sets the chosen studies side by side, the figures first and then the maps. */
export async function compare(): Promise<void> {
  underWay.abort()
  const controller = new AbortController()
  underWay = controller
  const ids = comparedIds()
  if (ids.length === 0) return
  const compared = { ids, precedents: page.get().compared.length === 0 }
  const drawing = Promise.all(ids.map(loadView))
  const { signal } = controller
  page.update({ comparing: null })
  const answer = await compareStudies(compared, null, { signal }).catch(() => null)
  if (answer === null || signal.aborted) return
  page.update(answer.ok ? { comparison: answer.value, problem: null } : { comparison: null, problem: answer.problem })
  if (answer.ok) await findIntervals(compared, controller)
  await drawing
}

/** The same comparison with its intervals, which take longer. */
async function findIntervals(compared: Compared, controller: AbortController): Promise<void> {
  const { signal } = controller
  const cancel = (): void => {
    controller.abort()
    page.update({ comparing: null })
  }
  const progress = (fraction: number | null): void => {
    if (!signal.aborted) page.update({ comparing: { what: 'intervals', fraction, cancel } })
  }
  progress(null)
  const answer = await compareStudies(compared, intervalsOf(page.get()), { signal, progress }).catch(() => null)
  if (answer === null || signal.aborted) return
  page.update({ comparing: null, ...(answer.ok ? { comparison: answer.value } : { problem: answer.problem }) })
}

/** Brings what the map of a compared study shows on the study's own day. */
async function loadView(id: string): Promise<void> {
  const study = await getStudy(id)
  if (!study.ok) return
  const view = await loadStudyView(study.value, null)
  const { comparedViews } = page.get()
  page.update({ comparedViews: new Map(comparedViews).set(id, view) })
}

/** Takes a study into the comparison or out of it; one always stays. */
export function toggleCompared(id: string): void {
  const current = comparedIds()
  const next = current.includes(id) ? current.filter((other) => other !== id) : [...current, id]
  page.update({ compared: next.length > 0 ? next : current })
  void compare()
}
