import { Router, text } from 'express'
import { correctedAreas } from '../../../core/uncertainty/corrected-areas.ts'
import { correctedCounts } from '../../../core/uncertainty/corrected-counts.ts'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { errorMatrixOf } from '../../import/tables/error-matrix.ts'
import { areaCorrectionQuery, countCorrectionQuery } from '../../../core/options/queries.ts'
import { pathPart, readQuery } from '../exchange/read-request.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'

/** Name of the matrix in what is said of it, for a body has none. */
const file = 'CSV'

/**
 * `POST /api/studies/:id/error-matrix`: a layer's areas corrected by the matrix in the body; `GET …/corrected-counts`: its
 * counts corrected by detection rates. Both are of the measurement that all else shows.
 */
export function correctionRoutes({ store, measuring }: Services): Router {
  const router = Router({ mergeParams: true })
  router.post(
    '/error-matrix',
    text({ type: ['text/csv', 'text/plain'], limit: '1mb' }),
    route(async (req) => {
      const query = readQuery(req, areaCorrectionQuery)
      if (!query.ok) return query
      if (typeof req.body !== 'string') {
        return refused(
          problem('media-type-unknown', { expected: 'text/csv', type: req.headers['content-type'] ?? '—' }),
        )
      }
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const matrix = errorMatrixOf(file, req.body)
      if (!matrix.ok) return matrix
      const { layer, at, sampling } = query.value
      const measured = await measuring.measure(study.value, { at, byFeature: false }, {})
      if (!measured.ok) return measured
      const corrected = correctedAreas(study.value, measured.value, layer, file, matrix.value, sampling)
      return corrected.ok ? done({ json: corrected.value }) : corrected
    }),
  )
  router.get(
    '/corrected-counts',
    route(async (req) => {
      const query = readQuery(req, countCorrectionQuery)
      if (!query.ok) return query
      const study = await store.read(pathPart(req, 'id'))
      if (!study.ok) return study
      const { layer, at, ...rates } = query.value
      const measured = await measuring.measure(study.value, { at, byFeature: false }, {})
      if (!measured.ok) return measured
      const counts = correctedCounts(measured.value, layer, rates)
      return counts.ok ? done({ json: { layer, interval: 'Wilson, MOVER', counts: counts.value } }) : counts
    }),
  )
  return router
}
