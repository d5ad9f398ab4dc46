import { randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import { idSchema } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'
import { isUnfinished, moveIntoPlace, syncFolder, syncTree, writeFileAtomically } from './atomic-write.ts'
import { diskProblem, workspaceGone } from './disk-problem.ts'
import { workInTurn } from './in-turn.ts'
import { readOriginals } from './originals.ts'
import { sourcedStudy } from './sourced-study.ts'
import type { IncomingFile, ListedStudy, Origin, Store } from './store.ts'
import { readStudyFolder, studyFiles, sweepStudyFolder, writeStudyFile } from './study-folder.ts'
import { withStudyLock } from './study-lock.ts'

const abandonedMs = 3_600_000

/**
 * Studies as folders of a workspace. Those of `bundledFolder` appear in it too and are never written: the first change
 * copies the study into the workspace, whose copy then goes before the bundled one until it is removed.
 */
export async function openFolderStore(workspace: string, bundledFolder: string): Promise<Store> {
  await mkdir(workspace, { recursive: true })
  const incomingFolder = join(workspace, '.incoming')
  const unwritable = await tryWriting(incomingFolder)
  if (unwritable === null) await sweepAbandoned(workspace)
  const inTurn = workInTurn()

  const own = (id: string): string => join(workspace, id)
  const bundled = (id: string): string => join(bundledFolder, id)
  const isStudy = (folder: string): Promise<boolean> => exists(join(folder, 'study.json'))

  /** A bundled study must not stand for a copy whose disk was taken out. */
  async function checkPresent(): Promise<void> {
    if (!(await exists(workspace)))
      throw Object.assign(new Error(`the workspace ${workspace} is gone`), { code: workspaceGone })
  }

  async function folderOf(id: string): Promise<string | null> {
    if (!idSchema.safeParse(id).success) return null
    if (await isStudy(own(id))) return own(id)
    return (await isStudy(bundled(id))) ? bundled(id) : null
  }

  async function originOf(id: string): Promise<Origin> {
    if (!(await isStudy(own(id)))) return 'bundled'
    return (await isStudy(bundled(id))) ? 'copy' : 'own'
  }

  async function read(id: string): Promise<Outcome<Study>> {
    await checkPresent()
    const folder = await folderOf(id)
    const study = folder === null ? null : await readStudyFolder(folder, id)
    if (study === null) return refused(problem('study-not-found', { id }))
    // A folder that was copied by hand is a study of its own, under the folder's name.
    return study.ok ? done({ ...study.value, id }) : study
  }

  /**
   * Makes a folder complete under another name first, so that a study is there wholly or not at all.
   * False where another process was first.
   */
  async function place(id: string, fill: (folder: string) => Promise<void>): Promise<boolean> {
    const folder = join(workspace, `.new-${id}-${randomUUID()}`)
    try {
      await mkdir(folder)
      await fill(folder)
      await syncTree(folder)
      await moveIntoPlace(folder, own(id))
      return true
    } catch (error) {
      if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
      throw error
    } finally {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    }
  }

  return {
    kind: 'folder',
    incomingFolder,
    unwritable,
    read,

    async list() {
      await checkPresent()
      const ids = new Set([...(await studyNames(workspace)), ...(await studyNames(bundledFolder))])
      const studies: ListedStudy[] = []
      const unreadable: { id: string; problem: Problem }[] = []
      for (const id of [...ids].sort()) {
        const study = await read(id)
        if (study.ok) studies.push({ study: study.value, origin: await originOf(id) })
        else if (study.problem.code !== 'study-not-found') unreadable.push({ id, problem: study.problem })
      }
      return { studies, unreadable }
    },

    create(study) {
      return inTurn(study.id, async () => {
        await checkPresent()
        if ((await folderOf(study.id)) !== null) return refused(problem('study-exists', { id: study.id }))
        const first = { ...study, revision: 1 }
        const placed = await place(study.id, async (folder) => {
          await mkdir(join(folder, 'layers'))
          await writeStudyFile(folder, first)
        })
        return placed ? done(first) : refused(problem('study-exists', { id: study.id }))
      })
    },

    change(id, revision, change) {
      return inTurn(id, async () => {
        const before = await read(id)
        if (!before.ok) return before
        if (!(await isStudy(own(id)))) {
          const wanted = checkRevision(before.value, revision)
          if (!wanted.ok) return wanted
          const tried = change(before.value)
          if (!tried.ok) return tried
          await place(id, (folder) => cp(bundled(id), folder, { recursive: true }))
        }
        return withStudyLock(own(id), async () => {
          const current = await read(id)
          if (!current.ok) return current
          const wanted = checkRevision(current.value, revision)
          if (!wanted.ok) return wanted
          const changed = change(current.value)
          if (!changed.ok) return changed
          try {
            await takeIn(own(id), changed.value.incoming ?? [])
            const sourced = await sourcedStudy(own(id), changed.value.study)
            if (!sourced.ok) {
              await sweepStudyFolder(own(id), current.value)
              return sourced
            }
            const study = { ...sourced.value, id, revision: current.value.revision + 1 }
            const written = await writeStudyFile(own(id), study)
            await sweepStudyFolder(own(id), written)
            return done(written)
          } catch (error) {
            // Whichever of the two it is that lies there now, nothing else stays beside it.
            const left = await read(id).catch(() => null)
            if (left?.ok) await sweepStudyFolder(own(id), left.value).catch(() => undefined)
            throw error
          }
        })
      })
    },

    remove(id, revision) {
      return inTurn(id, async () => {
        const before = await read(id)
        if (!before.ok) return before
        const wanted = checkRevision(before.value, revision)
        if (!wanted.ok) return wanted
        if (!(await isStudy(own(id)))) return refused(problem('study-bundled', { id }))
        const gone = join(workspace, `.deleted-${id}-${randomUUID()}`)
        try {
          await moveIntoPlace(own(id), gone)
          return done(null)
        } finally {
          // What cannot be removed now is swept when the program starts.
          await rm(gone, { recursive: true, force: true }).catch(() => undefined)
        }
      })
    },

    async layerPath(study, file) {
      return join((await folderOf(study.id)) ?? own(study.id), file)
    },

    async originals(study, sha256) {
      const folder = await folderOf(study.id)
      return folder === null ? [] : readOriginals(folder, sha256)
    },

    async files(study) {
      return studyFiles((await folderOf(study.id)) ?? own(study.id), study)
    },
  }
}

function checkRevision(study: Study, revision: number | null): Outcome<null> {
  if (revision === null || revision === study.revision) return done(null)
  return refused(problem('revision-stale', { id: study.id, revision: study.revision }))
}

async function takeIn(studyFolder: string, incoming: readonly IncomingFile[]): Promise<void> {
  for (const { from, file } of incoming) {
    const to = join(studyFolder, file)
    await mkdir(dirname(to), { recursive: true })
    await rename(from, to)
  }
  for (const folder of new Set(incoming.map(({ file }) => dirname(join(studyFolder, file))))) await syncFolder(folder)
  if (incoming.length > 0) await syncFolder(studyFolder)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function studyNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => idSchema.safeParse(name).success)
}

/** Whether the workspace takes files: `null`, or the code of what the disk says. */
async function tryWriting(incomingFolder: string): Promise<string | null> {
  const path = join(incomingFolder, `.probe-${randomUUID()}`)
  try {
    await mkdir(incomingFolder, { recursive: true })
    await writeFileAtomically(path, 'Can this be written?')
    await rm(path)
    return null
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined)
    if (diskProblem(error)) return (error as NodeJS.ErrnoException).code ?? 'EIO'
    throw error
  }
}

/** What a crash left half-made, half-written or half-removed, once no process can be busy with it any more. */
async function sweepAbandoned(workspace: string): Promise<void> {
  const removeOld = async (path: string): Promise<void> => {
    const ageMs = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (ageMs > abandonedMs) await rm(path, { recursive: true, force: true })
  }
  for (const name of await readdir(workspace)) {
    const path = join(workspace, name)
    if (/^\.(new|deleted)-/.test(name)) await removeOld(path)
    if (!idSchema.safeParse(name).success) continue
    for (const file of await readdir(path).catch(() => [])) if (isUnfinished(file)) await removeOld(join(path, file))
  }
}
