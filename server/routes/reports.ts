import { Router } from 'express'
import { refused } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import { layerPaths } from '../measuring.ts'
import { isReportFormat, reportFormats } from '../report/report-formats.ts'
import { answerOrJob, fileReply } from './answer-or-job.ts'
import { reportQuerySchema } from './queries.ts'
import { pathPart, readQuery } from './read-request.ts'
import { route } from './reply.ts'
import type { Services } from './services.ts'

/** `/api/studies/:id/report.pdf|docx`: the report. */
export function reportRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/report.:format',
    route(async (req, res) => {
      const format = pathPart(req, 'format')
      if (!isReportFormat(format)) {
        const known = Object.keys(reportFormats).join(', ')
        return refused(problem('format-unknown', { format, what: 'a report', known }))
      }
      const query = readQuery(req, reportQuerySchema)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const { lang: language, standard, wait, ...asked } = query.value
      const paths = await layerPaths(store, study.value)
      const report = { format, language, standard, measuring: asked }
      return answerOrJob(jobs, res, {
        kind: 'report',
        key: `report ${format} ${language} ${standard} ${measuring.keyOf(study.value, asked)}`,
        waitSeconds: wait,
        run: (work) => engine.run('make-report', { study: study.value, paths, report }, work),
        reply: ({ bytes, type, name }) => fileReply(bytes, type, name),
      })
    }),
  )
  return router
}
