import { Router } from 'express'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { damageQuery, eventsQuery } from '../../../core/options/queries.ts'
import { pathPart, readQuery } from '../exchange/read-request.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** `/api/studies/:id/damage` and `/events`: what lists of damaged sites, and lists of events, say of the plan and its units. */
export function listRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })

  router.get(
    '/damage',
    route(async (req, res) => {
      const query = readQuery(req, damageQuery)
      const study = query.ok ? await store.read(pathPart(req, 'id')) : query
      if (!study.ok) return study
      if (!query.ok) return query
      const { wait: waitSeconds, ...request } = query.value
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'damage',
        key: `damage ${request.cellM} ${request.least} ${measuring.keyOf(study.value, { at: request.at })}`,
        waitSeconds,
        run: (work) => engine.run('damage-study', { study: study.value, paths, request }, work),
        reply: (json) => ({ json }),
      })
    }),
  )

  router.get(
    '/events',
    route(async (req, res) => {
      const query = readQuery(req, eventsQuery)
      const study = query.ok ? await store.read(pathPart(req, 'id')) : query
      if (!study.ok) return study
      if (!query.ok) return query
      const { wait: waitSeconds, ...request } = query.value
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'events',
        key: `events ${measuring.keyOf(study.value, request)}`,
        waitSeconds,
        run: (work) => engine.run('event-study', { study: study.value, paths, request }, work),
        reply: (json) => ({ json }),
      })
    }),
  )
  return router
}
