import { unattributedQuery, uncertaintyQuery } from '../../../core/options/queries.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { uncertaintySchema } from '../../../core/uncertainty/uncertainty.ts'
import { endpoint, file, json } from './endpoint.ts'

export const uncertaintyEndpoints = [
  endpoint(
    {
      method: 'get',
      path: '/api/studies/{id}/uncertainty',
      summary: 'How sure the areas are: estimate, draws, bounds, contributions, sensitivity',
      query: uncertaintyQuery,
      answers: { 200: json(uncertaintySchema), 202: json(jobSchema) },
    },
    async ({ services: { store, runner, jobs, measuring }, res, part, query }) => {
      const study = await store.read(part('id'))
      if (!study.ok) return study
      const { wait, band: bandSigmas, only, ...requested } = query
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'uncertainty',
        key: `uncertainty ${bandSigmas} ${only} ${measuring.keyOf(study.value, requested)}`,
        waitSeconds: wait,
        run: (work) =>
          runner.run(
            'uncertainty-study',
            { study: study.value, paths, request: { ...requested, bandSigmas, only } },
            work,
          ),
        reply: (value) => ({ json: value }),
      })
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/studies/{id}/unattributed',
      summary: 'The ground that each layer cannot attribute at its accuracy, as polygons',
      query: unattributedQuery,
      answers: { 200: file('application/geo+json'), 202: json(jobSchema) },
    },
    async ({ services: { store, runner, jobs, measuring }, res, part, query }) => {
      const study = await store.read(part('id'))
      if (!study.ok) return study
      const { wait, band: bandSigmas, ...requested } = query
      const paths = await layerPaths(store, study.value)
      return answerOrJob(jobs, res, {
        kind: 'unattributed',
        key: `unattributed ${bandSigmas} ${measuring.keyOf(study.value, requested)}`,
        waitSeconds: wait,
        run: (work) =>
          runner.run('unattributed-study', { study: study.value, paths, request: { ...requested, bandSigmas } }, work),
        reply: (collection) => ({ bytes: JSON.stringify(collection), type: 'application/geo+json' }),
      })
    },
  ),
]
