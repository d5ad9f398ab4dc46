import { randomUUID } from 'node:crypto'
import { cp, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isUnchanged } from '../../core/history/name-change.ts'
import { idSchema } from '../../core/model/layer-schema.ts'
import { publicationSchema, type Publication } from '../../core/model/publication.ts'
import { freeId } from '../../core/model/slug.ts'
import type { Study } from '../../core/model/study.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import { changeStudyFolder, stepIn, type StudyChange } from '../store/change-study-folder.ts'
import { checkRevision } from '../store/check-revision.ts'
import { copyStudyFolder } from '../store/copy-study-folder.ts'
import { workInTurn } from '../store/in-turn.ts'
import { makeFolder } from '../store/make-folder.ts'
import { readOriginals } from '../store/originals.ts'
import { isSourced } from '../store/sourced-study.ts'
import type { ListedStudy, Store } from '../store/store.ts'
import { parseStudyFolder, readStudyFolder, studyFiles, writeStudyFile } from '../store/study-folder.ts'
import {
  historyFiles,
  nextSteps,
  readHistory,
  usualHistoryLimits,
  withHistoryFiles,
  type HistoryLimits,
} from '../store/study-history.ts'
import { publicationFile, publicationTag } from '../store/workspace-publication.ts'
import { openDatabase, type Database, type Queries, type Transaction } from './connect.ts'
import { keepFiles } from './file-rows.ts'
import { prepareDatabase } from './migrations.ts'
import { keepViews, type StudyRow } from './study-views.ts'
import { sweepDatabase, sweepViews } from './sweep-database.ts'

/** A study that changes all the time is read so often before the program gives up. */
const mostTries = 20
const lockTaken = '55P03'

export type DatabaseSettings = {
  readonly url: string
  /** Where this server works, on a disk of its own; nothing in it lasts but what can be fetched again. */
  readonly workspace: string
  readonly bundledFolder: string
  readonly limits?: HistoryLimits
}

/**
 * Studies in a PostgreSQL database, for any number of servers. What is read of them is read from folders of this machine that
 * hold a study as it stood at one state; a change is made in such a folder while its row is locked, by the same code that changes
 * the folders of a workspace, and what differs is written in one transaction.
 */
export async function openDatabaseStore({
  url,
  workspace,
  bundledFolder,
  limits = usualHistoryLimits,
}: DatabaseSettings): Promise<Outcome<Store>> {
  const database = openDatabase(url)
  const prepared = await prepareDatabase(database).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  if (!prepared.ok) {
    await database.close()
    return prepared
  }
  const incomingFolder = join(workspace, '.incoming')
  const folder = join(workspace, '.database')
  for (const each of [incomingFolder, join(folder, 'files')]) await makeFolder(each)
  return done(
    storeOf({ database, folder, incomingFolder, bundledFolder, limits, isWritable: prepared.value === 'writable' }),
  )
}

type Setting = {
  readonly database: Database
  readonly folder: string
  readonly incomingFolder: string
  readonly bundledFolder: string
  readonly limits: HistoryLimits
  readonly isWritable: boolean
}

