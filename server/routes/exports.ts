import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Router } from 'express'
import { done, refused } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import { measurementCsv } from '../export/measurement-csv.ts'
import { answerOrJob, contentDisposition, fileReply } from './answer-or-job.ts'
import { exportQuerySchema } from './queries.ts'
import { pathPart, readQuery } from './read-request.ts'
import { route } from './reply.ts'
import type { Services } from './services.ts'

const formats = ['csv', 'zip'] as const

/** `/api/studies/:id/export.csv|zip`: the table of the measurement, and the whole study. */
export function exportRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/export.:format',
    route(async (req, res) => {
      const format = formats.find((each) => each === pathPart(req, 'format'))
      if (!format) {
        const known = formats.join(', ')
        return refused(problem('format-unknown', { format: pathPart(req, 'format'), what: 'an export', known }))
      }
      const query = readQuery(req, exportQuerySchema)
      if (!query.ok) return query
      const found = await store.read(pathPart(req, 'id'))
      if (!found.ok) return found
      const study = found.value
      const { lang, wait, ...request } = query.value
      const key = `${format} ${lang} ${measuring.keyOf(study, request)}`
      if (format === 'csv') {
        return answerOrJob(jobs, res, {
          kind: 'export',
          key,
          waitSeconds: wait,
          run: (work) => measuring.measure(study, request, work),
          reply: (measurement) => {
            const name = [study.id, measurement.at ?? 'undated'].join('_')
            return fileReply(measurementCsv(measurement, lang), 'text/csv; charset=utf-8', `${name}.csv`)
          },
        })
      }
      // Swept with the uploads after an hour, like the job that made it.
      const to = join(store.incomingFolder, `${randomUUID()}.zip`)
      return answerOrJob(jobs, res, {
        kind: 'export',
        key,
        waitSeconds: wait,
        run: async (work) => {
          const zipped = await engine.run('zip-study', { study, files: await store.files(study), to }, work)
          return zipped.ok ? done(to) : zipped
        },
        reply: (path) => ({
          path,
          type: 'application/zip',
          headers: { 'content-disposition': contentDisposition(`${study.id}.zip`) },
        }),
      })
    }),
  )
  return router
}
