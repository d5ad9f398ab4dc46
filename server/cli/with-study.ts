import type { Outcome } from '../../core/result/outcome.ts'
import { openStudy, type OpenStudy } from '../store/open-study.ts'

/** Opens the study that a command is about, and closes it whatever happens. */
export const withStudy = <T>(reference: string, work: (study: OpenStudy) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  withStudies([reference], ([study]) => work(study!))

/** The same of several studies, in the order of their references. */
export async function withStudies<T>(
  references: readonly string[],
  work: (studies: readonly OpenStudy[]) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const opened: OpenStudy[] = []
  try {
    for (const reference of references) {
      const study = await openStudy(reference)
      if (!study.ok) return study
      opened.push(study.value)
    }
    return await work(opened)
  } finally {
    for (const study of opened) await study.close()
  }
}
