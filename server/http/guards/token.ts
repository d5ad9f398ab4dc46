import { createHash, timingSafeEqual } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { problem } from '../../../core/result/problem.ts'
import { questionOf, searchOf } from '../exchange/question-of.ts'
import { sendProblem } from '../exchange/problem-document.ts'

const cookieName = 'basilia'

/**
 * Lets in who has the token: as `Authorization: Bearer`, as the cookie, or once as `?token=` of the page, which sets the
 * cookie and leaves the address. `/healthz` tells nothing and is open. Without a token everybody is let in.
 */
export function onlyWithToken(token: string | null) {
  if (token === null) return (_req: Request, _res: Response, next: NextFunction): void => next()
  // A cookie that leaks does not tell the token.
  const cookie = hashOf(`cookie of ${token}`)
  return (req: Request, res: Response, next: NextFunction): void => {
    const [, bearer] = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '') ?? []
    const given = req.path === '/' && req.method === 'GET' ? req.query['token'] : undefined
    if (typeof given === 'string' && isSame(given, token)) {
      const secure = req.headers['x-forwarded-proto'] === 'https' ? '; Secure' : ''
      res.setHeader('set-cookie', `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict${secure}`)
      res.setHeader('cache-control', 'no-store')
      res.redirect(303, withoutToken(req.originalUrl))
    } else if (
      req.path === '/healthz' ||
      (bearer !== undefined && isSame(bearer, token)) ||
      cookiesOf(req).some((own) => isSame(own, cookie))
    ) {
      next()
    } else {
      res.setHeader('www-authenticate', 'Bearer realm="basilia"')
      sendProblem(req, res, problem('token-needed'))
    }
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** In a time that tells nothing of where they differ. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)))

const cookiesOf = ({ headers }: Request): string[] =>
  (headers.cookie ?? '').split(';').flatMap((pair) => {
    const [name, value] = pair.trim().split('=')
    return name === cookieName && value !== undefined ? [value] : []
  })

/** The page of this server, whatever the address begins with. */
function withoutToken(address: string): string {
  const searchParams = questionOf(address)
  searchParams.delete('token')
  return `/${searchOf(searchParams)}`
}
