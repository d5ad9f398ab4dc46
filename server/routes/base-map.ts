import { Router } from 'express'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import { version } from '../../core/version.ts'
import { route, type Reply } from './reply.ts'
import type { Services } from './services.ts'

const longestMs = 10_000
const largestTileBytes = 2_000_000

const tileSchema = z.strictObject({
  z: z.coerce.number().int().min(0).max(22),
  x: z.coerce.number().int().min(0).max(4_194_303),
  y: z.coerce.number().int().min(0).max(4_194_303),
})

/**
 * `/api/base-map/{z}/{x}/{y}.png`: tiles of the online base map, fetched by this server when the page asks for them,
 * which it does only while the reader has chosen the base map. Beside a sheet that was asked to have it under its map,
 * nothing else in the software asks the outside world.
 */
export function baseMapRoutes({ config }: Services): Router {
  const router = Router()
  router.get(
    '/:z/:x/:y.png',
    route(async (req) => {
      const tile = tileSchema.safeParse(req.params)
      if (config.baseMap === 'none' || !tile.success) {
        return refused(problem('address-not-found', { path: req.path, method: req.method }))
      }
      const { z: zoom, x, y } = tile.data
      const address = config.baseMap.replace('{z}', String(zoom)).replace('{x}', String(x)).replace('{y}', String(y))
      return fetchTile(address)
    }),
  )
  return router
}

async function fetchTile(address: string): Promise<Outcome<Reply>> {
  const host = new URL(address).host
  try {
    const answer = await fetch(address, {
      headers: { 'user-agent': `basilia-overlay/${version}` },
      signal: AbortSignal.timeout(longestMs),
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const type = answer.headers.get('content-type') ?? ''
    if (!answer.ok || !/^image\/(png|jpeg|webp)$/.test(type) || bytes.length > largestTileBytes) {
      return refused(problem('base-map-unusable', { host, reason: `${answer.status} ${type}` }))
    }
    return done({ bytes, type, headers: { 'cache-control': 'private, max-age=86400' } })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refused(problem('base-map-unusable', { host, reason }))
  }
}
