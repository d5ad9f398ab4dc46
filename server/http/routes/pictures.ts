import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { layerOptionsSchema } from '../../../core/model/layer-options.ts'
import { noteSchema } from '../../../core/model/layer-schema.ts'
import { seenPictureQuery, waitingQuery } from '../../../core/options/queries.ts'
import { pictureAnswerSchema } from '../../../core/picture/picture-answer.ts'
import { pixelRegionsSchema, placingChoicesSchema, recipeSchema } from '../../../core/picture/recipe.ts'
import { colourRequestSchema } from '../../../core/tracing/colour-choices.ts'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { readJson } from '../exchange/read-request.ts'
import { parseJson } from '../loading/finish-upload.ts'
import { loadPicture } from '../loading/load-picture.ts'
import { layerPicture, seePicture, waitingPreview } from '../loading/see-picture.ts'
import { receiveUpload } from '../loading/receive-upload.ts'
import { jobSchema, loadedLayerSchema } from '../schemas/answer-schemas.ts'
import { endpoint, file, json } from './endpoint.ts'
import { revisionTag } from './studies.ts'

/** What is said of a picture: how it is placed, what is traced on it, and of the layer that this becomes. */
const pictureOptionsSchema = placingChoicesSchema.extend({
  ...layerOptionsSchema.pick({
    name: true,
    role: true,
    title: true,
    date: true,
    from: true,
    to: true,
    source: true,
    classes: true,
  }).shape,
  regions: pixelRegionsSchema.optional(),
  colours: z.union([colourRequestSchema, z.literal(true)]).optional(),
  recipe: recipeSchema.optional(),
  /** A picture that was sent to be looked at, and waits. */
  uploadId: z.uuid().optional(),
  /** The layer begins empty, to be drawn on the picture. */
  drawn: z.literal(true).optional(),
})

const pictureFormSchema = z.strictObject({
  file: z.string().meta({ format: 'binary' }).optional(),
  points: z.string().meta({ format: 'binary' }).optional(),
  options: pictureOptionsSchema.optional(),
})

const placedPictureSchema = pictureAnswerSchema.extend({ recipe: recipeSchema, layer: loadedLayerSchema.optional() })

const seenPictureSchema = z.strictObject({
  uploadId: z.uuid(),
  file: z.string(),
  sha256: z.string(),
  width: z.int(),
  height: z.int(),
  notes: z.array(noteSchema),
})

const shown = { 200: file('image/webp'), 202: json(jobSchema) }

/** Looks at a picture that is to be placed, without any study: it waits with what is shown of it. */
const seeingEndpoint = endpoint(
  {
    method: 'post',
    path: '/api/pictures',
    summary:
      'Reads a picture of a map and tells its size; its bytes wait an hour for a POST of pictures with the uploadId, and no study changes',
    query: seenPictureQuery,
    body: { type: 'multipart/form-data', schema: z.strictObject({ file: z.string().meta({ format: 'binary' }) }) },
    answers: { 201: json(seenPictureSchema), 202: json(jobSchema) },
  },
  async ({ services, req, res, query }) => {
    const received = await receiveUpload(req, services.uploads, services.config.uploadLimitMB)
    if (!received.ok) return received
    const { uploadId } = received.value
    if (uploadId === null) return refused(problem('upload-without-file'))
    const upload = await services.uploads.find(uploadId)
    if (!upload.ok) return upload
    return answerOrJob(services.jobs, res, {
      kind: 'import',
      key: `see ${uploadId}`,
      waitSeconds: query.wait,
      run: (work) => seePicture(services, upload.value, query.page, work),
      reply: (seen) => ({ status: 201, json: seen }),
    })
  },
)

const waitingEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/pictures/{upload}',
    params: { upload: z.uuid() },
    summary: 'What is shown of a picture that waits to be placed: no longer than 4,096 pixels on a side',
    answers: { 200: file('image/webp') },
  },
  async ({ services, part }) => {
    const path = await waitingPreview(services, part('upload'))
    return path.ok ? done({ path: path.value, type: 'image/webp' }) : path
  },
)

const layerPictureEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/studies/{id}/layers/{layer}/picture',
    summary: 'The picture that a layer was traced on, as it is shown: no longer than 4,096 pixels on a side',
    query: waitingQuery,
    answers: shown,
  },
  async ({ services, res, part, query }) =>
    answerOrJob(services.jobs, res, {
      kind: 'import',
      key: `picture of ${part('id')} ${part('layer')}`,
      waitSeconds: query.wait,
      run: (work) => layerPicture(services, part('id'), part('layer'), work),
      reply: (bytes) => ({ bytes, type: 'image/webp' }),
    }),
)

/** Places a picture of a map; with regions traced on it they become a layer. */
const placingEndpoint = endpoint(
  {
    method: 'post',
    path: '/api/studies/{id}/pictures',
    summary:
      'Places a picture by control points (a file of points, or those of a recipe) and judges them; regions traced on it, in its pixels, become a layer with the error of the placing',
    query: waitingQuery,
    ifMatch: 'optional',
    body: { type: 'multipart/form-data', schema: pictureFormSchema },
    answers: { 200: json(placedPictureSchema), 201: json(placedPictureSchema), 202: json(jobSchema) },
  },
  async ({ services, req, res, part, query, ...requested }) => {
    const id = part('id')
    const study = await services.store.read(id)
    if (!study.ok) return study
    const revision = requested.revision()
    if (!revision.ok) return revision
    const received = await receiveUpload(req, services.uploads, services.config.uploadLimitMB)
    if (!received.ok) return received
    const { uploadId: sent } = received.value
    const content = parseJson(received.value.options)
    const options = content.ok ? readJson(content.value, pictureOptionsSchema) : content
    if (!options.ok) {
      if (sent !== null) await services.uploads.remove(sent)
      return options
    }
    const uploadId = sent ?? options.value.uploadId
    if (uploadId === undefined) return refused(problem('upload-without-file'))
    const upload = await services.uploads.find(uploadId)
    if (!upload.ok) return upload
    return answerOrJob(services.jobs, res, {
      kind: 'import',
      key: `picture ${uploadId} ${randomUUID()}`,
      waitSeconds: query.wait,
      run: (work) => loadPicture(services, id, upload.value, options.value, revision.value, work),
      reply: ({ answer, recipe, change }) => ({
        status: change ? 201 : 200,
        ...(change ? { headers: { etag: revisionTag(change.study) } } : {}),
        json: { ...answer, recipe, ...(change ? { layer: change.layer } : {}) },
      }),
    })
  },
)

/** Pictures of maps: seen, placed, and what layers were traced on. */
export const pictureEndpoints = [seeingEndpoint, waitingEndpoint, placingEndpoint, layerPictureEndpoint]
