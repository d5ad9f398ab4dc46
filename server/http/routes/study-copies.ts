import { join } from 'node:path'
import type { Request } from 'express'
import { z } from 'zod'
import { translate } from '../../../core/i18n/translate.ts'
import { changedText } from '../../../core/model/text.ts'
import { studySchema, type Study } from '../../../core/model/study.ts'
import { waitingQuery } from '../../../core/options/queries.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import type { Reply } from '../exchange/reply.ts'
import { receiveFile, receiveUpload } from '../loading/receive-upload.ts'
import type { Upload } from '../loading/uploads.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'
import type { Services } from './services.ts'
import { studyReply } from './studies.ts'

/** A form with the zip of a study. */
const zipFormSchema = z.strictObject({ files: z.array(z.string().meta({ format: 'binary' })).length(1) })

/** Studies that are made of others. */
export const studyCopyEndpoints = [
  endpoint(
    {
      method: 'post',
      path: '/api/studies/{id}/copy',
      summary: 'A copy of a study under a free id',
      answers: { 201: json(studySchema) },
    },
    async ({ services: { store }, part }) => {
      const copied = await store.copy(part('id'), (study) => ({ ...study, title: copyTitle(study) }))
      return copied.ok ? done(createdReply(copied.value)) : copied
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/studies/import',
      summary: 'Takes the zip of a study as a study; under a free id where its own is taken',
      query: waitingQuery,
      body: { type: 'multipart/form-data', schema: zipFormSchema, or: { type: 'application/zip' } },
      answers: { 201: json(studySchema), 202: json(jobSchema) },
    },
    async ({ services, req, res, query }) => {
      const received = await receiveZip(services, req)
      if (!received.ok) return received
      const upload = received.value
      return answerOrJob(services.jobs, res, {
        kind: 'import',
        key: `import ${upload.id}`,
        waitSeconds: query.wait,
        run: async (work) => {
          const [{ name, path }] = upload.files as [Upload['files'][number]]
          const to = join(upload.folder, 'study')
          try {
            const study = await services.runner.run('unpack-study', { path, name, to }, work)
            if (!study.ok) return study
            if (work.signal?.aborted) return refused(problem('job-cancelled'))
            return await services.store.takeOver(to, study.value)
          } finally {
            await services.uploads.remove(upload.id)
          }
        },
        reply: createdReply,
      })
    },
  ),
]

async function receiveZip({ uploads, config }: Services, req: Request): Promise<Outcome<Upload>> {
  if (req.is('application/zip')) {
    const received = await receiveFile(req, uploads, config.uploadLimitMB, 'study.zip')
    return received.ok ? uploads.find(received.value) : received
  }
  const received = await receiveUpload(req, uploads, config.uploadLimitMB)
  if (!received.ok) return received
  const { uploadId } = received.value
  if (uploadId === null) return refused(problem('upload-without-file'))
  const upload = await uploads.find(uploadId)
  if (!upload.ok || upload.value.files.length === 1) return upload
  await uploads.remove(uploadId)
  return refused(problem('upload-too-many-files', { limit: 1 }))
}

const copyTitle = ({ title }: Study): Study['title'] =>
  changedText(title, (text, language) => translate(language, 'study.copy-title', { title: text }))

const createdReply = (study: Study): Reply => {
  const reply = studyReply(study)
  return { ...reply, status: 201, headers: { ...reply.headers, location: `/api/studies/${study.id}` } }
}
