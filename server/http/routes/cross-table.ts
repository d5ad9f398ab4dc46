import { crossTable, crossTableSchema } from '../../../core/measure/cross-table.ts'
import { crossTableQuery } from '../../../core/options/queries.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'

export const crossTableEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/studies/{id}/cross-table',
    summary: 'One to three measured layers against each other: every cell, and totals that add up to the plan',
    query: crossTableQuery,
    answers: { 200: json(crossTableSchema), 202: json(jobSchema) },
  },
  async ({ services: { store, jobs, measuring }, res, part, query: { wait, layers, by, ...requested } }) => {
    const study = await store.read(part('id'))
    if (!study.ok) return study
    return answerOrJob(jobs, res, {
      kind: 'cross-table',
      key: `cross ${JSON.stringify(layers)} ${by} ${measuring.keyOf(study.value, requested)}`,
      waitSeconds: wait,
      run: async (work) => {
        const measured = await measuring.measure(study.value, requested, work)
        return measured.ok ? crossTable(study.value, measured.value, layers, by) : measured
      },
      reply: (value) => ({ json: value }),
    })
  },
)
