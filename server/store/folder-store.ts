import { randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import type { Direction } from '../../core/history/entry.ts'
import { isUnchanged } from '../../core/history/name-change.ts'
import { idSchema } from '../../core/model/layer-schema.ts'
import { freeId } from '../../core/model/slug.ts'
import type { Study } from '../../core/model/study.ts'
import { moveIntoPlace, syncTree } from './atomic-write.ts'
import { workspaceGone } from './disk-problem.ts'
import { checkRevision } from './check-revision.ts'
import { copyStudyFolder } from './copy-study-folder.ts'
import { workInTurn } from './in-turn.ts'
import { changeStudyFolder, stepIn, type StudyChange } from './change-study-folder.ts'
import { makeFolder } from './make-folder.ts'
import { readOriginals } from './originals.ts'
import type { ListedStudy, Origin, Store } from './store.ts'
import { binned, binName, sweepBin } from './bin.ts'
import { readStudyFolder, studyFiles, writeStudyFile } from './study-folder.ts'
import {
  historyFiles,
  nextSteps,
  readHistory,
  withHistoryFiles,
  usualHistoryLimits,
  type HistoryLimits,
} from './study-history.ts'
import { withStudyLock } from './study-lock.ts'
import { publicationFile, publicationTag, readPublication, writePublication } from './workspace-publication.ts'
import { sweepAbandoned, tryWriting } from './tidy-workspace.ts'

/** A lock tells other processes, not two that open one workspace in this one. */
const turns = workInTurn()

/**
 * Studies as folders of a workspace. Those of `bundledFolder` appear in it too and are never written: the first change
 * copies the study into the workspace, whose copy then goes before the bundled one until it is removed.
 */
export async function openFolderStore(
  workspace: string,
  bundledFolder: string,
  limits: HistoryLimits = usualHistoryLimits,
): Promise<Store> {
  await makeFolder(workspace)
  const incomingFolder = join(workspace, '.incoming')
  const unwritable = await tryWriting(incomingFolder)
  if (unwritable === null) {
    await sweepAbandoned(workspace)
    await sweepBin(workspace, Date.now())
  }
  const inTurn = <T>(key: string, work: () => Promise<T>): Promise<T> => turns(join(workspace, key), work)

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
   * False where another process was first, or nothing was to be filled in.
   */
  async function place(id: string, fill: (folder: string) => Promise<boolean>): Promise<boolean> {
    const folder = join(workspace, `.new-${id}-${randomUUID()}`)
    try {
      await mkdir(folder)
      if (!(await fill(folder))) return false
      await syncTree(folder)
      return await moved(folder, own(id))
    } finally {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    }
  }

  const freeStudyId = async (wanted: string): Promise<string> =>
    freeId(wanted, new Set([...(await studyNames(workspace)), ...(await studyNames(bundledFolder))]))

  /** Makes a folder as `place` does, under the first id after `wanted` that no study has. */
  async function placeFree(
    wanted: string,
    fill: (folder: string, id: string) => Promise<Outcome<Study>>,
  ): Promise<Outcome<Study>> {
    await checkPresent()
    for (;;) {
      const id = await freeStudyId(wanted)
      let filled: Outcome<Study> | null = null
      const placed = await place(id, async (folder) => {
        filled = await fill(folder, id)
        return filled.ok
      })
      if (filled !== null && (placed || !(filled as Outcome<Study>).ok)) return filled
    }
  }

  /** The one way in which a study that stands is changed. */
  const changeOwn = (id: string, revision: number | null, change: StudyChange): Promise<Outcome<Study>> =>
    inTurn(id, () => changeInTurn(id, revision, change))

  async function changeInTurn(id: string, revision: number | null, change: StudyChange): Promise<Outcome<Study>> {
    const before = await read(id)
    if (!before.ok) return before
    if (!(await isStudy(own(id)))) {
      const wanted = checkRevision(before.value, revision)
      if (!wanted.ok) return wanted
      const tried = await change(before.value)
      if (!tried.ok) return tried
      if (isUnchanged(before.value, tried.value.study)) return before
      await place(id, (folder) => cp(bundled(id), folder, { recursive: true }).then(() => true))
    }
    return withStudyLock(own(id), async () => {
      const current = await read(id)
      if (!current.ok) return current
      const wanted = checkRevision(current.value, revision)
      return wanted.ok ? changeStudyFolder(own(id), current.value, change, limits) : wanted
    })
  }

  /** Brings the study back that was removed last under an id; `null` where there is none. */
  async function restore(
    id: string,
    revision: number | null,
    stands: Outcome<Study>,
    direction: Direction,
  ): Promise<Outcome<Study> | null> {
    const name = direction === 'undo' ? await binned(workspace, id, Date.now()) : null
    if (name === null) return null
    const gone = await readStudyFolder(join(workspace, name), id)
    if (!gone?.ok) return gone
    const wanted = checkRevision(stands.ok ? stands.value : gone.value, revision)
    if (!wanted.ok) return wanted
    await moveIntoPlace(join(workspace, name), own(id))
    return read(id)
  }

  return {
    kind: 'folder',
    incomingFolder,
    unwritable: unwritable === null ? null : problem('workspace-unwritable', { folder: workspace, reason: unwritable }),
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
          return true
        })
        return placed ? done(first) : refused(problem('study-exists', { id: study.id }))
      })
    },

    change(id, revision, change) {
      return changeOwn(id, revision, async (study) => change(study))
    },

    step(id, revision, direction) {
      return inTurn(id, async () => {
        await checkPresent()
        const stands = await read(id)
        // What was removed stands nowhere, or its original does.
        if (!(await isStudy(own(id)))) {
          const restored = await restore(id, revision, stands, direction)
          if (restored) return restored
        }
        return stands.ok ? changeInTurn(id, revision, (study) => stepIn(own(id), study, direction)) : stands
      })
    },

    async history(id) {
      const study = await read(id)
      if (!study.ok) return study
      const folder = (await folderOf(id)) ?? own(id)
      const { entries, fault } = await readHistory(folder, study.value)
      return done({ entries, fault, next: await nextSteps(folder, entries) })
    },

    remove(id, revision) {
      return inTurn(id, async () => {
        const before = await read(id)
        if (!before.ok) return before
        const wanted = checkRevision(before.value, revision)
        if (!wanted.ok) return wanted
        if (!(await isStudy(own(id)))) return refused(problem('study-bundled', { id }))
        await moveIntoPlace(own(id), join(workspace, binName(id, Date.now())))
        return done(null)
      })
    },

    copy(id, retitled) {
      return inTurn(id, async () => {
        const study = await read(id)
        if (!study.ok) return study
        const from = (await folderOf(id)) ?? own(id)
        const copied = (): Promise<Outcome<Study>> =>
          placeFree(id, (folder, free) =>
            copyStudyFolder(from, folder, study.value, { ...retitled(study.value), id: free, revision: 1 }),
          )
        return from === own(id) ? withStudyLock(from, copied) : copied()
      })
    },

    async takeOver(from, study, under = 'free') {
      await checkPresent()
      for (;;) {
        const id = under === 'same' ? study.id : await freeStudyId(study.id)
        const written = await writeStudyFile(from, { ...study, id })
        await syncTree(from)
        if (await moved(from, own(id))) return done(written)
        if (under === 'same') return refused(problem('study-exists', { id }))
      }
    },

    async layerPath(study, file) {
      return join((await folderOf(study.id)) ?? own(study.id), file)
    },

    async originals(study, sha256) {
      const folder = await folderOf(study.id)
      return folder === null ? done([]) : readOriginals(folder, study.id, sha256)
    },

    async files(study, withHistory = false) {
      const folder = (await folderOf(study.id)) ?? own(study.id)
      const files = await studyFiles(folder, study)
      if (!files.ok || !withHistory) return files
      return done(withHistoryFiles(files.value, await historyFiles(folder, study)))
    },

    async publication() {
      await checkPresent()
      return readPublication(workspace)
    },

    setPublication(publication, tag) {
      return inTurn(publicationFile, async () => {
        await checkPresent()
        const stands = await readPublication(workspace)
        if (stands.ok && tag !== null && tag !== publicationTag(stands.value))
          return refused(problem('publication-stale'))
        await writePublication(workspace, publication)
        return done(null)
      })
    },

    sweep: () => sweepBin(workspace, Date.now()),

    async close() {},
  }
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

/** False where another process was first. */
async function moved(folder: string, to: string): Promise<boolean> {
  try {
    await moveIntoPlace(folder, to)
    return true
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}
