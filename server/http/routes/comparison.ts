import { Router } from 'express'
import type { Study } from '../../../core/model/study.ts'
import { compareMeasured, type Comparing } from '../../usecases/compare-measured.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { compareQuery } from '../../../core/options/queries.ts'
import { readQuery } from '../exchange/read-request.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** `/api/compare`: the same measures of several studies side by side. */
export function comparisonRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router()
  const comparing: Comparing = {
    measure: (...asked) => measuring.measure(...asked),
    publish: async (study, at, drawing, work) =>
      engine.run('published-study', { study, paths: await layerPaths(store, study), at, ...drawing }, work),
  }
  router.get(
    '/',
    route(async (req, res) => {
      const query = readQuery(req, compareQuery)
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
        run: (work) => compareMeasured(studies, request, comparing, work),
        reply: (json) => ({ json }),
      })
    }),
  )
  return router
}
