import { randomUUID } from 'node:crypto'
import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isStudyMember } from '../store/study-zip.ts'
import { sha256Of } from '../store/study-folder.ts'
import type { Queries, Transaction } from './connect.ts'
import { ignoreTaken, type KeptFiles } from './file-rows.ts'

/** A study as it stands in the database: its row, and the mark that is another after every change. */
export type StudyRow = { readonly key: string; readonly state: string }

/** How much of a view's files must be here: what is text alone, all layers and originals of all its states, or the files named. */
type Wanted = 'texts' | 'all' | readonly string[]

type FileRow = { readonly name: string; readonly sha256: string | null; readonly content: Buffer | null }

/**
 * Studies of the database as folders of this machine, one for each state of a study: it is filled as it is needed and never
 * changed, so that whatever reads a study's folder reads these. Files with the same content are one file with several names.
 */
export type StudyViews = {
  /** The folder of a study's state, with what is wanted of it; `null` where the study has another state meanwhile. */
  view(queries: Queries, study: StudyRow, wanted: Wanted): Promise<string | null>
  /** A folder of our own with all files of a study's state, to be changed. */
  checkOut(queries: Queries, study: StudyRow): Promise<string>
  /** An empty folder of our own. */
  makeFolder(): Promise<string>
  /** Writes what differs between a folder and the rows of a study, and gives the study a new state; says which. */
  checkIn(transaction: Transaction, study: StudyRow, folder: string): Promise<string>
  /** Makes the folder that was checked in the view of its state. */
  settle(folder: string, state: string): Promise<void>
  drop(folder: string): Promise<void>
}

/** Large files go by their content, all else is held as it is. */
const isLarge = (name: string): boolean => /^(?:layers\/|originals\/[0-9a-f]{64}$)/.test(name)

export function keepViews(folder: string, files: KeptFiles): StudyViews {
  const viewOf = (state: string): string => join(folder, 'states', state)

  /** Writes the files of rows into a folder; large ones where they are wanted. */
  async function fill(queries: Queries, to: string, rows: readonly FileRow[], wanted: Wanted): Promise<void> {
    for (const { name, sha256, content } of rows) {
      if (!isStudyMember(name)) throw new Error(`the database names a file of a study ${JSON.stringify(name)}`)
      const path = join(to, name)
      await mkdir(dirname(path), { recursive: true })
      if (content) await writeFile(path, content, { flag: 'wx' }).catch(ignoreTaken)
      else if (wanted === 'all' || (wanted !== 'texts' && wanted.includes(name)))
        await link(await files.fetch(queries, sha256!), path).catch(ignoreTaken)
    }
  }

  async function makeView(queries: Queries, { key, state }: StudyRow): Promise<boolean> {
    const rows = await rowsOf(queries, key, state)
    if (rows.length === 0) return false
    const part = await makeFolder()
    await fill(queries, part, rows, 'texts')
    await mkdir(dirname(viewOf(state)), { recursive: true })
    await rename(part, viewOf(state)).catch((error: NodeJS.ErrnoException) => {
      if (!['ENOTEMPTY', 'EEXIST'].includes(error.code ?? '')) throw error
    })
    await rm(part, { recursive: true, force: true })
    return true
  }

  async function makeFolder(): Promise<string> {
    const made = join(folder, `.work-${randomUUID()}`)
    await mkdir(made, { recursive: true })
    return made
  }

  async function view(queries: Queries, study: StudyRow, wanted: Wanted): Promise<string | null> {
    const path = viewOf(study.state)
    if (!(await isThere(path)) && !(await makeView(queries, study))) return null
    const missing = wanted === 'texts' ? [] : await missingOf(queries, study, path, wanted)
    if (missing === null) return null
    await fill(queries, path, missing, 'all')
    return path
  }

  /** Nobody asks the database for names that are here already. */
  async function missingOf(
    queries: Queries,
    { key, state }: StudyRow,
    path: string,
    wanted: 'all' | readonly string[],
  ): Promise<FileRow[] | null> {
    if (wanted !== 'all') {
      const here = await Promise.all(wanted.map((name) => isThere(join(path, name))))
      if (here.every(Boolean)) return []
    }
    const rows = await rowsOf(queries, key, state)
    return rows.length === 0 ? null : rows.filter(({ name }) => wanted === 'all' || wanted.includes(name))
  }

  return {
    view,
    makeFolder,
    async checkOut(queries, study) {
      const seen = await view(queries, study, 'all')
      if (seen === null) throw new Error(`study ${study.key} changed while it was locked`)
      const own = await makeFolder()
      await mkdir(join(own, 'layers'))
      for (const name of await namesIn(seen)) {
        await mkdir(dirname(join(own, name)), { recursive: true })
        await link(join(seen, name), join(own, name))
      }
      return own
    },
    async checkIn(transaction, { key, state: before }, own) {
      const state = randomUUID()
      const names = await namesIn(own)
      const known = new Set(
        (await transaction.rows<{ name: string }>('SELECT name FROM basilia.study_file WHERE study = $1', [key])).map(
          ({ name }) => name,
        ),
      )
      for (const name of names) {
        // What was written anew is another file, and the view still holds the one before.
        if (known.has(name) && (await isSameFile(join(own, name), join(viewOf(before), name)))) continue
        const path = join(own, name)
        const sha256 = isLarge(name) ? await sha256Of(path) : null
        if (sha256 !== null) await files.store(transaction, sha256, path)
        await transaction.rows(
          `INSERT INTO basilia.study_file (study, name, sha256, content) VALUES ($1, $2, $3, $4)
           ON CONFLICT (study, name) DO UPDATE SET sha256 = excluded.sha256, content = excluded.content`,
          [key, name, sha256, sha256 === null ? await readFile(path) : null],
        )
      }
      const gone = [...known].filter((name) => !names.includes(name))
      if (gone.length > 0)
        await transaction.rows('DELETE FROM basilia.study_file WHERE study = $1 AND name = ANY($2::text[])', [
          key,
          gone,
        ])
      await transaction.rows('UPDATE basilia.study SET state = $2 WHERE key = $1', [key, state])
      return state
    },
    async settle(own, state) {
      await mkdir(dirname(viewOf(state)), { recursive: true })
      await rename(own, viewOf(state))
    },
    drop: (own) => rm(own, { recursive: true, force: true }),
  }
}

/** The files of a study, if it still has that state. */
const rowsOf = (queries: Queries, key: string, state: string): Promise<FileRow[]> =>
  queries.rows<FileRow>(
    `SELECT name, sha256, content FROM basilia.study_file
     JOIN basilia.study ON study.key = study_file.study WHERE study.key = $1 AND study.state = $2`,
    [key, state],
  )

/** The names of a study's files that lie in a folder, as in the exchange format. */
async function namesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { withFileTypes: true })
  const inside = await Promise.all(
    all
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => (await readdir(join(folder, name))).map((own) => `${name}/${own}`)),
  )
  return [...all.filter((entry) => entry.isFile()).map(({ name }) => name), ...inside.flat()].filter(isStudyMember)
}

const isSameFile = (one: string, other: string): Promise<boolean> =>
  Promise.all([stat(one, { bigint: true }), stat(other, { bigint: true })]).then(
    ([a, b]) => a.ino === b.ino && a.dev === b.dev,
    () => false,
  )

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
