import { measurementQuery } from '../../../core/options/queries.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { measurementSchema } from '../../../core/model/measurement.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'

export const measurementEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/studies/{id}/measurement',
    summary: 'The areas of every class and combination inside the plan',
    query: measurementQuery,
    answers: { 200: json(measurementSchema), 202: json(jobSchema) },
  },
  async ({ services: { store, jobs, measuring }, res, part, query }) => {
    const study = await store.read(part('id'))
    if (!study.ok) return study
    const { wait, above, correlations, ...requested } = query
    const request = {
      ...requested,
      ...(above === undefined ? {} : { aboveM2: above }),
      ...(correlations ? { correlations } : {}),
    }
    return answerOrJob(jobs, res, {
      kind: 'measurement',
      key: measuring.keyOf(study.value, request),
      waitSeconds: wait,
      run: (work) => measuring.measure(study.value, request, work),
      reply: (value) => ({ json: value }),
    })
  },
)
