import { unreachable } from '../api/page-problem.ts'
import { page } from '../state/page-state.ts'

/** Loads files that were chosen or dropped; what loads them comes with the first. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const loading = await import('./upload-files.ts').catch(() => null)
  if (loading) await loading.uploadFiles(files)
  else page.update({ problem: unreachable })
}
