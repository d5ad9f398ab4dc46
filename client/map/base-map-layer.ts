import TileLayer from 'ol/layer/Tile.js'
import XYZ from 'ol/source/XYZ.js'
import { baseMapFailed } from '../actions/choose-base-map.ts'
import { baseMapOptionsOf } from '../api/base-map.ts'
import type { BaseMaps } from '../state/base-maps.ts'

/** Below everything the study has. */
const zIndex = -1

/**
 * The base map that is chosen, on one map, through this program's own server, which has it in a file or asks the outside only for the
 * tiles that the page asks of it. In an element of its own, so that the style sheet can quieten its colours.
 */
export function createBaseMap(): (baseMaps: BaseMaps) => TileLayer<XYZ> | null {
  let made: { readonly chosen: BaseMaps['chosen']; readonly layer: TileLayer<XYZ> } | null = null
  return ({ chosen }) => {
    if (!chosen) return (made = null)
    if (made?.chosen !== chosen) {
      const { minZoom, maxZoom } = chosen.facts
      const query = new URLSearchParams(baseMapOptionsOf(chosen)).toString()
      const source = new XYZ({
        tileUrlFunction: ([z, x, y]) => `/api/base-map/${z}/${x}/${y}.png${query === '' ? '' : `?${query}`}`,
        minZoom,
        maxZoom,
      })
      source.on('tileloaderror', baseMapFailed)
      made = { chosen, layer: new TileLayer({ source, className: 'base-map', zIndex }) }
    }
    return made.layer
  }
}
