import { z } from 'zod'
import { layerOptionsSchema } from '../../../core/model/layer-options.ts'
import { waitingQuery } from '../../../core/options/queries.ts'
import { pictureAnswerSchema } from '../../../core/picture/picture-answer.ts'
import { pixelRegionsSchema, placingChoicesSchema, recipeSchema } from '../../../core/picture/recipe.ts'
import { colourRequestSchema } from '../../../core/tracing/colour-choices.ts'
import { refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { readJson } from '../exchange/read-request.ts'
import { parseJson } from '../loading/finish-upload.ts'
import { loadPicture } from '../loading/load-picture.ts'
import { receiveUpload } from '../loading/receive-upload.ts'
import { jobSchema, loadedLayerSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'
import { revisionTag } from './studies.ts'

/** What is said of a picture: how it is placed, what is traced on it, and of the layer that this becomes. */
const pictureOptionsSchema = placingChoicesSchema.extend({
  ...layerOptionsSchema.pick({ name: true, role: true, title: true, date: true, from: true, to: true, source: true })
    .shape,
  regions: pixelRegionsSchema.optional(),
  colours: z.union([colourRequestSchema, z.literal(true)]).optional(),
  recipe: recipeSchema.optional(),
})

const pictureFormSchema = z.strictObject({
  file: z.string().meta({ format: 'binary' }),
  points: z.string().meta({ format: 'binary' }).optional(),
  options: pictureOptionsSchema.optional(),
})

const placedPictureSchema = pictureAnswerSchema.extend({ recipe: recipeSchema, layer: loadedLayerSchema.optional() })

/** Places a picture of a map; with regions traced on it they become a layer. */
export const pictureEndpoint = endpoint(
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
    const { uploadId } = received.value
    if (uploadId === null) return refused(problem('upload-without-file'))
    const content = parseJson(received.value.options)
    const options = content.ok ? readJson(content.value, pictureOptionsSchema) : content
    const upload = await services.uploads.find(uploadId)
    if (!upload.ok) return upload
    if (!options.ok) {
      await services.uploads.remove(uploadId)
      return options
    }
    return answerOrJob(services.jobs, res, {
      kind: 'import',
      key: `picture ${uploadId}`,
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
