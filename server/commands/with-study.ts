import type { Outcome } from '../../core/outcome.ts'
import { openStudy, type OpenStudy } from '../store/open-study.ts'

/** Opens the study that a command is about, and closes it whatever happens. */
export async function withStudy<T>(
  reference: string,
  work: (study: OpenStudy) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const opened = await openStudy(reference)
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}
