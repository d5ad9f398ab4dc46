import { faded, notKnownStyle, styled } from './class-style.ts'
import { pathData, type PaperPolygon } from './ground.ts'
import { featurePaths, groundPaths } from './ground-paths.ts'
import { shortened } from './clean-text.ts'
import { idsOf, layerGroup, longestName, namedGroup } from './named-groups.ts'
import type { DrawnLayer } from './names.ts'
import { inks } from './paper.ts'
import { severalGround } from './several-ground.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { element, group, type Svg } from './svg.ts'

export const pointRadiusMm = 0.55

/** Each class drawn as one, in a group that bears its name; overlapping polygons of a class are one ground. */
export function classGround({ layer, shapes }: DrawnLayer, prefix: string, isContested: boolean): Svg {
  const groundOf = (place: number): string => `${prefix}ground-${layer.layer.id}-${place}`
  const idOf = idsOf(layer)
  const parts = layer.classes.map(({ name, label, style, together }, place) => {
    const takes = ({ feature }: { feature: number }): boolean => layer.classOfFeature[feature] === place
    const polygons = shapes.polygons.filter(takes)
    const lines = shapes.lines.filter(takes)
    const { color } = style.line
    const id = groundOf(place)
    const drawn = [
      polygons.length > 0
        ? element('defs', {}, featurePaths(polygons, idOf, id)) +
          styled(style, (styleAttributes) => element('use', { href: `#${id}`, ...styleAttributes }))
        : '',
      ...lines.map(({ line, feature }) =>
        element('path', {
          d: pathData([line], false),
          'data-feature': idOf(feature),
          fill: 'none',
          stroke: color,
          'stroke-width': 0.4,
        }),
      ),
      ...shapes.points.filter(takes).map(({ x, y, feature }) =>
        element('circle', {
          cx: x,
          cy: y,
          r: pointRadiusMm,
          'data-feature': idOf(feature),
          ...pointStyle(style.fill?.color ?? color),
        }),
      ),
    ].join('')
    if (drawn === '') return ''
    return group(
      {
        ...namedGroup(`${prefix}class-${layer.layer.id}-${place}`, label),
        ...(together ? { 'data-classes': together.size } : { 'data-class': shortened(name ?? '', longestName) }),
      },
      drawn,
    )
  })
  // Under the classes, for what one of them covers is known.
  const ended = shapes.polygons.filter(({ feature }) => layer.isNotKnown(feature))
  const endedId = `${prefix}not-known-${layer.layer.id}`
  const notKnown =
    ended.length === 0
      ? ''
      : groundOnce(ended, endedId) +
        styled(notKnownStyle, (styleAttributes) =>
          element('use', { href: `#${endedId}`, 'data-not-known': layer.layer.id, ...styleAttributes }),
        )
  const several = isContested ? groundOfSeveral(layer, shapes.polygons, groundOf) : ''
  return group(layerGroup(layer, prefix), faded(layer.layer.opacity, notKnown + parts.join('')), several)
}

/** The stripes where several claim ground; of classes that are drawn together each has its ground for them. */
function groundOfSeveral(
  layer: SheetLayer,
  polygons: readonly PaperPolygon[],
  groundOf: (place: number) => string,
): Svg {
  const { apart, classes } = layer
  if (!apart || !classes.some(({ together }) => together)) return severalGround(layer, polygons, groundOf)
  const apartId = (place: number): string => `${groundOf(place)}-apart`
  const drawn = new Set(polygons.map(({ feature }) => apart.classOfFeature[feature]!))
  const grounds = [...drawn].map((place) =>
    groundOnce(
      polygons.filter(({ feature }) => apart.classOfFeature[feature] === place),
      apartId(place),
    ),
  )
  return grounds.join('') + severalGround({ ...layer, ...apart }, polygons, apartId)
}

/** Ground that is written once and used as often as it is drawn. */
export const groundOnce = (polygons: readonly PaperPolygon[], id: string): Svg =>
  element('defs', {}, groundPaths(polygons, id))

export const pointStyle = (color: string) => ({ fill: color, stroke: inks.ink, 'stroke-width': 0.1 })
