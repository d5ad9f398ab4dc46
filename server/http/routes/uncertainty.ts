import { Router } from 'express'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { unattributedQuery, uncertaintyQuery } from '../../../core/options/queries.ts'
import { pathPart, readQuery } from '../exchange/read-request.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** `/api/studies/:id/uncertainty`: how sure its areas are; `…/unattributed`: the ground that its layers cannot attribute. */
export function uncertaintyRoutes({ store, engine, jobs, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.get(
    '/uncertainty',
    route(async (req, res) => {
      const query = readQuery(req, uncertaintyQuery)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const { wait, band: bandSigmas, only, ...asked } = query.value
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'uncertainty',
        key: `uncertainty ${bandSigmas} ${only} ${measuring.keyOf(study.value, asked)}`,
        waitSeconds: wait,
        run: (work) =>
          engine.run('uncertainty-study', { study: study.value, paths, request: { ...asked, bandSigmas, only } }, work),
        reply: (json) => ({ json }),
      })
    }),
  )
  router.get(
    '/unattributed',
    route(async (req, res) => {
      const query = readQuery(req, unattributedQuery)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const { wait, band: bandSigmas, ...asked } = query.value
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'unattributed',
        key: `unattributed ${bandSigmas} ${measuring.keyOf(study.value, asked)}`,
        waitSeconds: wait,
        run: (work) =>
          engine.run('unattributed-study', { study: study.value, paths, request: { ...asked, bandSigmas } }, work),
        reply: (collection) => ({ bytes: JSON.stringify(collection), type: 'application/geo+json' }),
      })
    }),
  )
  return router
}
