import { open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { isRunning } from './running-process.ts'

const retryMs = 20
const patienceMs = 5_000
const writingNumberMs = 5_000

/**
 * Runs `work` while no other process of this machine writes to the study's folder. The lock file names its process;
 * a lock whose process is gone (after a crash) is taken over. Within this process the caller queues the writers, so a
 * lock with our own number was left by an earlier process that had the same one.
 */
export async function withStudyLock<T>(folder: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const path = join(folder, '.lock')
  const giveUpAt = Date.now() + patienceMs
  while (!(await take(path))) {
    if (Date.now() > giveUpAt) return refused(problem('study-busy', { id: basename(folder), file: path }))
    await wait(retryMs)
  }
  try {
    return await work()
  } finally {
    // What cannot be removed is taken over as the lock of a process that is gone, or our own.
    await unlink(path).catch(() => undefined)
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(String(process.pid))
      return true
    } catch (error) {
      await unlink(path).catch(ignoreMissing)
      throw error
    } finally {
      await file.close()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (await isHeld(path)) return false
  // Of several who find the same dead lock only one succeeds in renaming it.
  const aside = `${path}.${process.pid}.dead`
  await rename(path, aside).then(() => unlink(aside), ignoreMissing)
  return false
}

/** A lock without a number is one whose holder is just writing it, unless that was long ago. */
async function isHeld(path: string): Promise<boolean> {
  try {
    const holder = Number(await readFile(path, 'utf8'))
    if (holder === 0) return Date.now() - (await stat(path)).mtimeMs < writingNumberMs
    return holder !== process.pid && isRunning(holder)
  } catch (error) {
    ignoreMissing(error as NodeJS.ErrnoException)
    return false
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
