import { z } from 'zod'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { jobDocument } from '../exchange/answer-or-job.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, file, json } from './endpoint.ts'

const params = { id: z.uuid() }

/** How far long work is, what came of it, and stopping it. */
export const jobEndpoints = [
  endpoint(
    { method: 'get', path: '/api/jobs/{id}', summary: 'How far a job is', params, answers: { 200: json(jobSchema) } },
    async ({ services: { jobs }, part }) => {
      const job = jobs.find(part('id'))
      return job.ok ? done({ json: jobDocument(job.value) }) : job
    },
  ),
  endpoint(
    { method: 'delete', path: '/api/jobs/{id}', summary: 'Cancels a job', params, answers: { 200: json(jobSchema) } },
    async ({ services: { jobs }, part }) => {
      const job = await jobs.cancel(part('id'))
      return job.ok ? done({ json: jobDocument(job.value) }) : job
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/jobs/{id}/result',
      summary: 'The file or JSON a job made',
      params,
      answers: { 200: file('*/*') },
    },
    async ({ services: { jobs }, part }) => {
      const job = jobs.find(part('id'))
      if (!job.ok) return job
      const { id, state, value } = job.value
      return value ? done(value) : refused(problem('job-not-done', { id, state }))
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/jobs/{id}/events',
      summary: 'The states of a job as they come, as server-sent events',
      params,
      answers: { 200: file('text/event-stream') },
    },
    async ({ services: { jobs }, res, part }) => {
      const id = part('id')
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
    },
  ),
]
