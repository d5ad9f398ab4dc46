import { damageQuery, eventsQuery } from '../../../core/options/queries.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { damageReportSchema } from '../../../core/damage/damage-answer.ts'
import { eventReportSchema } from '../../../core/events/event-answer.ts'
import { endpoint, json } from './endpoint.ts'

/** What lists of damaged sites, and lists of events, say of the plan and its units. */
export const listEndpoints = [
  endpoint(
    {
      method: 'get',
      path: '/api/studies/{id}/damage',
      summary: 'Damaged sites by grade, image and unit, what is new, what was not assessed, and clusters',
      query: damageQuery,
      answers: { 200: json(damageReportSchema), 202: json(jobSchema) },
    },
    async ({ services: { store, runner, jobs, measuring }, res, part, query: { wait, ...request } }) => {
      const study = await store.read(part('id'))
      if (!study.ok) return study
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'damage',
        key: `damage ${request.cellM} ${request.least} ${measuring.keyOf(study.value, { at: request.at })}`,
        waitSeconds: wait,
        run: (work) => runner.run('damage-study', { study: study.value, paths, request }, work),
        reply: (value) => ({ json: value }),
      })
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/studies/{id}/events',
      summary: 'Lists of events: which are used or left out and why, their rule, and what other rules would give',
      query: eventsQuery,
      answers: { 200: json(eventReportSchema), 202: json(jobSchema) },
    },
    async ({ services: { store, runner, jobs, measuring }, res, part, query: { wait, ...request } }) => {
      const study = await store.read(part('id'))
      if (!study.ok) return study
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'events',
        key: `events ${measuring.keyOf(study.value, request)}`,
        waitSeconds: wait,
        run: (work) => runner.run('event-study', { study: study.value, paths, request }, work),
        reply: (value) => ({ json: value }),
      })
    },
  ),
]
