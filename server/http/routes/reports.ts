import { reportFormats, type ReportFormat } from '../../../core/options/report-options.ts'
import { reportQuery } from '../../../core/options/queries.ts'
import { readToPrint } from '../loading/read-to-print.ts'
import { layerPaths } from '../loading/measuring.ts'
import { answerOrJob, fileReply } from '../exchange/answer-or-job.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, filesOf, json } from './endpoint.ts'
import { comparisonStudies } from './comparison-studies.ts'

export const reportEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/studies/{id}/report.{format}',
    summary: 'The report',
    query: reportQuery,
    formats: filesOf<ReportFormat>(reportFormats),
    answers: { 202: json(jobSchema) },
  },
  async ({ services: { store, runner, jobs, measuring }, res, part, format, query }) => {
    const study = await readToPrint(store, part('id'))
    if (!study.ok) return study
    const { lang: language, standard, published, style, with: named, wait, ...requested } = query
    const others = await comparisonStudies(store, study.value, named)
    if (!others.ok) return others
    const paths = await layerPaths(store, study.value)
    const report = { format, language, standard, published, style, measuring: requested }
    const studies = [study.value, ...others.value.map((other) => other.study)]
    return answerOrJob(jobs, res, {
      kind: 'report',
      key: `report ${JSON.stringify([report, study.value.publication])} ${studies.map((own) => measuring.keyOf(own, requested)).join(' ')}`,
      waitSeconds: wait,
      run: (work) => runner.run('make-report', { study: study.value, paths, others: others.value, report }, work),
      reply: ({ bytes, type, name }) => fileReply(bytes, type, name),
    })
  },
)
