import { requestedDay } from '../../../core/model/requested-day.ts'
import { publishedQuery } from '../../../core/options/queries.ts'
import { done } from '../../../core/result/outcome.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { publishedAnswerSchema } from '../../../core/compare/comparison-answer.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'

export const publishedEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/studies/{id}/published',
    summary: 'Every figure that a source prints, set against what the layers give',
    query: publishedQuery,
    answers: { 200: json(publishedAnswerSchema), 202: json(jobSchema) },
  },
  async ({ services: { store, runner, jobs, measuring }, res, part, query: { at, draws, seed, wait } }) => {
    const study = await store.read(part('id'))
    if (!study.ok) return study
    const day = requestedDay(study.value, at)
    if (!day.ok) return day
    const paths = await layerPaths(store, study.value)
    return answerOrJob(jobs, res, {
      kind: 'published',
      key: `published ${measuring.keyOf(study.value, { at, draws, seed })}`,
      waitSeconds: wait,
      run: async (work) => {
        const rows = await runner.run(
          'published-study',
          { study: study.value, paths, at: day.value, draws, seed },
          work,
        )
        return rows.ok ? done({ published: rows.value }) : rows
      },
      reply: (value) => ({ json: value }),
    })
  },
)
