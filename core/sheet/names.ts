import { textIn } from '../model/text.ts'
import { classText } from '../classify/classes.ts'
import type { Language } from '../i18n/translate.ts'
import { byFeature } from './by-feature.ts'
import { shortened } from './clean-text.ts'
import { formatNumber } from '../format/format.ts'
import type { Flat } from './clip.ts'
import { boxHolds, doubleArea, type PaperShapes } from './ground.ts'
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

/** The plan as names keep off it, and what it is called. */
export type NamedPlan = { readonly shapes: PaperShapes; readonly name: string | undefined }

/**
 * The names of units and places, inside the frame, off the plan's line and the `taken` boxes, beside the `sign` that a place lies under:
 * first of what runs along the plan's edge, and of the plan; last the numbers of classes that have some.
 */
export function names(
  layers: readonly DrawnLayer[],
  numbered: readonly DrawnLayer[],
  plan: NamedPlan | null,
  taken: readonly Box[],
  sign: Box | null,
  frame: Box,
  language: Language,
  font: Font,
  prefix = '',
): Svg {
  const occupancy = occupancyOf(frame)
  for (const box of sign ? [...taken, sign] : taken) occupancy.takeBox(box)
  const edges = plan ? plan.shapes.polygons.flatMap(({ rings }) => rings) : []
  occupancy.takeRings(edges, 0.5)
  const isAlongEdge = edgeTest(edges, frame)
  const usual = layers
    .flatMap((drawn) => namedOf(drawn, sign, frame, language, font))
    .map((own): Named => ('lines' in own && isAlongEdge(own.lines) ? { ...own, turn: 'first', plan: edges } : own))
  const planName = plan?.name === undefined ? null : wholeName(printable(plan.name, font))
  const ofPlan: Named[] =
    planName === null ? [] : [{ name: planName, turn: 'first', lines: closed(edges), plan: edges, isPlan: true }]
  const named = [...usual, ...ofPlan, ...numbered.flatMap((drawn) => numbersOf(drawn, frame))]
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

const longestPlanName = 40

/** A name that finds room as it is, or without what stands in brackets behind it; a longer one stands in the title alone. */
function wholeName(name: string): string | null {
  const short = name.length > longestPlanName ? name.replace(/ *[([].*$/, '') : name
  return short.length > 0 && short.length <= longestPlanName ? short : null
}

const closed = (rings: readonly Flat[]): Flat[] => rings.map((ring) => [...ring, ring[0]!, ring[1]!])

/** Lines lie on the plan's edge where so much of them is within so many millimetres of it. */
const alongShare = 0.6
const alongMm = 1

/** Whether lines run along the plan's edge for most of their length in the frame. */
function edgeTest(edges: readonly Flat[], frame: Box): (lines: readonly Flat[]) => boolean {
  const edge = occupancyOf(frame)
  for (const aroundMm of [alongMm / 2, alongMm]) edge.takeRings(edges, aroundMm)
  const isOnEdge = (x: number, y: number): boolean =>
    boxHolds(frame, x, y) && !edge.isFree({ x, y, widthMm: 0, heightMm: 0, turnDegrees: 0 })
  return (lines) => {
    const points = lines.flatMap((line) => pointsAlong(line))
    return edges.length > 0 && points.filter(([x, y]) => isOnEdge(x, y)).length > alongShare * points.length
  }
}

/** Points a millimetre apart. */
function pointsAlong(line: Flat): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = []
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!]
    const steps = Math.max(1, Math.round(Math.hypot(bx - ax, by - ay)))
    for (let step = 0; step < steps; step++)
      points.push([ax + ((bx - ax) * (step + 0.5)) / steps, ay + ((by - ay) * (step + 0.5)) / steps])
  }
  return points
}

/** A class has at most so many numbers, each on ground at least so large on paper. */
const mostNumbers = 12
const leastNumberedMm2 = 6

/** The numbers of classes that have one, on the largest ground of each; a class of points on some of them. */
function numbersOf({ layer, shapes }: DrawnLayer, frame: Box): Named[] {
  return layer.classes.flatMap(({ number }, place) => {
    if (number === undefined) return []
    const takes = ({ feature }: { feature: number }): boolean => layer.classOfFeature[feature] === place
    const name = formatNumber(number)
    const grounds = shapes.polygons
      .filter(takes)
      .map((polygon) => ({
        polygon,
        areaMm2: Math.max(...polygon.rings.map((ring) => Math.abs(doubleArea(ring)) / 2)),
      }))
      .filter(({ areaMm2 }) => areaMm2 >= leastNumberedMm2)
      .toSorted((a, b) => b.areaMm2 - a.areaMm2)
    const points = shapes.points.filter((point) => takes(point) && boxHolds(frame, point.x, point.y))
    return [
      ...grounds.slice(0, mostNumbers).map(({ polygon }): Named => ({ name, polygons: [polygon], turn: 'last' })),
      ...points.slice(0, mostNumbers).map(({ x, y }): Named => ({ name, x, y, turn: 'last' })),
    ]
  })
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
