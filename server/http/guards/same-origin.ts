import type { NextFunction, Request, Response } from 'express'
import { problem } from '../../../core/result/problem.ts'
import { sendProblem } from '../exchange/problem-document.ts'

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Takes changes from this server's own page and from programs (which send no Origin), never from another page. */
export function onlySameOrigin(req: Request, res: Response, next: NextFunction): void {
  const { origin, host } = req.headers
  const site = req.headers['sec-fetch-site']
  const isForeign =
    (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  if (readingMethods.has(req.method) || !isForeign) next()
  else sendProblem(req, res, problem('origin-not-allowed', { origin: origin ?? String(site) }))
}
