import type { Direction, Step } from '../../core/history/entry.ts'
import { getHistory, stepStudy } from '../api/study-history.ts'
import type { Announcement } from '../state/announcement.ts'
import { page } from '../state/page-state.ts'
import { refreshStudy } from './open-study.ts'

export const announce = (announcement: Announcement | null): void => page.update({ announcement })

/** Takes the last change of the study back, or does it again; says which it was. */
export async function takeStep(direction: Direction): Promise<void> {
  const { study } = page.get()
  const row = page.get().history.find(({ next }) => next === direction)
  if (!study || !row) return
  const answer = await stepStudy(study.id, direction, study.revision)
  if (!answer.ok) {
    announce({ kind: 'refused', problem: answer.problem })
    return answer.problem.code === 'revision-stale' ? showElsewhere() : undefined
  }
  const { code, values } = row.what
  await refreshStudy()
  announce({
    kind: 'step',
    step: { code: direction, values: { ...values, step: code } },
    back: direction === 'undo' ? 'redo' : 'undo',
  })
}

/** Says what the last change was, where the reader may want it back at once. */
export function announceLast(): void {
  const { history } = page.get()
  const last = history.at(-1)
  if (last?.next === 'undo') announce({ kind: 'step', step: last.what, back: 'undo' })
}

/** Reads the study again where somebody else has changed it, and says what. */
export async function showElsewhere(): Promise<void> {
  const { study } = page.get()
  if (!study) return
  await refreshStudy()
  const steps = await stepsSince(study.id, study.revision)
  if (steps.length > 0 && page.get().studyId === study.id) announce({ kind: 'elsewhere', steps })
}

async function stepsSince(id: string, revision: number): Promise<Step[]> {
  const history = await getHistory(id)
  if (!history.ok) return []
  return history.value.filter((row) => (row.revision ?? 0) > revision).map(({ what }) => what)
}
