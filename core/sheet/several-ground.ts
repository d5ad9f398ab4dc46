import type { LayerMeasurement } from '../model/measurement.ts'
import { ownerNumbers } from '../model/owners.ts'
import { severalStyle } from './class-style.ts'
import { pathsApart } from './ground-paths.ts'
import type { PaperPolygon } from './ground.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { inks } from './paper.ts'
import { patternId } from './patterns.ts'
import { element, group, type Svg } from './svg.ts'

/** The layers whose ground two or more claim somewhere in the plan, by id. */
export const contestedLayers = (layers: readonly LayerMeasurement[]): ReadonlySet<string> =>
  new Set(layers.flatMap(({ layer, multipleM2 }) => (layer !== null && multipleM2 > 0 ? [layer] : [])))

/** Under the stripes, so that they stand out as in the legend and the colour of the class drawn last does not. */
const washOpacity = 0.6

/**
 * The stripes of “several classes” over ground that two or more claim, so that it is not taken for that of the class drawn last:
 * of each owner in turn, cut to its ground, the ground of those after it. `groundOf` is the id of a class's ground, by its place.
 */
export function severalGround(
  { layer, classes, classOfFeature }: SheetLayer,
  polygons: readonly PaperPolygon[],
  groundOf: (place: number) => string,
): Svg {
  const owners = ownerNumbers(
    layer.classes,
    classes.map(({ name }) => name),
  )
  const ofOwner = (owner: number): PaperPolygon[] =>
    polygons.filter(({ feature }) => owners[classOfFeature[feature]!] === owner)
  const drawn = new Set(polygons.map(({ feature }) => classOfFeature[feature]!))
  const { pattern } = severalStyle
  return [...new Set(owners)]
    .toSorted((a, b) => a - b)
    .map((owner) => {
      const later = [...drawn].filter((place) => place >= 0 && owners[place]! > owner).toSorted((a, b) => a - b)
      const own = ofOwner(owner)
      if (later.length === 0 || own.length === 0) return ''
      const id = `${groundOf(owner)}-claimed`
      return (
        element('defs', {}, element('clipPath', { id }, ...pathsApart(own, { 'clip-rule': 'evenodd' }))) +
        group(
          { 'data-several': layer.id, 'clip-path': `url(#${id})` },
          ...later.flatMap((place) => [
            element('use', { href: `#${groundOf(place)}`, fill: inks.paper, opacity: washOpacity }),
            element('use', {
              href: `#${groundOf(place)}`,
              fill: `url(#${patternId(pattern!)})`,
              opacity: pattern!.opacity,
            }),
          ]),
        )
      )
    })
    .join('')
}
