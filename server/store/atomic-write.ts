import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes a file so that after a crash at any moment it holds either all of the old content or all of the new. */
export async function writeFileAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncMove(path)
}

/** A file that was being written when the program ended. */
export const isUnfinished = (name: string): boolean => /\.[0-9a-f-]{36}\.part$/.test(name)

/** Renames what is already safe on disk, and makes the new name safe too. */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncMove(to)
}

/** After a rename there is no way back: whatever the disk says now, nobody may be told that nothing was changed. */
async function syncMove(to: string): Promise<void> {
  try {
    await syncFolder(dirname(to))
  } catch (cause) {
    throw Object.assign(new Error(`${to} was put in place, which may not last`, { cause }), {
      code: 'EIO',
      syscall: 'fsync',
    })
  }
}

/** Makes the bytes of a file that somebody else wrote safe on disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the names in a folder safe on disk. Windows does not open folders and needs no such step. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Makes a whole folder safe on disk, its files first; a link is safe with its folder. */
export async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await syncTree(path)
    else if (entry.isFile()) await syncFile(path)
  }
  await syncFolder(folder)
}
