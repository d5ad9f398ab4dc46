import { randomUUID } from 'node:crypto'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from './connect.ts'

/** Longer than any work takes that was begun with what is removed here. */
const kept = "interval '3 hours'"
const keptMs = 3 * 3_600_000

/** Removes studies that were removed more than 30 days ago by the database's own clock, and files that no study has. */
export async function sweepDatabase(database: Database): Promise<void> {
  await database.rows(`DELETE FROM basilia.study WHERE removed_at < now() - interval '30 days'`)
  await database.rows(
    `DELETE FROM basilia.file WHERE taken_at < now() - ${kept}
     AND NOT EXISTS (SELECT FROM basilia.study_file WHERE study_file.sha256 = file.sha256)`,
  )
}

/** Removes from this machine the folders of states that studies no longer have, and files that the database no longer holds. */
export async function sweepViews(folder: string, database: Database): Promise<void> {
  const states = join(folder, 'states')
  const rows = await database.rows<{ state: string }>('SELECT state FROM basilia.study')
  const standing = new Set(rows.map(({ state }) => state))
  for (const name of await readdir(states).catch(() => []))
    if (!standing.has(name) && (await isOld(join(states, name)))) {
      // Away first, for a folder that is half removed must not be read.
      const gone = join(folder, `.work-${randomUUID()}`)
      await rename(join(states, name), gone)
      await rm(gone, { recursive: true, force: true })
    }
  for (const name of await readdir(folder).catch(() => []))
    if (name.startsWith('.work-') && (await isOld(join(folder, name))))
      await rm(join(folder, name), { recursive: true, force: true })
  const files = join(folder, 'files')
  const held = await database.rows<{ sha256: string }>('SELECT sha256 FROM basilia.file')
  const wanted = new Set(held.map(({ sha256 }) => sha256))
  for (const name of await readdir(files).catch(() => []))
    if (!wanted.has(name) && (await isOld(join(files, name)))) await rm(join(files, name), { force: true })
}

const isOld = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs, ctimeMs }) => Date.now() - Math.max(mtimeMs, ctimeMs) > keptMs,
    () => false,
  )
