import { identifiedSchema } from '../../../core/measure/identify.ts'
import { identifyQuery } from '../../../core/options/queries.ts'
import { refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { layerPaths } from '../loading/measuring.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'

export const identifyEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/studies/{id}/identify',
    summary: 'What every layer says of one place on a day, with its sources',
    query: identifyQuery,
    answers: { 200: json(identifiedSchema), 202: json(jobSchema) },
  },
  async ({
    services: {
      store,
      runner,
      jobs,
      measuring,
      layerTiles: { folder },
    },
    res,
    part,
    query: { at, lon, lat, layer, outline, wait },
  }) => {
    const study = await store.read(part('id'))
    if (!study.ok) return study
    const request = { at, lon, lat, layer, outline }
    if (layer !== undefined && !study.value.layers.some(({ id }) => id === layer))
      return refused(problem('layer-not-found', { id: study.value.id, layer }))
    const paths = await layerPaths(store, study.value)
    return answerOrJob(jobs, res, {
      kind: 'identify',
      key: `identify ${measuring.keyOf(study.value, { at })} ${lon} ${lat} ${layer ?? ''} ${outline}`,
      waitSeconds: wait,
      run: (work) => runner.run('identify-place', { study: study.value, paths, folder, request }, work),
      reply: (value) => ({ json: value }),
    })
  },
)
