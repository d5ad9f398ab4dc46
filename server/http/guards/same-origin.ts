import type { NextFunction, Request, Response } from 'express'
import { problem } from '../../../core/result/problem.ts'
import { sendProblem } from '../exchange/problem-document.ts'

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Takes changes from this server's own page and from programs (which send no Origin), never from another page. Another
 * site's page may not even ask, since an answer costs work whether its page may read it or not; it may link to the page.
 */
export function onlySameOrigin(req: Request, res: Response, next: NextFunction): void {
  const { origin, host } = req.headers
  const site = req.headers['sec-fetch-site']
  // What the browser says of the site holds behind a proxy too, where the name in the address is another than ours.
  const isForeign =
    site === undefined
      ? origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
      : site !== 'same-origin' && site !== 'none'
  const isRead = readingMethods.has(req.method) && (site !== 'cross-site' || isLinkToPage(req))
  if (isRead || !isForeign) next()
  else sendProblem(req, res, problem('origin-not-allowed', { origin: origin ?? String(site) }))
}

const isLinkToPage = ({ path, headers }: Request): boolean =>
  path === '/' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
