import type { Extent } from 'ol/extent.js'
import type RenderFeature from 'ol/render/Feature.js'
import MVT from 'ol/format/MVT.js'
import VectorTileSource from 'ol/source/VectorTile.js'
import { createXYZ } from 'ol/tilegrid.js'
import { tilePixels } from '../../core/tiles/world.ts'
import type { TiledLayer } from '../state/tiled-layer.ts'

/** Tiles whose features are kept for painting ground: what a large screen shows, twice. */
const mostKept = 64

/** A tile that has come: its features, and where it lies. */
export type KeptTile = { readonly key: string; readonly extent: Extent; readonly features: readonly RenderFeature[] }
type Kept = { readonly source: VectorTileSource; readonly arrivedTiles: Map<string, KeptTile> }

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
    format: new MVT(),
    url: url!,
    tileGrid: createXYZ({ tileSize: tilePixels, maxZoom: maxzoom }),
  })
  const grid = source.getTileGrid()!
  const made: Kept = { source, arrivedTiles: new Map() }
  source.on('tileloadend', ({ tile }) => {
    arrived++
    const own = tile as unknown as { tileCoord: number[]; getFeatures: () => RenderFeature[] }
    const place = own.tileCoord.join()
    const extent = grid.getTileCoordExtent(own.tileCoord)
    made.arrivedTiles.set(place, { key: `${version} ${place}`, extent, features: own.getFeatures() })
    for (const oldest of made.arrivedTiles.keys()) {
      if (made.arrivedTiles.size <= mostKept) break
      made.arrivedTiles.delete(oldest)
    }
  })
  kept.set(version, made)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostLayers) break
    kept.delete(oldest)
  }
  return made
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
