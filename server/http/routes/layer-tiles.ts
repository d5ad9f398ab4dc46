import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { requestedDay } from '../../../core/model/requested-day.ts'
import { tileQuery, tilesQuery, waitingQuery } from '../../../core/options/queries.ts'
import { layerFieldsSchema } from '../../../core/tiles/layer-rows.ts'
import { tileDescriptionSchema } from '../../../core/tiles/tile-description.ts'
import { deepestZoom } from '../../../core/tiles/world.ts'
import { answerOrJob } from '../exchange/answer-or-job.ts'
import { whileWanted } from '../exchange/while-wanted.ts'
import { findLayer } from '../loading/load-layer.ts'
import type { WantedTiles } from '../loading/kept-tiles.ts'
import { jobSchema } from '../schemas/answer-schemas.ts'
import { endpoint, file, json } from './endpoint.ts'
import type { Services } from './services.ts'

const number = z.coerce.number().int().min(0)
const params = {
  z: number.max(deepestZoom),
  x: number.max(2 ** deepestZoom - 1),
  y: number.max(2 ** deepestZoom - 1),
}
const tileSchema = z.object(params).refine(({ z: zoom, x, y }) => x < 2 ** zoom && y < 2 ** zoom)

const tileType = 'application/vnd.mapbox-vector-tile'
const path = '/api/studies/{id}/layers/{layer}'

/** A layer in tiles, and what its fields hold: what the page asks of a layer that is too large to be sent whole. */
export const layerTileEndpoints = [
  endpoint(
    {
      method: 'get',
      path: `${path}/tiles.json`,
      summary: 'What the tiles of a layer on a day are (TileJSON 3.0), with its classes in their order',
      query: tilesQuery,
      answers: { 200: json(tileDescriptionSchema), 202: json(jobSchema) },
    },
    async ({ services, res, part, query: { at, wait } }) => {
      const found = await wantedTiles(services, part('id'), part('layer'), at)
      if (!found.ok) return found
      const { request, version } = found.value
      return answerOrJob(services.jobs, res, {
        kind: 'tiles',
        key: `tiles ${request.study.id} ${request.layer.id} ${version}`,
        waitSeconds: wait,
        run: () => services.layerTiles.facts(found.value),
        reply: ({ names, nearZoom, outlineZoom }) => ({
          headers: { etag: tagOf(version) },
          json: {
            tilejson: '3.0.0',
            tiles: [tileAddress(request.study.id, request.layer.id, at)],
            minzoom: 0,
            maxzoom: deepestZoom,
            ...(request.layer.extent ? { bounds: request.layer.extent } : {}),
            vector_layers: [{ id: 'features', fields: { class: 'String', id: 'String', label: 'String' } }],
            classes: names,
            nearZoom,
            outlineZoom,
            version,
          },
        }),
      })
    },
  ),
  endpoint(
    {
      method: 'get',
      path: `${path}/tiles/{z}/{x}/{y}.mvt`,
      summary:
        'A tile of a layer on a day, as Mapbox Vector Tile; 512 pixels, with class, id and label of its features',
      params,
      query: tileQuery,
      answers: { 200: file(tileType), 304: null },
    },
    async ({ services, req, res, part, query: { at } }) => {
      const place = tileSchema.safeParse(req.params)
      if (!place.success) return refused(problem('address-not-found', { path: req.path, method: req.method }))
      const found = await wantedTiles(services, part('id'), part('layer'), at)
      if (!found.ok) return found
      const headers = { etag: tagOf(found.value.version), vary: 'accept-encoding' }
      if (req.headers['if-none-match'] === headers.etag) return done({ status: 304, empty: true, headers })
      const { z: zoom, x, y } = place.data
      const tile = await services.layerTiles.tile(found.value, { zoom, x, y }, whileWanted(res))
      if (!tile.ok) return tile
      if (req.acceptsEncodings(['gzip', 'identity']) === 'gzip')
        return done({ bytes: tile.value, type: tileType, headers: { ...headers, 'content-encoding': 'gzip' } })
      return done({ bytes: gunzipSync(tile.value), type: tileType, headers })
    },
  ),
  endpoint(
    {
      method: 'get',
      path: `${path}/fields`,
      summary: 'The fields of a layer: how often which value stands in each, and its first rows',
      query: waitingQuery,
      answers: { 200: json(layerFieldsSchema), 202: json(jobSchema) },
    },
    async ({ services, res, part, query: { wait } }) => {
      const found = await wantedTiles(services, part('id'), part('layer'), undefined)
      if (!found.ok) return found
      const { request, version } = found.value
      const paths = { [request.layer.id]: request.path }
      return answerOrJob(services.jobs, res, {
        kind: 'fields',
        key: `fields ${request.study.id} ${request.layer.id} ${version}`,
        waitSeconds: wait,
        run: (work) => services.runner.run('fields-of-layer', { ...request, paths }, work),
        reply: (value) => ({ json: value }),
      })
    },
  ),
]

async function wantedTiles(
  { store, layerTiles }: Pick<Services, 'store' | 'layerTiles'>,
  id: string,
  layerId: string,
  at: string | undefined,
): Promise<Outcome<WantedTiles>> {
  const found = await findLayer(store, id, layerId)
  if (!found.ok) return found
  const { study, layer } = found.value
  const day = requestedDay(study, at)
  return day.ok ? done(await layerTiles.wanted(study, layer, day.value)) : day
}

const tagOf = (version: string): string => `"${version}"`

const tileAddress = (study: string, layer: string, at: string | undefined): string =>
  `/api/studies/${study}/layers/${layer}/tiles/{z}/{x}/{y}.mvt${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`
