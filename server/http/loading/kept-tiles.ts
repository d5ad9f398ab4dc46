import { createHash } from 'node:crypto'
import type { Outcome } from '../../../core/result/outcome.ts'
import { holdEndsOf } from '../../../core/model/hold-end.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import { isTiled } from '../../../core/tiles/is-tiled.ts'
import type { LayerDraft } from '../../../core/layers/build-layer.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Study } from '../../../core/model/study.ts'
import { tilesKey } from '../../../core/tiles/tile-source.ts'
import type { TilePlace } from '../../../core/tiles/world.ts'
import { fileMark, hasTileSource } from '../../store/tile-sources.ts'
import type { Store } from '../../store/store.ts'
import type { TileFacts, TilesRequest } from '../../usecases/layer-tiles.ts'
import type { TaskRunner } from '../../workers/tasks.ts'
import { keepValues } from '../../store/kept-values.ts'

export type LayerTiles = ReturnType<typeof keepLayerTiles>

/** The tiles of a layer on a day that somebody asks for: all of them have one version. */
export type WantedTiles = { readonly request: TilesRequest; readonly version: string }

/**
 * Tiles of layers, cut by the runner. What they are cut from is made ready once for all who wait for it, and lies in a
 * folder of the workspace; the tiles asked for last are kept here.
 */
export function keepLayerTiles(store: Store, runner: TaskRunner, folder: string) {
  const preparing = new Map<string, Promise<Outcome<TileFacts>>>()
  const known = keepValues<Outcome<TileFacts>>(() => 2_000, 2_000_000)
  const tiles = keepValues<Uint8Array>((tile) => tile.length + 200)

  /** Among short tasks where it need only be read, by its file's size where it must be made. */
  async function prepare(request: TilesRequest): Promise<Outcome<TileFacts>> {
    const paths = (await hasTileSource(request)) ? {} : { [request.layer.id]: request.path }
    return runner.run('prepare-tiles', { ...request, paths })
  }

  /** What is made ready is worth it to the next who asks, so nobody's going ends it. */
  function facts({ request, version }: WantedTiles): Promise<Outcome<TileFacts>> {
    const before = known.find(version)
    if (before) return Promise.resolve(before)
    const going = preparing.get(version)
    if (going) return going
    const made = prepare(request)
      .then((outcome) => {
        if (outcome.ok) known.keep(version, outcome)
        return outcome
      })
      .finally(() => preparing.delete(version))
    preparing.set(version, made)
    return made
  }

  return {
    folder,
    facts,

    /** Makes ready what a file that is to become a large layer will be shown by, before anybody looks at it; whatever goes wrong is told to them then. */
    async prepareFile(study: Study, draft: LayerDraft, path: string, work: TaskContext): Promise<void> {
      const { source: _said, ...drawn } = draft
      const layer = { ...drawn, id: 'draft', file: 'layers/draft.geojson' }
      if (!isTiled(layer)) return
      const request = { study, layer, path, folder, at: null }
      await runner.run('prepare-tiles', { ...request, paths: { [layer.id]: path } }, work).catch(() => undefined)
    },

    async wanted(study: Study, layer: Layer, at: string | null): Promise<WantedTiles> {
      const path = await store.layerPath(study, layer.file)
      const mark = await fileMark(layer, path).catch(() => path)
      const version = createHash('sha256')
        .update(tilesKey(layer, mark, at, holdEndsOf(study)))
        .digest('hex')
      return { request: { study, layer, path, folder, at }, version }
    },

    /** A tile, packed with gzip. */
    async tile(wanted: WantedTiles, place: TilePlace, signal: AbortSignal): Promise<Outcome<Uint8Array>> {
      const key = `${wanted.version} ${place.zoom} ${place.x} ${place.y}`
      const before = tiles.find(key)
      if (before) return { ok: true, value: before }
      const ready = await facts(wanted)
      if (!ready.ok) return ready
      const cut = await runner.run('cut-tile', { ...wanted.request, place }, { signal })
      if (cut.ok) tiles.keep(key, cut.value)
      return cut
    },
  }
}
