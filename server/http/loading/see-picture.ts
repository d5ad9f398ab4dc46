import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { SeenPicture } from '../../usecases/show-picture.ts'
import { findLayer, type Loading } from './load-layer.ts'
import type { Upload } from './uploads.ts'

/** Beside the files of an upload, which are numbered. */
const previewName = 'preview.webp'

/** Looks at a picture that was sent; it waits with what is shown of it, to be placed. One that cannot be used goes. */
export async function seePicture(
  { runner, uploads }: Pick<Loading, 'runner' | 'uploads'>,
  upload: Upload,
  page: number | undefined,
  work: TaskContext,
): Promise<Outcome<SeenPicture & { readonly uploadId: string; readonly file: string }>> {
  const { name, path } = upload.files[0]!
  const seen = await runner.run('look-at-picture', { name, path, page, to: join(upload.folder, previewName) }, work)
  if (!seen.ok) {
    await uploads.remove(upload.id)
    return seen
  }
  return done({ uploadId: upload.id, file: name, ...seen.value })
}

/** Where that lies which is shown of a picture that waits. */
export async function waitingPreview(
  { uploads }: Pick<Loading, 'uploads'>,
  uploadId: string,
): Promise<Outcome<string>> {
  const upload = await uploads.find(uploadId)
  return upload.ok ? done(join(upload.value.folder, previewName)) : upload
}

/** What is shown of the picture that a layer was traced on. */
export async function layerPicture(
  { store, runner }: Pick<Loading, 'store' | 'runner'>,
  id: string,
  layerId: string,
  work: TaskContext,
): Promise<Outcome<Uint8Array>> {
  const found = await findLayer(store, id, layerId)
  if (!found.ok) return found
  const { study, layer } = found.value
  const originals = await store.originals(study, layer.sha256)
  if (!originals.ok) return originals
  const kept = originals.value.find(({ name }) => name === layer.picture?.file)
  if (!layer.picture || !kept) return refused(problem('layer-without-picture', { layer: layer.name }))
  const { page } = layer.picture
  const folder = join(store.incomingFolder, randomUUID())
  await mkdir(folder)
  try {
    const to = join(folder, previewName)
    const shown = await runner.run('show-picture', { name: kept.name, path: kept.path, page, to }, work)
    return shown.ok ? done(await readFile(to)) : shown
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
