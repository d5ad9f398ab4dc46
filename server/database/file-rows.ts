import { randomUUID } from 'node:crypto'
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFile } from '../store/atomic-write.ts'
import type { Queries, Transaction } from './connect.ts'
import { saidByDatabase } from './database-problem.ts'

const partBytes = 4 * 2 ** 20

/** The bytes of files by their SHA-256: in the database, and on this machine those that were used here. */
export type KeptFiles = {
  /** Where the file lies on this machine; fetched where it does not yet. */
  fetch(queries: Queries, sha256: string): Promise<string>
  /** Puts a file of this machine into the database, where it is not there yet. */
  store(transaction: Transaction, sha256: string, path: string): Promise<void>
  /** Where a file lies, or would. */
  pathOf(sha256: string): string
}

export function keepFiles(folder: string): KeptFiles {
  const pathOf = (sha256: string): string => join(folder, sha256)
  return {
    pathOf,
    async fetch(queries, sha256) {
      const path = pathOf(sha256)
      if (await isThere(path)) return path
      await mkdir(folder, { recursive: true })
      const part = `${path}.${randomUUID()}.part`
      try {
        await write(queries, sha256, part)
        await rename(part, path)
      } finally {
        await rm(part, { force: true }).catch(() => undefined)
      }
      return path
    },
    async store(transaction, sha256, path) {
      await insert(transaction, sha256, path)
      await link(path, pathOf(sha256)).catch(ignoreTaken)
    },
  }
}

async function write(queries: Queries, sha256: string, path: string): Promise<void> {
  const [file] = await queries.rows<{ bytes: string }>('SELECT bytes FROM basilia.file WHERE sha256 = $1', [sha256])
  const to = await open(path, 'wx')
  try {
    let bytes = 0
    for (let part = 0; bytes < Number(file?.bytes ?? 0); part++) {
      const [row] = await queries.rows<{ content: Buffer }>(
        'SELECT content FROM basilia.file_part WHERE sha256 = $1 AND part = $2',
        [sha256, part],
      )
      if (!row) break
      await to.write(row.content)
      bytes += row.content.length
    }
    if (!file || bytes !== Number(file.bytes))
      // The code of PostgreSQL for data that is corrupt.
      await saidByDatabase(Promise.reject(Object.assign(new Error(`file ${sha256} is not whole`), { code: 'XX001' })))
    await to.sync()
  } finally {
    await to.close()
  }
}

/**
 * A file that is there already is marked as wanted, so that nobody who sweeps takes it away before the study that wants it
 * stands.
 */
async function insert(transaction: Transaction, sha256: string, path: string): Promise<void> {
  const { size } = await stat(path)
  const [row] = await transaction.rows<{ isNew: boolean }>(
    `INSERT INTO basilia.file (sha256, bytes) VALUES ($1, $2)
     ON CONFLICT (sha256) DO UPDATE SET taken_at = now() RETURNING xmax = 0 AS "isNew"`,
    [sha256, size],
  )
  if (!row?.isNew) return
  await syncFile(path)
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(Math.min(partBytes, size))
    for (let part = 0, at = 0; at < size; part++) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`)
      await transaction.rows('INSERT INTO basilia.file_part (sha256, part, content) VALUES ($1, $2, $3)', [
        sha256,
        part,
        buffer.subarray(0, bytesRead),
      ])
      at += bytesRead
    }
  } finally {
    await file.close()
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

export function ignoreTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
