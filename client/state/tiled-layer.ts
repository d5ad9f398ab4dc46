import type { Layer } from '../../core/model/layer.ts'
import type { TileDescription } from '../../core/tiles/tile-description.ts'

/** A layer that is too large to be sent whole, as its tiles show it on a day. */
export type TiledLayer = { readonly layer: Layer; readonly tiles: TileDescription }
