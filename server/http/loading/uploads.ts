import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { writeFileAtomically } from '../../store/atomic-write.ts'
import { togetherSchema } from '../../../core/history/entry.ts'
import { layerOptionsSchema, type LayerOptions } from '../../../core/model/layer-options.ts'

/** Files that were sent and are not part of a study yet, by the names the user gave them. */
export type Upload = {
  readonly id: string
  readonly folder: string
  readonly files: readonly { readonly name: string; readonly path: string }[]
  /** What has been said of them so far. */
  readonly options: LayerOptions
  /** What it is undone with. */
  readonly together?: string | undefined
}

const keptMs = 3_600_000
const recordSchema = z.strictObject({
  names: z.array(z.string()),
  options: layerOptionsSchema,
  together: togetherSchema.optional(),
})
type UploadRecord = z.infer<typeof recordSchema>

export type Uploads = ReturnType<typeof keepUploads>

/** Uploads wait in numbered files of a folder of their own for an hour, through a restart too. */
export function keepUploads(folder: string) {
  const place = (id: string, count: number): string => join(folder, id, String(count))
  const recordPath = (id: string): string => join(folder, id, 'upload.json')

  async function sweep(): Promise<void> {
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      const ageMs = await stat(path).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      )
      if (ageMs > keptMs) await rm(path, { recursive: true, force: true })
    }
  }

  async function readRecord(id: string): Promise<UploadRecord | null> {
    if (!z.uuid().safeParse(id).success) return null
    const text = await readFile(recordPath(id), 'utf8').catch(() => null)
    return text === null ? null : recordSchema.parse(JSON.parse(text))
  }

  return {
    /** Removes what has waited for too long. */
    sweep,

    /** An empty upload; `path(n)` is where its n-th file goes. */
    async begin(): Promise<{ id: string; path: (count: number) => string }> {
      await sweep()
      const id = randomUUID()
      await mkdir(join(folder, id))
      return { id, path: (count) => place(id, count) }
    },

    /** Notes the names, so that the upload can be found again. */
    async complete(id: string, names: readonly string[]): Promise<void> {
      await writeFileAtomically(recordPath(id), JSON.stringify({ names, options: {} }))
    },

    /** Keeps what has been said of the files for the time that more is asked. */
    async remember(id: string, options: LayerOptions, together?: string): Promise<void> {
      const record = await readRecord(id)
      const known = { ...record, options, ...(together === undefined ? {} : { together }) }
      if (record) await writeFileAtomically(recordPath(id), JSON.stringify(known))
    },

    async find(id: string): Promise<Outcome<Upload>> {
      await sweep()
      const record = await readRecord(id)
      if (!record) return refused(problem('upload-gone', { uploadId: id }))
      const files = record.names.map((name, count) => ({ name, path: place(id, count) }))
      return done({ id, folder: join(folder, id), files, options: record.options, together: record.together })
    },

    async remove(id: string): Promise<void> {
      // What cannot be removed now is swept with what has waited for too long.
      await rm(join(folder, id), { recursive: true, force: true }).catch(() => undefined)
    },
  }
}
