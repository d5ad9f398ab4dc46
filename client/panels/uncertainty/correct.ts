import { correctAreas, correctCounts } from '../../api/corrections.ts'
import type { PageProblem } from '../../api/page-problem.ts'
import { page } from '../../state/page-state.ts'
import type { Correction } from '../../state/sure-state.ts'

const show = (correction: Correction): void => page.update({ sure: { ...page.get().sure, correction } })

const refused = (layer: string, problem: PageProblem): Correction => ({ layer, kind: 'refused', problem })

/** Corrects a layer's areas by the error matrix of a file. */
export async function correctByMatrix(layer: string, isRandom: boolean, file: File): Promise<void> {
  const { studyId, at } = page.get()
  if (studyId === null) return
  const answer = await correctAreas(studyId, { layer, at }, isRandom, await file.text())
  show(answer.ok ? { layer, kind: 'areas', estimate: answer.value } : refused(layer, answer.problem))
}

/** Corrects a layer's counts by what was confirmed of the checked and found of the known; an empty pair says nothing. */
export async function correctByRates(layer: string, form: FormData): Promise<void> {
  const { studyId, at } = page.get()
  if (studyId === null) return
  const rates: Record<string, string> = {}
  for (const name of ['confirmed', 'found']) {
    const [hits, of] = [form.get(`${name}-hits`), form.get(`${name}-of`)]
    if (typeof hits === 'string' && typeof of === 'string' && hits !== '' && of !== '') rates[name] = `${hits}/${of}`
  }
  const answer = await correctCounts(studyId, { layer, at }, rates)
  show(answer.ok ? { layer, kind: 'counts', counts: answer.value.counts } : refused(layer, answer.problem))
}
