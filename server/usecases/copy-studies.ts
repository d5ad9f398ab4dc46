import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { Problem } from '../../core/result/problem.ts'
import type { Study } from '../../core/model/study.ts'
import type { Store } from '../store/store.ts'

export type CopiedStudies = {
  readonly copied: readonly string[]
  /** Those that could not be, and why. */
  readonly left: readonly { readonly id: string; readonly problem: Problem }[]
}

/**
 * Copies all studies of one store into another under their own ids, with their history, layers and originals, and who publishes
 * where the other says nothing. What stands there under an id stays as it is. The bin is not copied, nor what comes with the program.
 */
export async function copyStudies(from: Store, to: Store): Promise<Outcome<CopiedStudies>> {
  const { studies, unreadable } = await from.list()
  const copied: string[] = []
  const left = [...unreadable]
  for (const { study, origin } of studies) {
    if (origin === 'bundled') continue
    const made = await copyOne(from, to, study)
    if (made.ok) copied.push(study.id)
    else left.push({ id: study.id, problem: made.problem })
  }
  const publication = await from.publication()
  const stands = await to.publication()
  if (
    publication.ok &&
    stands.ok &&
    Object.keys(stands.value).length === 0 &&
    Object.keys(publication.value).length > 0
  )
    await to.setPublication(publication.value, null)
  return done({ copied, left })
}

async function copyOne(from: Store, to: Store, study: Study): Promise<Outcome<Study>> {
  const files = await from.files(study, true)
  if (!files.ok) return files
  const folder = join(to.incomingFolder, `copy-${randomUUID()}`)
  try {
    await mkdir(join(folder, 'layers'), { recursive: true })
    for (const { name, path } of files.value) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await copyFile(path, join(folder, name))
    }
    return await to.takeOver(folder, study, 'same')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
