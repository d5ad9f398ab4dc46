import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { holdEndsOf } from '../../core/model/hold-end.ts'
import type { ClassName } from '../../core/model/measurement.ts'
import type { LayerFields } from '../../core/tiles/layer-rows.ts'
import { makeTile } from '../../core/tiles/make-tile.ts'
import { tilesKey, tilesOnDay, type TilesOnDay } from '../../core/tiles/tile-source.ts'
import type { TilePlace } from '../../core/tiles/world.ts'
import { readTileSource, type SourceRequest, type StoredSource } from '../store/tile-sources.ts'

export type TilesRequest = SourceRequest & { readonly at: string | null }

/** What whoever draws the tiles of a layer must know of them. */
export type TileFacts = {
  readonly names: readonly ClassName[]
  readonly nearZoom: number
  readonly outlineZoom: number
}

/** The most that a tile may weigh as it is sent. */
const mostTileBytes = 500_000
const mostDays = 8
/** Of the time that a source takes; the rest goes into its tree and its columns. */
const readingShare = 0.5

const days = new Map<string, TilesOnDay>()
const zip = promisify(gzip)

/** Makes what tiles are cut from ready, which takes long for a large layer, and says what there will be. */
export async function prepareTiles(
  request: TilesRequest & { readonly paths: unknown },
  work: TaskContext,
): Promise<Outcome<TileFacts>> {
  const source = await readTileSource(request, (part) => work.progress?.(readingShare * part, 'reading'))
  if (!source.ok) return source
  const { nearZoom, outlineZoom } = source.value.ground
  return done({ names: onDay(request, source.value).classed.names, nearZoom, outlineZoom })
}

/** A tile, packed with gzip. */
export async function cutTile(request: TilesRequest & { readonly place: TilePlace }): Promise<Outcome<Uint8Array>> {
  const source = await readTileSource(request)
  if (!source.ok) return source
  const { classes } = onDay(request, source.value)
  const tile = makeTile(source.value.ground, classes, request.place, mostTileBytes, (bytes) =>
    bytes.length <= mostTileBytes ? bytes.length : gzipSync(bytes, { level: 6 }).length,
  )
  return done(await zip(tile, { level: 6 }))
}

/** The fields of a layer, with the values that they have. */
export async function fieldsOfLayer(
  request: SourceRequest & { readonly paths: unknown },
): Promise<Outcome<LayerFields>> {
  const source = await readTileSource(request)
  return source.ok ? done(source.value.fields) : source
}

function onDay({ study, layer, path, at }: TilesRequest, source: StoredSource): TilesOnDay {
  const ends = holdEndsOf(study)
  const key = tilesKey(layer, layer.fileSha256 ?? path, at, ends)
  const known = days.get(key) ?? tilesOnDay(layer, source, at, ends)
  days.delete(key)
  days.set(key, known)
  for (const oldest of days.keys()) {
    if (days.size <= mostDays) break
    days.delete(oldest)
  }
  return known
}
