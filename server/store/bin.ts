import { randomUUID } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

const keptMs = 30 * 24 * 3_600_000
const pattern = /^\.bin-(\d+)-([a-z0-9-]+)$/

/** Where a study lies that was removed: beside the others, under the moment of it, so that one move brings it back. */
export const binName = (id: string, at: number): string => `.bin-${at}-${id}`

/** The study that was removed last under an id, not longer than 30 days ago; `null` where there is none. */
export async function binned(workspace: string, id: string, now: number): Promise<string | null> {
  const names = (await binnedNames(workspace)).filter((own) => own.id === id && now - own.at <= keptMs)
  return names.sort((a, b) => b.at - a.at)[0]?.name ?? null
}

/** Removes what was removed more than 30 days ago. */
export async function sweepBin(workspace: string, now: number): Promise<void> {
  for (const { name, at, id } of await binnedNames(workspace)) {
    if (now - at <= keptMs) continue
    // Away first, for what is half removed must not come back.
    const gone = join(workspace, `.deleted-${id}-${randomUUID()}`)
    await rename(join(workspace, name), gone)
    await rm(gone, { recursive: true, force: true })
  }
}

type Binned = { readonly name: string; readonly at: number; readonly id: string }

async function binnedNames(workspace: string): Promise<Binned[]> {
  return (await readdir(workspace)).flatMap((name) => {
    const [, at, id] = pattern.exec(name) ?? []
    return at === undefined || id === undefined ? [] : [{ name, at: Number(at), id }]
  })
}
