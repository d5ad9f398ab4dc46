import { z } from 'zod'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { baseMapAnswerSchema } from '../schemas/answer-schemas.ts'
import { endpoint, file, json } from './endpoint.ts'

const params = {
  z: z.coerce.number().int().min(0).max(22),
  x: z.coerce.number().int().min(0).max(4_194_303),
  y: z.coerce.number().int().min(0).max(4_194_303),
}

/**
 * Whose the base map is, if there is one, and how deep it goes; and its tiles, from a file or fetched by this server when
 * the page asks for them, which it does only while the reader has chosen the base map. Beside a sheet that was asked to
 * have it under its map, nothing else in the software asks the outside world.
 */
export const baseMapEndpoints = [
  endpoint(
    {
      method: 'get',
      path: '/api/base-map',
      summary: 'The base map that can be chosen, and whose it is',
      answers: { 200: json(baseMapAnswerSchema) },
    },
    async ({ services: { baseMap } }) => {
      const found = await baseMap()
      if (!found.ok) return found
      if (!found.value) return done({ json: { baseMap: null } })
      const { name, host, minZoom, maxZoom } = found.value
      return done({ json: { baseMap: { name, host, minZoom, maxZoom } } })
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/base-map/{z}/{x}/{y}.png',
      summary: 'A tile of the base map',
      params,
      answers: { 200: file('image/png') },
    },
    async ({ req, services: { baseMap } }) => {
      const tile = z.object(params).safeParse(req.params)
      const found = await baseMap()
      if (!found.ok) return found
      if (!found.value || !tile.success)
        return refused(problem('address-not-found', { path: req.path, method: req.method }))
      const { z: zoom, x, y } = tile.data
      const answer = await found.value.tile(zoom, x, y)
      if (!answer.ok) return answer
      return done({ ...answer.value, headers: { 'cache-control': 'private, max-age=86400' } })
    },
  ),
]