function storeOf({ database, folder, incomingFolder, bundledFolder, limits, isWritable }: Setting): Store {
  const files = keepFiles(join(folder, 'files'))
  const views = keepViews(folder, files)
  const inTurn = workInTurn()
  const bundled = (id: string): string => join(bundledFolder, id)
  const isBundled = (id: string): Promise<boolean> =>
    stat(join(bundled(id), 'study.json')).then(
      () => true,
      () => false,
    )

  async function rowOf(queries: Queries, id: string, locked = ''): Promise<StudyRow | null> {
    if (!idSchema.safeParse(id).success) return null
    const rows = await queries.rows<StudyRow>(
      `SELECT key, state FROM basilia.study WHERE id = $1 AND removed_at IS NULL ${locked}`,
      [id],
    )
    return rows[0] ?? null
  }

  /** Works on the folder of a study as it stands, whatever others make of it meanwhile; `null` where there is no such study. */
  async function inView<T>(
    id: string,
    work: (view: string, row: StudyRow | null) => Promise<T | null>,
  ): Promise<T | null> {
    for (let i = 0; i < mostTries; i++) {
      const row = await rowOf(database, id)
      if (!row) return idSchema.safeParse(id).success && (await isBundled(id)) ? work(bundled(id), null) : null
      const view = await views.view(database, row, 'texts')
      const result = view === null ? null : await work(view, row)
      if (result !== null) return result
    }
    throw new Error(`the study ${id} in the database changes faster than it can be read`)
  }

  /** A study with the classes that follow from who names their ground, for which some layers are looked into. */
  async function readView(
    queries: Queries,
    id: string,
    view: string,
    row: StudyRow | null,
  ): Promise<Outcome<Study> | null> {
    const parsed = await parseStudyFolder(view, id)
    const wanted = parsed?.ok ? parsed.value.layers.filter(isSourced).map(({ file }) => file) : []
    if (row && wanted.length > 0 && (await views.view(queries, row, wanted)) === null) return null
    const study = await readStudyFolder(view, id)
    return study?.ok ? done({ ...study.value, id }) : study
  }

  async function read(id: string): Promise<Outcome<Study>> {
    const study = await inView(id, (view, row) => readView(database, id, view, row))
    return study ?? refused(problem('study-not-found', { id }))
  }

  const inFiles = <T>(id: string, work: (view: string) => Promise<T>): Promise<T | null> =>
    inView(id, async (view, row) => (row && (await views.view(database, row, 'all')) === null ? null : work(view)))

  async function freeStudyId(wanted: string): Promise<string> {
    const rows = await database.rows<{ id: string }>('SELECT id FROM basilia.study WHERE removed_at IS NULL')
    return freeId(wanted, new Set([...rows.map(({ id }) => id), ...(await studyNames(bundledFolder))]))
  }

  /** Makes the files of a folder a study, which then is its view; false where somebody else was first under this id. */
  async function place(id: string, own: string): Promise<boolean> {
    const state = await database.transaction(async (transaction) => {
      const [row] = await transaction.rows<StudyRow>(
        `INSERT INTO basilia.study (id, state) VALUES ($1, $2)
         ON CONFLICT (id) WHERE removed_at IS NULL DO NOTHING RETURNING key, state`,
        [id, randomUUID()],
      )
      return row ? views.checkIn(transaction, row, own) : null
    })
    if (state !== null) await views.settle(own, state)
    return state !== null
  }

  /** The same with a folder that is filled first, and is gone afterwards whatever happens. */
  async function placeFilled(id: string, fill: (own: string) => Promise<unknown>): Promise<boolean> {
    const own = await views.makeFolder()
    try {
      await fill(own)
      return await place(id, own)
    } finally {
      await views.drop(own)
    }
  }

  /** Runs `work` while nobody else changes the study of a row. */
  async function locked<T>(
    id: string,
    work: (transaction: Transaction, row: StudyRow) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    try {
      return await database.transaction(async (transaction) => {
        const row = await rowOf(transaction, id, 'FOR UPDATE')
        return row ? work(transaction, row) : refused(problem('study-not-found', { id }))
      })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === lockTaken) return refused(problem('study-changing', { id }))
      throw error
    }
  }

  async function changeInTurn(
    id: string,
    revision: number | null,
    change: StudyChange | 'undo' | 'redo',
  ): Promise<Outcome<Study>> {
    let own: string | null = null
    try {
      let state: string | null = null
      const changed = await locked(id, async (transaction, row): Promise<Outcome<Study>> => {
        const at = (own = await views.checkOut(transaction, row))
        const current = await readStudyFolder(at, id)
        if (!current?.ok) return current ?? refused(problem('study-not-found', { id }))
        const wanted = checkRevision(current.value, revision)
        if (!wanted.ok) return wanted
        const how = typeof change === 'string' ? (study: Study) => stepIn(at, study, change) : change
        const made = await changeStudyFolder(at, current.value, how, limits)
        if (made.ok && made.value !== current.value) state = await views.checkIn(transaction, row, at)
        return made
      })
      if (state !== null && own !== null) await views.settle(own, state)
      return changed
    } finally {
      if (own !== null) await views.drop(own)
    }
  }

  /** The one way in which a study that stands is changed; of a bundled one a copy is made first. */
  async function changeOwn(id: string, revision: number | null, change: StudyChange): Promise<Outcome<Study>> {
    const before = await read(id)
    if (!before.ok) return before
    if ((await rowOf(database, id)) === null) {
      const wanted = checkRevision(before.value, revision)
      if (!wanted.ok) return wanted
      const tried = await change(before.value)
      if (!tried.ok) return tried
      if (isUnchanged(before.value, tried.value.study)) return before
      await placeFilled(id, (own) => cp(bundled(id), own, { recursive: true }))
    }
    return changeInTurn(id, revision, change)
  }

  /** Brings the study back that was removed last under an id; `null` where there is none. */
  async function restore(id: string, revision: number | null, stands: Outcome<Study>): Promise<Outcome<Study> | null> {
    if (!idSchema.safeParse(id).success) return null
    const [row] = await database.rows<StudyRow>(
      `SELECT key, state FROM basilia.study
       WHERE id = $1 AND removed_at > now() - interval '30 days' ORDER BY removed_at DESC LIMIT 1`,
      [id],
    )
    const view = row ? await views.view(database, row, 'texts') : null
    if (!row || view === null) return null
    const gone = await readView(database, id, view, row)
    if (!gone?.ok) return gone
    const wanted = checkRevision(stands.ok ? stands.value : gone.value, revision)
    if (!wanted.ok) return wanted
    await database.rows(
      `UPDATE basilia.study SET removed_at = NULL WHERE key = $1
       AND NOT EXISTS (SELECT FROM basilia.study AS other WHERE other.id = $2 AND other.removed_at IS NULL)`,
      [row.key, id],
    )
    return read(id)
  }

  async function publication(queries: Queries, lockedRow = ''): Promise<Outcome<Publication>> {
    const [row] = await queries.rows<{ content: string }>(`SELECT content FROM basilia.publication ${lockedRow}`)
    const content: unknown = row ? JSON.parse(row.content) : {}
    const parsed = publicationSchema.safeParse(content)
    return parsed.success
      ? done(parsed.data)
      : refused(problem('publication-unreadable', { file: publicationFile, reason: 'basilia.publication' }))
  }

  return {
    kind: 'postgis',
    incomingFolder,
    unwritable: isWritable ? null : problem('database-unwritable'),
    read,

    async list() {
      const rows = await database.rows<{ id: string }>('SELECT id FROM basilia.study WHERE removed_at IS NULL')
      const own = new Set(rows.map(({ id }) => id))
      const studies: ListedStudy[] = []
      const unreadable: { id: string; problem: Problem }[] = []
      const came = new Set(await studyNames(bundledFolder))
      for (const id of [...new Set([...own, ...came])].sort()) {
        const study = await read(id)
        const origin = !own.has(id) ? 'bundled' : came.has(id) ? 'copy' : 'own'
        if (study.ok) studies.push({ study: study.value, origin })
        else if (study.problem.code !== 'study-not-found') unreadable.push({ id, problem: study.problem })
      }
      return { studies, unreadable }
    },

    create: (study) =>
      inTurn(study.id, async () => {
        const exists = refused(problem('study-exists', { id: study.id }))
        if (await isBundled(study.id)) return exists
        const first = { ...study, revision: 1 }
        return (await placeFilled(study.id, (own) => writeStudyFile(own, first))) ? done(first) : exists
      }),

    change: (id, revision, change) => inTurn(id, () => changeOwn(id, revision, async (study) => change(study))),

    step: (id, revision, direction) =>
      inTurn(id, async () => {
        const stands = await read(id)
        // What was removed stands nowhere, or its original does.
        if ((await rowOf(database, id)) === null) {
          const restored = direction === 'undo' ? await restore(id, revision, stands) : null
          if (restored) return restored
          return stands.ok ? refused(problem(`nothing-to-${direction}`, { id })) : stands
        }
        return stands.ok ? changeInTurn(id, revision, direction) : stands
      }),

    async history(id) {
      const found = await inView(id, async (view) => {
        const study = await readStudyFolder(view, id)
        if (!study?.ok) return study
        const { entries, fault } = await readHistory(view, study.value)
        return done({ entries, fault, next: await nextSteps(view, entries) })
      })
      return found ?? refused(problem('study-not-found', { id }))
    },

    remove: (id, revision) =>
      inTurn(id, async () => {
        const before = await read(id)
        if (!before.ok) return before
        if ((await rowOf(database, id)) === null) {
          const wanted = checkRevision(before.value, revision)
          return wanted.ok ? refused(problem('study-bundled', { id })) : wanted
        }
        return locked(id, async (transaction, row) => {
          const view = await views.view(transaction, row, 'texts')
          const stands = view === null ? null : await readView(transaction, id, view, row)
          const wanted = stands?.ok ? checkRevision(stands.value, revision) : done(null)
          if (!wanted.ok) return wanted
          await transaction.rows('UPDATE basilia.study SET removed_at = now() WHERE key = $1', [row.key])
          return done(null)
        })
      }),

    copy: (id, retitled) =>
      inTurn(id, async () => {
        const copied = await inFiles(id, async (view): Promise<Outcome<Study>> => {
          const study = await readStudyFolder(view, id)
          if (!study?.ok) return study ?? refused(problem('study-not-found', { id }))
          for (;;) {
            const free = await freeStudyId(id)
            let made: Outcome<Study> | null = null
            const placed = await placeFilled(free, async (own) => {
              made = await copyStudyFolder(view, own, study.value, { ...retitled(study.value), id: free, revision: 1 })
            })
            if (made !== null && (placed || !(made as Outcome<Study>).ok)) return made
          }
        })
        return copied ?? refused(problem('study-not-found', { id }))
      }),

    async takeOver(from, study, under = 'free') {
      for (;;) {
        const id = under === 'same' ? study.id : await freeStudyId(study.id)
        const written = await writeStudyFile(from, { ...study, id })
        if (await place(id, from)) return done(written)
        if (under === 'same') return refused(problem('study-exists', { id }))
      }
    },

    // One place for one content, whatever else changes in the study.
    async layerPath(study, file) {
      const row = await rowOf(database, study.id)
      if (!row) return join(bundled(study.id), file)
      const [own] = await database.rows<{ sha256: string | null }>(
        'SELECT sha256 FROM basilia.study_file WHERE study = $1 AND name = $2',
        [row.key, file],
      )
      return own?.sha256 ? files.fetch(database, own.sha256) : files.pathOf('none')
    },

    async originals(study, sha256) {
      const found = await inFiles(study.id, (view) => readOriginals(view, study.id, sha256))
      return found ?? done([])
    },

    async files(study, withHistory = false) {
      const found = await inFiles(study.id, async (view) => {
        const own = await studyFiles(view, study)
        return own.ok && withHistory ? done(withHistoryFiles(own.value, await historyFiles(view, study))) : own
      })
      return found ?? refused(problem('study-not-found', { id: study.id }))
    },

    publication: () => publication(database),

    setPublication: (next, tag) =>
      database.transaction(async (transaction) => {
        // Where there is no row yet, two that write at once wait for each other here.
        await transaction.rows(
          `INSERT INTO basilia.publication (content) VALUES ('{}') ON CONFLICT (one) DO UPDATE SET content = publication.content`,
        )
        const stands = await publication(transaction, 'FOR UPDATE')
        if (stands.ok && tag !== null && tag !== publicationTag(stands.value))
          return refused(problem('publication-stale'))
        await transaction.rows('UPDATE basilia.publication SET content = $1', [JSON.stringify(next)])
        return done(null)
      }),

    async sweep() {
      await sweepViews(folder, database)
      if (isWritable) await sweepDatabase(database)
    },

    close: () => database.close(),
  }
}

async function studyNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => idSchema.safeParse(name).success)
}
