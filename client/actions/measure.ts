import { isWithoutOutline } from '../../core/model/outline.ts'
import { getMeasurement, type Intervals } from '../api/measurements.ts'
import { intervalsOf } from '../state/draws.ts'
import { page } from '../state/page-state.ts'
import { shownSeries } from '../state/shown-series.ts'
import { refreshSure } from './load-sure.ts'
import { loadFeatures } from './load-features.ts'
import { loadLists } from './load-lists.ts'

let underWay = new AbortController()

/**
 * Measures the study on the day shown and brings the layers that hold on it: the areas first, then their intervals,
 * which take longer. A measurement under way is given up.
 */
export async function measure(): Promise<void> {
  underWay.abort()
  const controller = new AbortController()
  underWay = controller
  const { study } = page.get()
  if (study === null) return
  const drawing = loadFeatures(shownSeries(page.get()).flatMap(({ holding }) => holding ?? []))
  const listing = loadLists(controller.signal)
  if (study.plan.layer === null && !isWithoutOutline(study)) page.update({ measurement: null, measuring: null })
  else if (await measureWith(null, controller)) {
    void refreshSure()
    if (!isWithoutOutline(study)) await measureWith(intervalsOf(page.get()), controller)
  }
  await Promise.all([drawing, listing])
}

/** Draws fewer times in everything that the page shows of the study and has made of it. */
export async function drawFewer(draws: number): Promise<void> {
  const { print } = page.get()
  page.update({ draws, problem: null, print: { ...print, options: { ...print.options, draws } } })
  await measure()
}

/** Gives up what is being measured, because what it measures is about to change. */
export function stopMeasuring(): void {
  underWay.abort()
  page.update({ measuring: null })
}

/** Whether the measurement was made; it was not where it was refused or given up. */
async function measureWith(requested: Intervals | null, controller: AbortController): Promise<boolean> {
  const { studyId, at, assumed } = page.get()
  if (studyId === null || controller.signal.aborted) return false
  const what = requested === null ? 'areas' : 'intervals'
  const cancel = (): void => {
    controller.abort()
    page.update({ measuring: null })
  }
  const progress = (fraction: number | null): void => page.update({ measuring: { what, fraction, cancel } })
  progress(null)
  if (requested === null) page.update({ problem: null })
  const answer = await getMeasurement(studyId, at, requested, { signal: controller.signal, progress }, assumed).catch(
    () => null,
  )
  if (answer === null || controller.signal.aborted) return false
  page.update({ measuring: null })
  if (answer.ok) page.update({ measurement: answer.value })
  else page.update({ problem: answer.problem, ...(requested === null ? { measurement: null } : {}) })
  return answer.ok
}
