import TileLayer from 'ol/layer/Tile.js'
import XYZ from 'ol/source/XYZ.js'
import { baseMapFailed } from '../actions/choose-base-map.ts'
import type { BaseMapChoices } from '../api/base-map.ts'

/** Below everything the study has. */
const zIndex = -1

/**
 * The base map through this program's own server, which has it in a file or asks the outside only for the tiles that the
 * page asks of it. In an element of its own, so that the style sheet can quieten its colours.
 */
export function createBaseMapLayer({ minZoom, maxZoom }: BaseMapChoices): TileLayer<XYZ> {
  const source = new XYZ({ url: '/api/base-map/{z}/{x}/{y}.png', minZoom, maxZoom })
  source.on('tileloaderror', baseMapFailed)
  return new TileLayer({ source, className: 'base-map', zIndex })
}
