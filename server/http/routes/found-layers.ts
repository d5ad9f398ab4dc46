import { waitingQuery } from '../../../core/options/queries.ts'
import { refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { finishUpload, uploadSchema } from '../loading/finish-upload.ts'
import { removedUnlessMendable } from '../loading/load-layer.ts'
import { receiveUpload } from '../loading/receive-upload.ts'
import { foundUploadSchema, jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'

/** Files that are looked at before they join a study: their bytes wait for an hour. */
export const uploadEndpoint = endpoint(
  {
    method: 'post',
    path: '/api/uploads',
    summary:
      'Reads files and tells what they hold; their bytes wait an hour for a POST of layers with the uploadId, and no study changes',
    query: waitingQuery,
    body: { type: 'multipart/form-data', schema: uploadSchema },
    answers: { 201: json(foundUploadSchema), 202: json(jobSchema) },
  },
  async ({ services: { config, jobs, runner, uploads }, req, res, query }) => {
    const received = await receiveUpload(req, uploads, config.uploadLimitMB)
    if (!received.ok) return received
    const finished = await finishUpload(uploads, received.value)
    if (!finished.ok) return finished
    const { upload, options } = finished.value
    if (upload === null) return refused(problem('upload-without-file'))
    return answerOrJob(jobs, res, {
      kind: 'import',
      key: `find ${upload.id} ${JSON.stringify(options)}`,
      waitSeconds: query.wait,
      run: async (work) => {
        const found = await runner.run('find-layers', { files: upload.files, options }, work)
        return found.ok ? found : removedUnlessMendable(uploads, upload, async () => found)
      },
      reply: (layers) => ({ status: 201, json: { uploadId: upload.id, layers } }),
    })
  },
)
