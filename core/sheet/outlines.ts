import { byFeature } from './by-feature.ts'
import { faded } from './class-style.ts'
import { pathData } from './ground.ts'
import { idsOf, layerGroup } from './named-groups.ts'
import type { DrawnLayer } from './names.ts'
import { inks } from './paper.ts'
import { element, group, type Svg } from './svg.ts'

export const placeRadiusMm = 0.45

type Look = { readonly stroke: string; readonly 'stroke-width': number; readonly 'stroke-dasharray'?: string }

export const outlineOf = (role: string): Look =>
  role === 'units'
    ? { stroke: inks.second, 'stroke-width': 0.15 }
    : { stroke: '#8C867C', 'stroke-width': 0.15, 'stroke-dasharray': '0.9 0.6' }

/** Roads and other lines of context. */
export const lineStyle: Look = { stroke: '#8C867C', 'stroke-width': 0.5 }

/** Units and context: outlines, lines and dots without a fill, each feature by its id. */
export function outlines({ layer, shapes }: DrawnLayer, prefix: string): Svg {
  const idOf = idsOf(layer)
  const outline = outlineOf(layer.layer.role)
  const rings = byFeature(shapes.polygons).map(([feature, own]) =>
    element('path', {
      d: pathData(
        own.flatMap((polygon) => polygon.rings),
        true,
      ),
      'data-feature': idOf(feature),
    }),
  )
  const lines = shapes.lines.map(({ line, feature }) =>
    element('path', { d: pathData([line], false), 'data-feature': idOf(feature) }),
  )
  const drawn = [
    rings.length === 0 ? '' : group({ fill: 'none', ...outline }, ...rings),
    lines.length === 0 ? '' : group({ fill: 'none', 'stroke-linejoin': 'round', ...lineStyle }, ...lines),
    ...shapes.points.map(({ x, y, feature }) =>
      element('circle', { cx: x, cy: y, r: placeRadiusMm, 'data-feature': idOf(feature), fill: inks.second }),
    ),
  ]
  return group(layerGroup(layer, prefix), faded(layer.layer.opacity, drawn.join('')))
}
