import { z } from 'zod'
import { baseMapQuery } from '../../../core/options/queries.ts'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { whileWanted } from '../exchange/while-wanted.ts'
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
      summary: 'A base map that can be chosen, whose it is, and the files that can be chosen too',
      query: baseMapQuery,
      answers: { 200: json(baseMapAnswerSchema) },
    },
    async ({ services: { baseMaps }, query }) => {
      const found = await baseMaps.describe(baseMaps.wanted(query.baseMap, query.baseMapCredit))
      return found.ok ? done({ json: { baseMap: found.value, files: await baseMaps.files() } }) : found
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/base-map/{z}/{x}/{y}.png',
      summary: 'A tile of the base map',
      params,
      query: baseMapQuery,
      answers: { 200: file('image/png') },
    },
    async ({ req, res, services: { baseMaps }, query }) => {
      const absent = refused(problem('address-not-found', { path: req.path, method: req.method }))
      const tile = z.object(params).safeParse(req.params)
      if (!tile.success) return absent
      const { z: zoom, x, y } = tile.data
      const wanted = baseMaps.wanted(query.baseMap, query.baseMapCredit)
      const answer = await baseMaps.tile(wanted, { zoom, x, y }, whileWanted(res))
      if (!answer.ok) return answer
      if (!answer.value) return absent
      return done({ ...answer.value, headers: { 'cache-control': 'private, max-age=86400' } })
    },
  ),
]
