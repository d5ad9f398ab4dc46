import { Router } from 'express'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { timelineQuery } from '../../../core/options/queries.ts'
import { pathPart, readQuery } from '../exchange/read-request.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** `/api/studies/:id/timeline`: the measurement of every date, and what changed between the snapshots. */
export function timelineRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/',
    route(async (req, res) => {
      const query = readQuery(req, timelineQuery)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const { wait, from, to, sliverWidth, only, ...drawing } = query.value
      const request = {
        ...drawing,
        only,
        sliverWidthM: sliverWidth,
        ...(from !== undefined && to !== undefined ? { between: { from, to } } : {}),
      }
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'timeline',
        key: `timeline ${only} ${from} ${to} ${sliverWidth} ${measuring.keyOf(study.value, drawing)}`,
        waitSeconds: wait,
        run: (work) => engine.run('timeline-study', { study: study.value, paths, request }, work),
        reply: (json) => ({ json }),
      })
    }),
  )
  return router
}
