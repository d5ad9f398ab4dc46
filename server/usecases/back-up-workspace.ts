import { randomUUID } from 'node:crypto'
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { idSchema } from '../../core/model/layer-schema.ts'
import { isUnfinished, moveIntoPlace, syncTree } from '../store/atomic-write.ts'
import { makeFolder } from '../store/make-folder.ts'
import { publicationFile } from '../store/workspace-publication.ts'
import { readStudyFolder, studyFiles } from '../store/study-folder.ts'
import { historyFiles, withHistoryFiles } from '../store/study-history.ts'
import { withStudyLock } from '../store/study-lock.ts'

export type Backup = {
  readonly studies: readonly string[]
  /** Studies that cannot be read, copied file by file as they lie. */
  readonly unreadable: readonly string[]
}

/** A study that changes while it is copied is copied anew, at last while nobody may change it. */
const mostTries = 3

/**
 * Copies all studies of a workspace into the new folder `to`, each as it stood at one moment, while a server may be at work
 * there. The folder appears when everything in it is safe on disk; it is a workspace itself.
 */
export async function backUpWorkspace(workspace: string, to: string): Promise<Outcome<Backup>> {
  const target = resolve(to)
  if (!relative(resolve(workspace), target).startsWith('..')) return refused(problem('backup-inside', { folder: to }))
  if ((await readdir(target).catch(() => [])).length > 0) return refused(problem('backup-taken', { folder: to }))
  try {
    await makeFolder(dirname(target))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return refused(problem('file-not-written', { file: to, reason: code }))
  }
  const part = `${target}.${randomUUID()}.part`
  const studies: string[] = []
  const unreadable: string[] = []
  try {
    await mkdir(part)
    for (const name of await readdir(workspace)) {
      if (name === publicationFile) await copyFile(join(workspace, name), join(part, name))
      if (!idSchema.safeParse(name).success) continue
      const copied = await copyStudy(join(workspace, name), join(part, name))
      if (!copied.ok) return copied
      if (copied.value === 'whole') studies.push(name)
      if (copied.value === 'unreadable') unreadable.push(name)
    }
    await syncTree(part)
    await moveIntoPlace(part, target)
  } finally {
    await rm(part, { recursive: true, force: true })
  }
  return done({ studies, unreadable })
}

async function copyStudy(from: string, to: string): Promise<Outcome<'whole' | 'unreadable' | 'none'>> {
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    const copied = await copyOnce(from, to)
    if (copied !== 'changed') return done(copied)
  }
  return withStudyLock(from, async () => {
    const copied = await copyOnce(from, to)
    if (copied === 'changed') throw new Error(`${from} changed while it was locked`)
    return done(copied)
  })
}

const missing = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ELOOP'])

async function copyOnce(from: string, to: string): Promise<'whole' | 'unreadable' | 'none' | 'changed'> {
  const text = await textOf(from)
  const study = text === null ? null : await readStudyFolder(from)
  if (text === null || study === null) return 'none'
  await rm(to, { recursive: true, force: true })
  if (!study.ok) return copyAsItLies(from, to)
  await mkdir(to)
  const beside = (await readdir(from, { withFileTypes: true }))
    .filter(
      (entry) => entry.isFile() && entry.name !== 'study.json' && entry.name !== '.lock' && !isUnfinished(entry.name),
    )
    .map(({ name }) => ({ name, path: join(from, name) }))
  try {
    const files = await studyFiles(from, study.value)
    if (!files.ok) return (await textOf(from)) === text ? await copyAsItLies(from, to) : 'changed'
    const ofHistory = await historyFiles(from, study.value)
    for (const { name, path } of withHistoryFiles([...files.value, ...beside], ofHistory)) {
      await mkdir(dirname(join(to, name)), { recursive: true })
      await copyFile(path, join(to, name))
    }
  } catch (error) {
    if ((await textOf(from)) !== text) return 'changed'
    // Of a study that stands still a file is really missing or no file, and its copy must say so as it does.
    if (!missing.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    return copyAsItLies(from, to)
  }
  if ((await textOf(from)) !== text) return 'changed'
  await writeFile(join(to, 'study.json'), text)
  return 'whole'
}

async function copyAsItLies(from: string, to: string): Promise<'unreadable'> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true })
  return 'unreadable'
}

/** The text of its `study.json`; `null` where there is none. */
const textOf = (folder: string): Promise<string | null> =>
  readFile(join(folder, 'study.json'), 'utf8').catch(() => null)
