import { Router } from 'express'
import { crossTable } from '../../../core/measure/cross-table.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { crossTableQuery } from '../../../core/options/queries.ts'
import { pathPart, readQuery } from '../exchange/read-request.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** `/api/studies/:id/cross-table?layers=control,damage`: one to three measured layers against each other. */
export function crossTableRoutes({ store, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/',
    route(async (req, res) => {
      const query = readQuery(req, crossTableQuery)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const { wait, layers, by, ...asked } = query.value
      return answerOrJob(jobs, res, {
        kind: 'cross-table',
        key: `cross ${JSON.stringify(layers)} ${by} ${measuring.keyOf(study.value, asked)}`,
        waitSeconds: wait,
        run: async (work) => {
          const measured = await measuring.measure(study.value, asked, work)
          return measured.ok ? crossTable(study.value, measured.value, layers, by) : measured
        },
        reply: (json) => ({ json }),
      })
    }),
  )
  return router
}
