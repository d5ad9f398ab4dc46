import { copyStudy, listStudies, putStudy, removeStudy } from '../api/studies.ts'
import { sendStudyZip } from '../api/layers.ts'
import { stepStudy } from '../api/study-history.ts'
import type { Announcement } from '../state/announcement.ts'
import { page } from '../state/page-state.ts'
import { openStudy, refreshStudy } from './open-study.ts'
import { announce, showElsewhere } from './study-steps.ts'

/** Gives the study another title in the page's language; its id stays. */
export async function renameStudy(title: string): Promise<void> {
  const { study, language } = page.get()
  if (!study) return
  const titled = () =>
    putStudy(page.get().study ?? study, { title: { ...(page.get().study ?? study).title, [language]: title } })
  let answer = await titled()
  if (!answer.ok && answer.problem.code === 'revision-stale') {
    // What another window changed stays; what was typed here is said of the study as it is now.
    await showElsewhere()
    answer = await titled()
  }
  if (!answer.ok) return announce({ kind: 'refused', problem: answer.problem })
  await refreshStudy()
  await refreshList()
}

export async function duplicateStudy(): Promise<void> {
  const { studyId } = page.get()
  if (studyId === null) return
  const answer = await copyStudy(studyId)
  if (!answer.ok) return announce({ kind: 'refused', problem: answer.problem })
  await show(answer.value.id, { kind: 'copied', title: answer.value.title })
}

/** Removes the study, or of a changed bundled one the changes; either can be taken back from the message that says so. */
export async function deleteStudy(): Promise<void> {
  const { study, studies } = page.get()
  if (!study) return
  const isCopy = studies.find(({ id }) => id === study.id)?.origin === 'copy'
  const answer = await removeStudy(study)
  if (!answer.ok) {
    announce({ kind: 'refused', problem: answer.problem })
    return answer.problem.code === 'revision-stale' ? showElsewhere() : undefined
  }
  const { id, title, revision } = study
  const next = isCopy ? id : studies.find((other) => other.id !== id)?.id
  const removed = { kind: 'removed', id, title, isCopy, revision } as const
  if (next !== undefined) await show(next, removed)
}

/** Brings back what was removed. */
export async function restoreStudy(removed: Extract<Announcement, { kind: 'removed' }>): Promise<void> {
  const stands = removed.isCopy && page.get().study?.id === removed.id ? page.get().study : null
  const answer = await stepStudy(removed.id, 'undo', stands?.revision ?? removed.revision)
  if (!answer.ok) return announce({ kind: 'refused', problem: answer.problem })
  await show(answer.value.id, { kind: 'restored', title: answer.value.title })
}

/** Takes the zip of a study as a study and opens it. */
export async function importStudy(file: File): Promise<void> {
  const controller = new AbortController()
  const cancel = (): void => {
    controller.abort()
    page.update({ upload: { phase: 'none' } })
  }
  const progress = (fraction: number): void =>
    page.update({ upload: { phase: 'sending', names: file.name, fraction, cancel } })
  progress(0)
  const answer = await sendStudyZip(file, { signal: controller.signal, progress }).catch(() => null)
  if (answer === null || controller.signal.aborted) return
  if (!answer.ok) return page.update({ upload: { phase: 'refused', names: file.name, problem: answer.problem } })
  page.update({ upload: { phase: 'none' } })
  await show(answer.value.id, { kind: 'imported', title: answer.value.title })
}

async function show(id: string, announcement: Announcement): Promise<void> {
  await refreshList()
  await openStudy(id)
  announce(announcement)
}

async function refreshList(): Promise<void> {
  const answer = await listStudies()
  if (answer.ok) page.update(answer.value)
}
