import { extname, join } from 'node:path'
import compression from 'compression'
import express, { Router, type RequestHandler } from 'express'

const kept = { immutable: true, maxAge: '1y', index: false } as const
const packing = '.br'

/**
 * The page as it was built: its files are named by their content and kept for a year, the page itself is asked for anew. What is
 * text goes out as it was packed when the page was built, or is packed on its way.
 */
export function pageRoutes(folder: string): Router {
  const router = Router()
  const assets = join(folder, 'assets')
  router.use('/assets', packedBefore(assets))
  router.use(compression())
  router.use('/assets', express.static(assets, kept))
  router.use(express.static(folder, { setHeaders: (res) => res.setHeader('cache-control', 'no-cache') }))
  return router
}

/** The packed form of a file, for who can unpack it. */
function packedBefore(folder: string): RequestHandler {
  const files = express.static(folder, {
    ...kept,
    setHeaders(res, path) {
      res.type(extname(path.slice(0, -packing.length)))
      res.setHeader('content-encoding', 'br')
      res.vary('accept-encoding')
    },
  })
  return (req, res, next) => {
    const { url } = req
    const [path = '', ...query] = url.split('?')
    if (path.endsWith(packing) || req.acceptsEncodings('br') === false) return next()
    req.url = [path + packing, ...query].join('?')
    files(req, res, (error) => {
      req.url = url
      next(error)
    })
  }
}
