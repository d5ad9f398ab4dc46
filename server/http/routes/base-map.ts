import { Router } from 'express'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { openBaseMap, type BaseMap } from '../../base-map/base-map.ts'
import { route } from '../exchange/reply.ts'
import type { Services } from './services.ts'

const tileSchema = z.strictObject({
  z: z.coerce.number().int().min(0).max(22),
  x: z.coerce.number().int().min(0).max(4_194_303),
  y: z.coerce.number().int().min(0).max(4_194_303),
})

/**
 * `/api/base-map`: whose the base map is, if there is one, and how deep it goes. `/api/base-map/{z}/{x}/{y}.png`: its
 * tiles, from a file or fetched by this server when the page asks for them, which it does only while the reader has
 * chosen the base map. Beside a sheet that was asked to have it under its map, nothing else in the software asks the
 * outside world.
 */
export function baseMapRoutes({ config }: Services): Router {
  let opened: Outcome<BaseMap | null> | null = null
  // A file that could not be read is tried again, because it may lie on a disk that is plugged in later.
  const baseMap = async (): Promise<Outcome<BaseMap | null>> =>
    (opened = opened?.ok ? opened : await openBaseMap(config.baseMap))
  const router = Router()
  router.get(
    '/',
    route(async () => {
      const found = await baseMap()
      if (!found.ok) return found
      if (!found.value) return done({ json: { baseMap: null } })
      const { name, host, minZoom, maxZoom } = found.value
      return done({ json: { baseMap: { name, host, minZoom, maxZoom } } })
    }),
  )
  router.get(
    '/:z/:x/:y.png',
    route(async (req) => {
      const tile = tileSchema.safeParse(req.params)
      const found = await baseMap()
      if (!found.ok) return found
      if (!found.value || !tile.success)
        return refused(problem('address-not-found', { path: req.path, method: req.method }))
      const { z: zoom, x, y } = tile.data
      const answer = await found.value.tile(zoom, x, y)
      if (!answer.ok) return answer
      return done({ ...answer.value, headers: { 'cache-control': 'private, max-age=86400' } })
    }),
  )
  return router
}
