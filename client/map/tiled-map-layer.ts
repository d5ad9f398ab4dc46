import type { FeatureLike } from 'ol/Feature.js'
import VectorTileLayer from 'ol/layer/VectorTile.js'
import Fill from 'ol/style/Fill.js'
import Style from 'ol/style/Style.js'
import { labelsInTile } from '../../core/tiles/labels-in-tile.ts'
import { tilePixels } from '../../core/tiles/world.ts'
import type { TiledLayer } from '../state/tiled-layer.ts'
import { withAlpha } from '../../core/symbology/color.ts'
import { groundStyles, outlineStyle } from './layer-style.ts'
import type { Theme } from './theme.ts'
import { tileSourceOf } from './tile-store.ts'

const worldMetres = 2 * Math.PI * 6_378_137
/** Of layers that are lines alone, where the lines lie too close to be drawn. */
const tint = 0.25

type Made = { readonly key: string; readonly layer: VectorTileLayer }
const made = new WeakMap<TiledLayer, Made>()

/** A large layer by its tiles, looking as others do; without lines where they would make its polygons look much larger than they are. */
export function tiledMapLayer(
  tiled: TiledLayer,
  theme: Theme,
  isOverControl: boolean,
  zIndex: number,
  opacity: number,
): VectorTileLayer {
  const key = JSON.stringify([theme, isOverControl, zIndex])
  const before = made.get(tiled)
  if (before?.key === key) {
    before.layer.setOpacity(opacity)
    return before.layer
  }
  const layer = new VectorTileLayer({
    source: tileSourceOf(tiled),
    renderMode: 'hybrid',
    declutter: false,
    style: tileStyle(tiled, theme, isOverControl),
    zIndex,
    opacity,
    updateWhileInteracting: false,
  })
  made.set(tiled, { key, layer })
  return layer
}

function tileStyle({ layer, tiles }: TiledLayer, theme: Theme, isOverControl: boolean) {
  const outlined = worldMetres / tilePixels / 2 ** (tiles.outlineZoom - 0.5)
  if (layer.role === 'context') {
    const line = outlineStyle(layer, theme)
    const far = new Style({ fill: new Fill({ color: withAlpha(theme.line, tint) }) })
    return (feature: FeatureLike, resolution: number) =>
      feature.get('layer') === labelsInTile ? undefined : resolution <= outlined ? line : far
  }
  const { styles, notKnown } = groundStyles(layer, tiles.classes, theme, isOverControl)
  const placeOf = new Map(tiles.classes.map((name, place) => [name, place]))
  const filled = styles.map(withoutLine)
  const notKnownFilled = withoutLine(notKnown)
  return (feature: FeatureLike, resolution: number) => {
    if (feature.get('layer') === labelsInTile) return undefined
    const isOutlined = resolution <= outlined && feature.getId() !== undefined
    if (feature.get('ended') === true) return isOutlined ? notKnown : notKnownFilled
    const place = placeOf.get((feature.get('class') as string | undefined) ?? null)
    return place === undefined ? undefined : (isOutlined ? styles : filled)[place]
  }
}

function withoutLine(style: Style): Style {
  const fill = style.getFill()
  return new Style(fill ? { fill } : {})
}
