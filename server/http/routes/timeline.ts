import { timelineQuery } from '../../../core/options/queries.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { timelineSchema } from '../../../core/timeline/timeline-answer.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'

export const timelineEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/studies/{id}/timeline',
    summary: 'The measurement of every date, and what changed between the snapshots',
    query: timelineQuery,
    answers: { 200: json(timelineSchema), 202: json(jobSchema) },
  },
  async ({ services: { store, runner, jobs, measuring }, res, part, query }) => {
    const study = await store.read(part('id'))
    if (!study.ok) return study
    const { wait, from, to, sliverWidth, only, ...drawing } = query
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
      run: (work) => runner.run('timeline-study', { study: study.value, paths, request }, work),
      reply: (value) => ({ json: value }),
    })
  },
)
