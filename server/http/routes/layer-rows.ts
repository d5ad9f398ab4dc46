import { attributeRowsSchema } from '../../../core/tiles/attribute-table.ts'
import { rowsQuery } from '../../../core/options/queries.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { findLayer } from '../loading/load-layer.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'

export const layerRowsEndpoint = endpoint(
  {
    method: 'get',
    path: '/api/studies/{id}/layers/{layer}/rows',
    summary: 'Rows of a layer’s attributes, sorted and filtered, and where a feature stands among them',
    query: rowsQuery,
    answers: { 200: json(attributeRowsSchema), 202: json(jobSchema) },
  },
  async ({
    services: {
      store,
      runner,
      jobs,
      layerTiles: { folder },
    },
    res,
    part,
    query: { wait, ...rows },
  }) => {
    const found = await findLayer(store, part('id'), part('layer'))
    if (!found.ok) return found
    const { study, layer } = found.value
    const path = await store.layerPath(study, layer.file)
    return answerOrJob(jobs, res, {
      kind: 'rows',
      key: `rows ${study.id} ${layer.id} ${study.revision} ${JSON.stringify(rows)}`,
      waitSeconds: wait,
      run: (work) =>
        runner.run('rows-of-layer', { study, layer, path, paths: { [layer.id]: path }, folder, rows }, work),
      reply: (value) => ({ json: value }),
    })
  },
)
