import { z } from 'zod'
import { togetherSchema } from '../../../core/history/entry.ts'
import { layerOptionsSchema, type LayerOptions } from '../../../core/model/layer-options.ts'
import { idSchema } from '../../../core/model/layer-schema.ts'
import { snapshotsSchema, type Snapshots } from '../../../core/model/series-options.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { readJson } from '../exchange/read-request.ts'
import type { Received } from './receive-upload.ts'
import type { Upload, Uploads } from './uploads.ts'

/** The options of a change; `snapshots` takes the layer's dated columns as a series. */
export const changeOptionsSchema = layerOptionsSchema.extend({ snapshots: snapshotsSchema.optional() })

/** The options of an upload: those of a layer, or an earlier upload with what it lacked. */
const uploadOptionsSchema = changeOptionsSchema.extend({
  uploadId: z.string().optional(),
  /** The layer is drawn, and no file comes; with `copyOf` it begins as a copy of that layer. */
  drawn: z.literal(true).optional(),
  copyOf: idSchema.optional(),
  together: togetherSchema
    .optional()
    .meta({ description: 'The same in uploads of one doing: those that follow on each other are undone at once.' }),
})

/** A form of files and options. */
export const uploadSchema = z.strictObject({
  files: z.array(z.string().meta({ format: 'binary' })).optional(),
  options: uploadOptionsSchema.optional(),
})

/** An upload with all that has been said of it, or no upload where the layer is drawn. */
export type FinishedUpload =
  | UploadWithOptions
  | { readonly upload: null; readonly options: LayerOptions; readonly copyOf: string | undefined }

type UploadWithOptions = {
  readonly upload: Upload
  readonly options: LayerOptions
  readonly snapshots: Snapshots | undefined
}

/**
 * The files and options that a request means: its own, or those that waited with what it adds to them. Files that came
 * with options that cannot be used are removed.
 */
export async function finishUpload(uploads: Uploads, received: Received): Promise<Outcome<FinishedUpload>> {
  let isKept = false
  try {
    const resolved = await resolve(uploads, received)
    isKept = resolved.ok
    return resolved
  } finally {
    if (!isKept && received.uploadId !== null) await uploads.remove(received.uploadId)
  }
}

async function resolve(
  uploads: Uploads,
  { uploadId: sent, options: text }: Received,
): Promise<Outcome<FinishedUpload>> {
  const content = parseJson(text)
  if (!content.ok) return content
  const read = readJson(content.value, uploadOptionsSchema)
  if (!read.ok) return read
  const { uploadId = null, snapshots, together, drawn, copyOf, ...given } = read.value
  const id = sent ?? uploadId
  if (drawn && id !== null) return refused(problem('drawing-with-file'))
  if (drawn) return done({ upload: null, options: given, copyOf })
  if (id === null) return refused(problem('upload-without-file'))
  const upload = await uploads.find(id)
  if (!upload.ok) return upload
  const options = { ...upload.value.options, ...given }
  await uploads.remember(id, options, together)
  return done({ upload: { ...upload.value, ...(together === undefined ? {} : { together }) }, options, snapshots })
}

/** The JSON of a form's options; none are no options. */
export function parseJson(text: string): Outcome<unknown> {
  try {
    return done(text.trim() === '' ? {} : JSON.parse(text))
  } catch (error) {
    return refused(problem('body-not-json', { reason: (error as Error).message }))
  }
}
