import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import type { Note } from '../../core/result/note.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { previewPicture } from '../import/picture/preview-picture.ts'
import { readPicture } from '../import/picture/read-picture.ts'

type Shown = { readonly name: string; readonly path: string; readonly page?: number | undefined; readonly to: string }

/** What a picture is before it is placed. */
export type SeenPicture = {
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly notes: readonly Note[]
}

/** Looks at a picture that is to be placed, and writes what is shown of it in `to`. */
export async function lookAtPicture({ name, path, page, to }: Shown): Promise<Outcome<SeenPicture>> {
  const bytes = await readFile(path)
  const read = await readPicture({ name, bytes }, page)
  if (!read.ok) return read
  const preview = await previewPicture({ name, bytes })
  if (!preview.ok) return preview
  await writeFile(to, preview.value)
  const { width, height, notes } = read.value
  return done({ sha256: createHash('sha256').update(bytes).digest('hex'), width, height, notes })
}

/** What is shown of a picture that a layer was traced on, in `to`. */
export async function showPicture({ name, path, to }: Shown): Promise<Outcome<null>> {
  const preview = await previewPicture({ name, bytes: await readFile(path) })
  if (!preview.ok) return preview
  await writeFile(to, preview.value)
  return done(null)
}
