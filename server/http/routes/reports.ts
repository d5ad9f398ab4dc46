import { Router } from 'express'
import { refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { layerPaths } from '../loading/measuring.ts'
import { isReportFormat, reportFormats } from '../../../core/options/report-options.ts'
import { answerOrJob, fileReply } from '../exchange/answer-or-job.ts'
import { reportQuery } from '../../../core/options/queries.ts'
import { pathPart, readQuery } from '../exchange/read-request.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'
import { studiesBeside } from './studies-beside.ts'

/** `/api/studies/:id/report.pdf|docx`: the report. */
export function reportRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/report.:format',
    route(async (req, res) => {
      const format = pathPart(req, 'format')
      if (!isReportFormat(format)) {
        const known = Object.keys(reportFormats).join(', ')
        return refused(problem('format-unknown', { format, known }))
      }
      const query = readQuery(req, reportQuery)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const { lang: language, standard, with: named, wait, ...asked } = query.value
      const others = await studiesBeside(store, study.value, named)
      if (!others.ok) return others
      const paths = await layerPaths(store, study.value)
      const report = { format, language, standard, measuring: asked }
      return answerOrJob(jobs, res, {
        kind: 'report',
        key: `report ${JSON.stringify(report)} ${[study.value, ...others.value.map((other) => other.study)].map((own) => measuring.keyOf(own, asked)).join(' ')}`,
        waitSeconds: wait,
        run: (work) => engine.run('make-report', { study: study.value, paths, others: others.value, report }, work),
        reply: ({ bytes, type, name }) => fileReply(bytes, type, name),
      })
    }),
  )
  return router
}
