import { textIn } from '../model/text.ts'
import { classText } from '../classify/classes.ts'
import type { Language } from '../i18n/translate.ts'
import { byFeature } from './by-feature.ts'
import { shortened } from './clean-text.ts'
import { boxHolds, type PaperShapes } from './ground.ts'
import { haloedText } from './haloed-text.ts'
import { occupancyOf } from './occupancy.ts'
import { mmOfPoints, type Box } from './paper.ts'
import { placeNames, type Named } from './place-names.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { decimal, group, type Svg } from './svg.ts'
import { lineHeightMm, printable, type Font } from './text.ts'

const sizePt = 6.5
const haloMm = 0.85
const longestName = 80

export type DrawnLayer = { readonly layer: SheetLayer; readonly shapes: PaperShapes }

/** The names of units and places, inside the frame, off the plan's line and the `taken` boxes, beside the `sign` that a place lies under. */
export function names(
  layers: readonly DrawnLayer[],
  plan: PaperShapes | null,
  taken: readonly Box[],
  sign: Box | null,
  frame: Box,
  language: Language,
  font: Font,
  prefix = '',
): Svg {
  const occupancy = occupancyOf(frame)
  for (const box of sign ? [...taken, sign] : taken) occupancy.takeBox(box)
  if (plan)
    occupancy.takeRings(
      plan.polygons.flatMap(({ rings }) => rings),
      0.5,
    )
  const named = layers.flatMap((drawn) => namedOf(drawn, sign, frame, language, font))
  return group(
    { id: `${prefix}names` },
    ...placeNames(named, sizePt, font, occupancy).flatMap(({ lines, footprint: { x, y, turnDegrees } }) => {
      const firstY = y + mmOfPoints(sizePt) * 0.34 - ((lines.length - 1) * lineHeightMm(sizePt) * 0.9) / 2
      const turned =
        turnDegrees === 0 ? {} : { transform: `rotate(${decimal(turnDegrees)} ${decimal(x)} ${decimal(y)})` }
      return lines.flatMap((line, i) => {
        const at = { x, y: firstY + i * lineHeightMm(sizePt) * 0.9, anchor: 'middle' as const }
        return haloedText(line, at, { sizePt, weight: 600 }, language, haloMm, turned)
      })
    }),
  )
}

/** The features of a layer with a label field, each with its name in the language, or in English. */
function namedOf({ layer, shapes }: DrawnLayer, sign: Box | null, frame: Box, language: Language, font: Font): Named[] {
  const field = layer.layer.labelField
  if (!field) return []
  const ownField = textIn(language, field)
  const nameOf = (feature: number): string | null => {
    const attributes = layer.features.attributes[feature]!
    const name = classText(attributes[ownField]) ?? classText(attributes[field.en])
    return name === null ? null : shortened(printable(name, font), longestName)
  }
  const grouped = <T extends { readonly feature: number }>(
    parts: readonly T[],
    named: (name: string, own: T[]) => Named[],
  ): Named[] => {
    return byFeature(parts).flatMap(([feature, own]) => {
      const name = nameOf(feature)
      return name === null ? [] : named(name, own)
    })
  }
  return [
    ...grouped(shapes.polygons, (name, polygons) => [{ name, polygons }]),
    ...grouped(shapes.lines, (name, own) => [{ name, lines: own.map(({ line }) => line) }]),
    ...grouped(
      shapes.points.filter(({ x, y }) => boxHolds(frame, x, y)),
      (name, own) =>
        own.map(({ x, y }) => ({
          name,
          x,
          y,
          clearMm: sign && boxHolds(sign, x, y) ? Math.max(x - sign.x, sign.x + sign.width - x) : 0,
        })),
    ),
  ]
}
