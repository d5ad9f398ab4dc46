import type { Study } from '../../../core/model/study.ts'
import { compareQuery } from '../../../core/options/queries.ts'
import { compareMeasured, type Comparing } from '../../usecases/compare-measured.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { comparisonSchema, type SkippedStudy } from '../../../core/compare/comparison-answer.ts'
import { absentStudy, precedentsBeside } from '../../../core/compare/skipped-study.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'

export const comparisonEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/compare',
    summary: 'The same measures of several studies',
    query: compareQuery,
    answers: { 200: json(comparisonSchema), 202: json(jobSchema) },
  },
  async ({ services: { store, runner, jobs, measuring }, res, query }) => {
    const { studies: ids, precedents, wait, ...request } = query
    const studies: Study[] = []
    for (const id of ids) {
      const study = await store.read(id)
      if (!study.ok) return study
      studies.push(study.value)
    }
    const absent: SkippedStudy[] = []
    for (const id of precedents ? precedentsBeside(studies) : []) {
      const study = await store.read(id)
      if (study.ok) studies.push(study.value)
      else absent.push(absentStudy(id, study.problem))
    }
    const comparing: Comparing = {
      measure: (...requested) => measuring.measure(...requested),
      publish: async (study, at, drawing, work) =>
        runner.run('published-study', { study, paths: await layerPaths(store, study), at, ...drawing }, work),
    }
    return answerOrJob(jobs, res, {
      kind: 'comparison',
      key: `compare ${JSON.stringify(absent)} ${studies.map((study) => measuring.keyOf(study, request)).join(' ')}`,
      waitSeconds: wait,
      run: (work) => compareMeasured(studies, request, comparing, work, absent),
      reply: (value) => ({ json: value }),
    })
  },
)
