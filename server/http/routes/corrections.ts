import { z } from 'zod'
import { areaCorrectionQuery, countCorrectionQuery } from '../../../core/options/queries.ts'
import { correctedAreas } from '../../../core/uncertainty/corrected-areas.ts'
import { correctedCounts, correctedCountsSchema } from '../../../core/uncertainty/corrected-counts.ts'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { errorMatrixOf } from '../../import/tables/error-matrix.ts'
import { areaEstimateSchema } from '../../../core/uncertainty/error-matrix.ts'
import { endpoint, json } from './endpoint.ts'

/** Name of the matrix in what is said of it, for a body has none. */
const file = 'CSV'

/** Both correct the measurement that all else shows. */
export const correctionEndpoints = [
  endpoint(
    {
      method: 'post',
      path: '/api/studies/{id}/error-matrix',
      summary: 'The areas of a layer corrected by an error matrix in CSV, with 95 % intervals',
      query: areaCorrectionQuery,
      body: { type: 'text/csv', schema: z.string() },
      answers: { 200: json(areaEstimateSchema) },
    },
    async ({ services: { store, measuring }, req, part, query: { layer, at, sampling } }) => {
      if (typeof req.body !== 'string') {
        return refused(
          problem('media-type-unknown', { expected: 'text/csv', type: req.headers['content-type'] ?? '—' }),
        )
      }
      const study = await store.read(part('id'))
      if (!study.ok) return study
      const matrix = errorMatrixOf(file, req.body)
      if (!matrix.ok) return matrix
      const measured = await measuring.measure(study.value, { at, byFeature: false }, {})
      if (!measured.ok) return measured
      const corrected = correctedAreas(study.value, measured.value, layer, file, matrix.value, sampling)
      return corrected.ok ? done({ json: corrected.value }) : corrected
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/studies/{id}/corrected-counts',
      summary: 'The counts of a layer of points corrected by detection rates, with binomial 95 % intervals',
      query: countCorrectionQuery,
      answers: { 200: json(correctedCountsSchema) },
    },
    async ({ services: { store, measuring }, part, query: { layer, at, ...rates } }) => {
      const study = await store.read(part('id'))
      if (!study.ok) return study
      const measured = await measuring.measure(study.value, { at, byFeature: false }, {})
      if (!measured.ok) return measured
      const counts = correctedCounts(measured.value, layer, rates)
      return counts.ok ? done({ json: { layer, interval: 'Wilson, MOVER', counts: counts.value } }) : counts
    },
  ),
]
