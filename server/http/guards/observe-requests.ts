import type { NextFunction, Request, Response } from 'express'
import type { Metrics } from '../exchange/keep-metrics.ts'
import { problemCodeOf } from '../exchange/problem-document.ts'
import { requestIdOf } from '../exchange/request-id.ts'
import type { ServerLog } from '../exchange/server-log.ts'

/** Tells log and metrics of every request once its answer has ended, or its sender has gone. */
export function observeRequests(log: ServerLog, metrics: Metrics) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const began = performance.now()
    const bytesBefore = req.socket.bytesWritten
    // What handles the request may take its address apart.
    const { method, path } = req
    res.once('close', () => {
      const ms = performance.now() - began
      const { statusCode: status } = res
      const route = (req.route as { readonly path?: string } | undefined)?.path ?? 'other'
      metrics.request(method, route, status, ms / 1000)
      log.request({
        id: requestIdOf(req),
        method,
        path,
        status,
        ms: Math.round(ms),
        bytes: req.socket.bytesWritten - bytesBefore,
        code: problemCodeOf(res),
        ...(res.writableFinished ? {} : { cut: true }),
      })
    })
    next()
  }
}
