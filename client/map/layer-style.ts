import type { FeatureLike } from 'ol/Feature.js'
import Circle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { Layer } from '../../core/model/layer.ts'
import type { ClassName } from '../../core/model/measurement.ts'
import { symbolOfClass, notKnownSymbol, type ClassSymbol } from '../../core/symbology/class-symbol.ts'
import { isSolid, outlineColor, patternTile, solidColor } from './pattern-tile.ts'
import type { Theme } from './theme.ts'

/** Where a drawn feature keeps the place of its class among the layer's. */
export const classProperty = 'class'
/** In its place, of ground of which nobody knows who holds it since a hold ended. */
export const notKnownPlace = -1

const brokenLine = [7, 4]
const brokenPlan = [14, 5]

type Setting = { readonly isPlan: boolean; readonly isOverControl: boolean }
type Styles = (feature: FeatureLike) => Style | Style[]

/** How a layer's features are drawn, by their class. `names` are the layer's classes in order. */
export function layerStyle(layer: Layer, names: readonly ClassName[], theme: Theme, on: Setting): Styles {
  if (on.isPlan) {
    const style = planStyle(layer, theme)
    return () => style
  }
  if (layer.role === 'context' || layer.role === 'units' || layer.role === 'plan') {
    const style = outlineStyle(layer, theme)
    return () => style
  }
  const { styles, notKnown } = groundStyles(layer, names, theme, on.isOverControl)
  return (feature) => {
    const place = feature.get(classProperty) as number
    return place === notKnownPlace ? notKnown : styles[place]!
  }
}

/** How ground is drawn: a style for each class, and one for ground of which nobody knows who holds it. */
export const groundStyles = (layer: Layer, names: readonly ClassName[], theme: Theme, isOverControl: boolean) => ({
  styles: names.map((name, place) => groundStyle(layer, symbolOfClass(layer, name, place, isOverControl), theme)),
  notKnown: groundStyle(layer, notKnownSymbol, theme),
})

/** Ink on a casing of paper, never filled. */
function planStyle({ schematic }: Layer, theme: Theme): Style[] {
  return [
    new Style({ stroke: new Stroke({ color: theme.paper, width: 6 }) }),
    new Style({ stroke: new Stroke({ color: theme.ink, width: 2.5, ...(schematic ? { lineDash: brokenPlan } : {}) }) }),
  ]
}

/** Roads, places and outlines that are there for orientation. */
export function outlineStyle(layer: Layer, theme: Theme): Style {
  const isLine = layer.geometryType === 'line'
  return new Style({
    stroke: new Stroke({
      color: isLine ? theme.secondInk : theme.line,
      width: isLine ? 1.25 : 1,
      ...(layer.schematic && !isLine ? { lineDash: brokenLine } : {}),
    }),
    image: new Circle({ radius: 2, fill: new Fill({ color: theme.secondInk }) }),
  })
}

function groundStyle(layer: Layer, symbol: ClassSymbol, theme: Theme): Style {
  const outline = outlineColor(symbol, theme)
  return new Style({
    fill: new Fill({ color: isSolid(symbol) ? solidColor(symbol) : patternFill(symbol, theme) }),
    stroke: new Stroke({ color: outline, width: 1, ...(layer.schematic ? { lineDash: brokenLine } : {}) }),
    image: new Circle({
      radius: 4,
      fill: new Fill({ color: symbol.color }),
      stroke: new Stroke({ color: theme.paper, width: 1 }),
    }),
  })
}

function patternFill(symbol: ClassSymbol, theme: Theme): CanvasPattern {
  const context = document.createElement('canvas').getContext('2d')!
  return context.createPattern(patternTile(symbol, theme, devicePixelRatio), 'repeat')!
}
