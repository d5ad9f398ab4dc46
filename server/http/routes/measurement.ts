import { Router } from 'express'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { measurementQuery } from '../../../core/options/queries.ts'
import { pathPart, readQuery } from '../exchange/read-request.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** `/api/studies/:id/measurement`: the areas of every class and combination inside the plan. */
export function measurementRoutes({ store, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/',
    route(async (req, res) => {
      const query = readQuery(req, measurementQuery)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const { wait, byFeature, above, correlations, ...asked } = query.value
      const request = {
        ...asked,
        byFeature,
        ...(above === undefined ? {} : { aboveM2: above }),
        ...(correlations ? { correlations: true } : {}),
      }
      return answerOrJob(jobs, res, {
        kind: 'measurement',
        key: measuring.keyOf(study.value, request),
        waitSeconds: wait,
        run: (work) => measuring.measure(study.value, request, work),
        reply: (json) => ({ json }),
      })
    }),
  )
  return router
}
