import type { Extent } from 'ol/extent.js'
import type RenderFeature from 'ol/render/Feature.js'
import type Projection from 'ol/proj/Projection.js'
import TileState from 'ol/TileState.js'
import type VectorTile from 'ol/VectorTile.js'
import MVT from 'ol/format/MVT.js'
import VectorTileSource from 'ol/source/VectorTile.js'
import { createXYZ } from 'ol/tilegrid.js'
import { tilePixels } from '../../core/tiles/world.ts'
import type { TiledLayer } from '../state/tiled-layer.ts'

/** Tiles whose features are kept for painting ground: what a large screen shows, twice. */
const mostKept = 64

/** A tile that has come: its features, and where it lies. */
export type KeptTile = { readonly key: string; readonly extent: Extent; readonly features: readonly RenderFeature[] }
type Kept = {
  readonly source: VectorTileSource
  readonly arrivedTiles: Map<string, KeptTile>
}

const mvt = new MVT()
const kept = new Map<string, Kept>()
/** Several days or studies may be on the page; what was shown longest ago goes. */
const mostLayers = 12
let arrived = 0

/** Grows with every tile, so that what was painted from tiles is known to be old. */
export const tilesArrived = (): number => arrived

/** The tiles of a layer, fetched once for each version. */
export function tileSourceOf({ tiles }: TiledLayer): VectorTileSource {
  return storeOf(tiles).source
}

function storeOf({ version, tiles: [url], maxzoom }: TiledLayer['tiles']): Kept {
  const before = kept.get(version)
  if (before) {
    kept.delete(version)
    kept.set(version, before)
    return before
  }
  const source = new VectorTileSource({
    format: mvt,
    url: url!,
    tileGrid: createXYZ({ tileSize: tilePixels, maxZoom: maxzoom }),
    tileLoadFunction: (tile, address) => loadPatiently(tile as VectorTile<RenderFeature>, address),
  })
  const made: Kept = { source, arrivedTiles: new Map() }
  source.on('tileloadend', ({ tile }) => {
    const own = tile as unknown as { tileCoord: number[]; getFeatures: () => RenderFeature[] }
    keepTile(made, version, own.tileCoord, own.getFeatures())
  })
  kept.set(version, made)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostLayers) break
    kept.delete(oldest)
  }
  return made
}

/** A tile that does not come is asked for again, so that a server that was gone for a while leaves no gap. */
const againAfterMs = [1_000, 3_000, 9_000, 27_000]

async function fetchPatiently(address: string): Promise<ArrayBuffer | null> {
  for (const waitMs of [...againAfterMs, null]) {
    const answer = await fetch(address).catch(() => null)
    const bytes = answer?.ok ? await answer.arrayBuffer().catch(() => null) : null
    const isForGood = answer !== null && answer.status >= 400 && answer.status < 500 && answer.status !== 429
    if (bytes || isForGood || waitMs === null) return bytes
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
  return null
}

function loadPatiently(tile: VectorTile<RenderFeature>, address: string): void {
  const load = async (extent: Extent, featureProjection: Projection): Promise<void> => {
    const bytes = await fetchPatiently(address)
    if (bytes) tile.setFeatures(mvt.readFeatures(bytes, { extent, featureProjection }))
    else tile.setState(TileState.ERROR)
  }
  tile.setLoader((extent, _resolution, featureProjection) => void load(extent, featureProjection))
}

function keepTile(
  { source, arrivedTiles }: Kept,
  version: string,
  tileCoord: number[],
  features: readonly RenderFeature[],
): void {
  arrived++
  const place = tileCoord.join()
  const extent = source.getTileGrid()!.getTileCoordExtent(tileCoord)
  arrivedTiles.set(place, { key: `${version} ${place}`, extent, features })
  for (const oldest of arrivedTiles.keys()) {
    if (arrivedTiles.size <= mostKept) break
    arrivedTiles.delete(oldest)
  }
}

/** The tiles that cover an extent of the map at a resolution; in place of one that has not come a coarser one that has. */
export function tilesOver({ tiles }: TiledLayer, extent: Extent, resolution: number): KeptTile[] {
  const { source, arrivedTiles } = storeOf(tiles)
  const grid = source.getTileGrid()!
  const found = new Set<KeptTile>()
  grid.forEachTileCoord(extent, grid.getZForResolution(resolution), ([z, x, y]) => {
    for (let up = 0; up <= z!; up++) {
      const own = arrivedTiles.get([z! - up, x! >> up, y! >> up].join())
      if (own) return void found.add(own)
    }
  })
  return [...found]
}
