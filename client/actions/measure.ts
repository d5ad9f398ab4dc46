import { getMeasurement } from '../api/measurements.ts'
import { page } from '../state/page-state.ts'
import { shownSeries } from '../state/shown-series.ts'
import { loadFeatures } from './load-features.ts'

let underWay = new AbortController()

/** Measures the study on the day shown and brings the layers that hold on it; a measurement under way is given up. */
export async function measure(): Promise<void> {
  underWay.abort()
  const controller = new AbortController()
  underWay = controller
  const { studyId, at, study } = page.get()
  if (studyId === null || study === null) return
  const drawing = loadFeatures(shownSeries(page.get()).flatMap(({ holding }) => holding ?? []))
  if (study.plan.layer === null) {
    page.update({ measurement: null, measuring: null })
    return drawing
  }
  const cancel = (): void => {
    controller.abort()
    page.update({ measuring: null })
  }
  page.update({ measuring: { fraction: null, cancel }, problem: null })
  const progress = (fraction: number): void => page.update({ measuring: { fraction, cancel } })
  const answer = await getMeasurement(studyId, at, { signal: controller.signal, progress }).catch(() => null)
  if (answer === null || controller.signal.aborted) return drawing
  page.update({
    measuring: null,
    measurement: answer.ok ? answer.value : null,
    problem: answer.ok ? null : answer.problem,
  })
  return drawing
}
