import { join } from 'node:path'
import express, { Router } from 'express'

/** The page as it was built: its files are named by their content and kept for a year, the page itself is asked for anew. */
export function pageRoutes(folder: string): Router {
  const router = Router()
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }))
  router.use(express.static(folder, { setHeaders: (res) => res.setHeader('cache-control', 'no-cache') }))
  return router
}
