import { Router } from 'express'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { jobDocument } from '../exchange/answer-or-job.ts'
import { pathPart } from '../exchange/read-request.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** `/api/jobs`: how far long work is, what came of it, and stopping it. */
export function jobRoutes({ jobs }: Services): Router {
  const router = Router()

  router.get(
    '/:id',
    route(async (req) => {
      const job = jobs.find(pathPart(req, 'id'))
      return job.ok ? done({ json: jobDocument(job.value) }) : job
    }),
  )

  router.delete(
    '/:id',
    route(async (req) => {
      const job = await jobs.cancel(pathPart(req, 'id'))
      return job.ok ? done({ json: jobDocument(job.value) }) : job
    }),
  )

  router.get(
    '/:id/result',
    route(async (req) => {
      const job = jobs.find(pathPart(req, 'id'))
      if (!job.ok) return job
      const { id, state, value } = job.value
      return value ? done(value) : refused(problem('job-not-done', { id, state }))
    }),
  )

  router.get(
    '/:id/events',
    route(async (req, res) => {
      const id = pathPart(req, 'id')
      const job = jobs.find(id)
      if (!job.ok) return job
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      const tell = (now: typeof job.value): void => {
        res.write(`event: ${now.state}\ndata: ${JSON.stringify(jobDocument(now))}\n\n`)
        if (now.state !== 'queued' && now.state !== 'running') res.end()
      }
      const stop = jobs.watch(id, tell)
      res.on('close', stop)
      tell(job.value)
      return null
    }),
  )

  return router
}
