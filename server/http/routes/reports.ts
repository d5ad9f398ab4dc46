import { reportFormats, type ReportFormat } from '../../../core/options/report-options.ts'
import { reportQuery } from '../../../core/options/queries.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob, fileReply } from '../exchange/answer-or-job.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, filesOf, json } from './endpoint.ts'
import { studiesBeside } from './studies-beside.ts'

export const reportEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/studies/{id}/report.{format}',
    summary: 'The report',
    query: reportQuery,
    formats: filesOf<ReportFormat>(reportFormats),
    answers: { 202: json(jobSchema) },
  },
  async ({ services: { store, engine, jobs, measuring }, res, part, format, query }) => {
    const study = await store.read(part('id'))
    if (!study.ok) return study
    const { lang: language, standard, with: named, wait, ...asked } = query
    const others = await studiesBeside(store, study.value, named)
    if (!others.ok) return others
    const paths = await layerPaths(store, study.value)
    const report = { format, language, standard, measuring: asked }
    const studies = [study.value, ...others.value.map((other) => other.study)]
    return answerOrJob(jobs, res, {
      kind: 'report',
      key: `report ${JSON.stringify(report)} ${studies.map((own) => measuring.keyOf(own, asked)).join(' ')}`,
      waitSeconds: wait,
      run: (work) => engine.run('make-report', { study: study.value, paths, others: others.value, report }, work),
      reply: ({ bytes, type, name }) => fileReply(bytes, type, name),
    })
  },
)
