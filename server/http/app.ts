import express, { type ErrorRequestHandler, type Express } from 'express'
import { done } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { version } from '../../core/result/version.ts'
import { isDiskFull, type ReportBug } from './exchange/faults.ts'
import { onlyAllowedHosts } from './guards/allowed-host.ts'
import { limitRate } from './guards/rate-limit.ts'
import { onlySameOrigin } from './guards/same-origin.ts'
import { securityHeaders } from './guards/security-headers.ts'
import { pageFolder } from '../config/project-root.ts'
import { baseMapRoutes } from './routes/base-map.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { comparisonRoutes } from './routes/comparison.ts'
import { crossTableRoutes } from './routes/cross-table.ts'
import { exportRoutes } from './routes/exports.ts'
import { jobRoutes } from './routes/job-routes.ts'
import { layerRoutes } from './routes/layers.ts'
import { listRoutes } from './routes/lists.ts'
import { measurementRoutes } from './routes/measurement.ts'
import { openApiRoutes } from './open-api.ts'
import { pageRoutes } from './routes/page.ts'
import { sendProblem } from './exchange/problem-document.ts'
import { route } from './exchange/reply.ts'
import { giveRequestId, requestIdOf } from './exchange/request-id.ts'
import type { Services } from './routes/services.ts'
import { publishedRoutes } from './routes/published.ts'
import { reportRoutes } from './routes/reports.ts'
import { sheetRoutes } from './routes/sheets.ts'
import { studyRoutes } from './routes/studies.ts'
import { timelineRoutes } from './routes/timeline.ts'
import { uncertaintyRoutes } from './routes/uncertainty.ts'

const bodyLimit = '20mb'

/** The whole HTTP interface: guards first, then the API, then the page, then what is not there. */
export function createApp(services: Services, reportBug: ReportBug): Express {
  const { config, store } = services
  const app = express()
  app.disable('x-powered-by').set('etag', false).set('query parser', 'simple')
  app.use(
    giveRequestId,
    securityHeaders(),
    onlyAllowedHosts(config.host),
    onlySameOrigin,
    limitRate(config.ratePerMinute),
  )

  app.get(
    '/healthz',
    route(async () => done({ json: { status: 'ok', version, store: store.kind } })),
  )
  app.use('/api', express.json({ limit: bodyLimit }))
  app.use('/api/openapi.json', openApiRoutes())
  app.use('/api/studies', studyRoutes(services))
  app.use('/api/studies/:id/layers', layerRoutes(services))
  app.use('/api/studies/:id/measurement', measurementRoutes(services))
  app.use('/api/studies/:id/timeline', timelineRoutes(services))
  app.use('/api/studies/:id/cross-table', crossTableRoutes(services))
  app.use('/api/studies/:id/published', publishedRoutes(services))
  app.use('/api/studies/:id', uncertaintyRoutes(services), correctionRoutes(services))
  app.use('/api/studies/:id', listRoutes(services))
  app.use('/api/studies/:id', sheetRoutes(services), reportRoutes(services), exportRoutes(services))
  app.use('/api/compare', comparisonRoutes(services))
  app.use('/api/jobs', jobRoutes(services))
  app.use('/api/base-map', baseMapRoutes(services))
  app.use(pageRoutes(pageFolder))

  app.use((req, res) => sendProblem(req, res, problem('address-not-found', { path: req.path, method: req.method })))
  app.use(answerErrors(reportBug))
  return app
}

type HttpError = Error & { readonly type?: string; readonly status?: number; readonly statusCode?: number }

const answerErrors =
  (reportBug: ReportBug): ErrorRequestHandler =>
  (error: HttpError, req, res, next) => {
    if (res.headersSent) return next(error)
    const status = error.status ?? error.statusCode ?? 500
    if (error.type === 'entity.parse.failed') sendProblem(req, res, problem('body-not-json', { reason: error.message }))
    else if (error.type === 'entity.too.large') sendProblem(req, res, problem('body-too-large', { limit: bodyLimit }))
    else if (error.type === 'encoding.unsupported' || error.type === 'charset.unsupported') {
      const type = req.headers['content-type'] ?? '—'
      sendProblem(req, res, problem('media-type-unknown', { expected: 'application/json; charset=utf-8', type }))
    } else if (status >= 400 && status < 500) {
      sendProblem(req, res, problem('address-not-found', { path: req.path, method: req.method }))
    } else if (isDiskFull(error)) sendProblem(req, res, problem('disk-full'))
    else {
      reportBug(error, requestIdOf(req))
      sendProblem(req, res, problem('internal', { requestId: requestIdOf(req) }))
    }
  }
