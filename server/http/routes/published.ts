import { Router } from 'express'
import { askedDay } from '../../../core/model/asked-day.ts'
import { done } from '../../../core/result/outcome.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { publishedQuery } from '../../../core/options/queries.ts'
import { pathPart, readQuery } from '../exchange/read-request.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** `/api/studies/:id/published`: every figure that a source prints, set against what the layers give. */
export function publishedRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/',
    route(async (req, res) => {
      const query = readQuery(req, publishedQuery)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const { at, draws, seed, wait } = query.value
      const day = askedDay(study.value, at)
      if (!day.ok) return day
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'published',
        key: `published ${measuring.keyOf(study.value, { at, draws, seed })}`,
        waitSeconds: wait,
        run: async (work) => {
          const rows = await engine.run(
            'published-study',
            { study: study.value, paths, at: day.value, draws, seed },
            work,
          )
          return rows.ok ? done({ published: rows.value }) : rows
        },
        reply: (json) => ({ json }),
      })
    }),
  )
  return router
}
