import { Router } from 'express'
import type { Study } from '../../core/study/study.ts'
import { compareMeasured } from '../compare-measured.ts'
import { answerOrJob } from './answer-or-job.ts'
import { compareQuerySchema } from './queries.ts'
import { readQuery } from './read-request.ts'
import { route } from './reply.ts'
import type { Services } from './services.ts'

/** `/api/compare`: the same measures of several studies side by side. */
export function comparisonRoutes({ store, jobs, measuring }: Services): Router {
  const router = Router()
  router.get(
    '/',
    route(async (req, res) => {
      const query = readQuery(req, compareQuerySchema)
      if (!query.ok) return query
      const { studies: ids, wait, ...request } = query.value
      const studies: Study[] = []
      for (const id of ids) {
        const study = await store.read(id)
        if (!study.ok) return study
        studies.push(study.value)
      }
      return answerOrJob(jobs, res, {
        kind: 'comparison',
        key: `compare ${studies.map((study) => measuring.keyOf(study, request)).join(' ')}`,
        waitSeconds: wait,
        run: (work) => compareMeasured(studies, request, (...asked) => measuring.measure(...asked), work),
        reply: (json) => ({ json }),
      })
    }),
  )
  return router
}
