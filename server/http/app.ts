import express, { type ErrorRequestHandler, type Express } from 'express'
import { problem } from '../../core/result/problem.ts'
import { storageProblem } from '../database/database-problem.ts'
import type { ServerLog } from './exchange/server-log.ts'
import { answerInTime } from './guards/answer-in-time.ts'
import { onlyAllowedHosts } from './guards/allowed-host.ts'
import { refuseStalledBodies } from './guards/broken-requests.ts'
import { refuseOtherMethods } from './guards/known-methods.ts'
import { observeRequests } from './guards/observe-requests.ts'
import { limitRate } from './guards/rate-limit.ts'
import { onlySameOrigin } from './guards/same-origin.ts'
import { securityHeaders } from './guards/security-headers.ts'
import { onlyWithToken } from './guards/token.ts'
import { pageFolder } from '../config/project-root.ts'
import { endpoints } from './endpoints.ts'
import { pageRoutes } from './routes/page.ts'
import { sendProblem } from './exchange/problem-document.ts'
import { giveRequestId, requestIdOf } from './exchange/request-id.ts'
import type { Services } from './routes/services.ts'

const bodyLimit = '20mb'

/** The whole HTTP interface: guards first, then the API, then the page, then what is not there. */
export function createApp(services: Services, log: ServerLog): Express {
  const { config } = services
  const app = express()
  app.disable('x-powered-by').set('etag', false).set('query parser', 'simple')
  app.use(
    giveRequestId,
    observeRequests(log, services.metrics),
    securityHeaders(),
    onlyAllowedHosts(config.host),
    onlySameOrigin,
    limitRate(config.ratePerMinute),
    onlyWithToken(config.token),
    refuseStalledBodies,
    answerInTime(config.diskLimitS),
  )

  app.use('/api', express.json({ limit: bodyLimit, strict: false, type: ['application/json', 'application/geo+json'] }))
  const addresses = endpoints.map((own) => ({ ...own, path: own.path.replaceAll(/\{(\w+)\}/g, ':$1') }))
  for (const { method, path, handlers } of addresses) app[method](path, ...handlers(services))
  app.use(pageRoutes(pageFolder))
  app.use(refuseOtherMethods([...addresses, { method: 'get', path: '/' }]))

  app.use((req, res) => sendProblem(req, res, problem('address-not-found', { path: req.path, method: req.method })))
  app.use(answerErrors(log))
  return app
}

type HttpError = Error & { readonly type?: string; readonly status?: number; readonly statusCode?: number }

const answerErrors =
  (log: ServerLog): ErrorRequestHandler =>
  (error: HttpError, req, res, next) => {
    if (res.headersSent) return next(error)
    const status = error.status ?? error.statusCode ?? 500
    if (error.type === 'entity.parse.failed') sendProblem(req, res, problem('body-not-json', { reason: error.message }))
    else if (error.type === 'entity.too.large') sendProblem(req, res, problem('body-too-large', { limit: bodyLimit }))
    else if (error.type === 'encoding.unsupported' || error.type === 'charset.unsupported') {
      const type = req.headers['content-type'] ?? '—'
      sendProblem(req, res, problem('media-type-unknown', { expected: 'application/json; charset=utf-8', type }))
    } else if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) {
      // The body parser hands on what unpacking said.
      sendProblem(req, res, problem('body-not-json', { reason: error.message }))
    } else if (status >= 400 && status < 500) {
      sendProblem(req, res, problem('address-not-found', { path: req.path, method: req.method }))
    } else {
      const refusedByStorage = storageProblem(error)
      if (!refusedByStorage) log.bug(error, requestIdOf(req))
      sendProblem(req, res, refusedByStorage ?? problem('internal', { requestId: requestIdOf(req) }))
    }
  }
