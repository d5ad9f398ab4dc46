import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { isRunning } from './running-process.ts'

const beatMs = 60_000
const goneAfterMs = 3 * beatMs
const sign = /^\.server-.+\.json$/
const signSchema = z.strictObject({ host: z.string(), pid: z.number(), address: z.string() })

/** A server's sign in its workspace, so that another that opens the same one can tell of it. */
export type Sign = {
  /** Addresses of other servers that work there. */
  readonly beside: readonly string[]
  remove(): Promise<void>
}

/**
 * Leaves a sign in the workspace and looks for those of others: of this machine whose process runs, of another that was
 * renewed lately. A disk that takes no sign is passed over: it takes no changes either.
 */
export async function signWorkspace(workspace: string, address: string): Promise<Sign> {
  const host = hostname()
  const own = `.server-${host.replaceAll(/[^\w.-]/g, '_')}-${process.pid}-${new URL(address).port}.json`
  const path = join(workspace, own)
  const beside: string[] = []
  for (const name of (await readdir(workspace)).filter((each) => sign.test(each) && each !== own)) {
    const other = await addressOf(join(workspace, name), host)
    if (other !== null) beside.push(other)
    else await rm(join(workspace, name), { force: true }).catch(() => undefined)
  }
  await writeFile(path, JSON.stringify({ host, pid: process.pid, address })).catch(() => undefined)
  const beating = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), beatMs).unref()
  return {
    beside,
    async remove() {
      clearInterval(beating)
      await rm(path, { force: true }).catch(() => undefined)
    },
  }
}

/** Where the server of a sign is; `null` where it has ended. */
async function addressOf(path: string, thisHost: string): Promise<string | null> {
  try {
    const { host, pid, address } = signSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    const isRenewed = Date.now() - (await stat(path)).mtimeMs < goneAfterMs
    return isRenewed && (host !== thisHost || isRunning(pid)) ? address : null
  } catch {
    return null
  }
}
