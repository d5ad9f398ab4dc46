import type { Pattern } from '../model/layer.ts'
import { decimal, element, type Svg } from './svg.ts'

/** A pattern as it is printed: its kind, its ink and which way its lines lean. */
export type PatternStyle = {
  readonly kind: Exclude<Pattern, 'solid' | 'none'>
  readonly ink: string
  readonly opacity: number
  /** Of lines, clockwise from upright, so that layers over each other cross. */
  readonly leanDegrees: number
  /** How many times wider than usual its marks stand apart. */
  readonly spread?: number
}

export const patternId = ({ kind, ink, leanDegrees, spread = 1 }: PatternStyle): string =>
  `${kind}-${ink.slice(1).toLowerCase()}-${leanDegrees}${spread === 1 ? '' : `-${decimal(spread * 10, 0)}`}`

/** One tile of the pattern, in millimetres, opaque; lines are never thinner than 0.2 mm. */
export function patternDefinition(style: PatternStyle): Svg {
  const { sizeMm, lean, marks } = tiles[style.kind](style.leanDegrees, style.spread ?? 1)
  return element(
    'pattern',
    {
      id: patternId(style),
      patternUnits: 'userSpaceOnUse',
      width: sizeMm,
      height: sizeMm,
      patternTransform: lean === 0 ? undefined : `rotate(${lean})`,
    },
    element('g', { fill: style.ink }, ...marks),
  )
}

type Tile = { readonly sizeMm: number; readonly lean: number; readonly marks: readonly Svg[] }

/** Marks run over the tile's edge, so that no seam shows between tiles. */
const overMm = 1
const upright = (x: number, width: number, sizeMm: number): Svg =>
  element('rect', { x, y: -overMm, width, height: sizeMm + 2 * overMm })
const level = (y: number, height: number, sizeMm: number): Svg =>
  element('rect', { x: -overMm, y, width: sizeMm + 2 * overMm, height })
const dot = (cx: number, cy: number, r: number): Svg => element('circle', { cx, cy, r })

const tiles: Readonly<Record<PatternStyle['kind'], (leanDegrees: number, spread: number) => Tile>> = {
  diagonal: (lean, spread) => ({ sizeMm: 1.3 * spread, lean, marks: [upright(0.48, 0.34, 1.3 * spread)] }),
  dots: () => ({ sizeMm: 1.3, lean: 0, marks: [dot(0.325, 0.325, 0.2), dot(0.975, 0.975, 0.2)] }),
  cross: (lean) => ({ sizeMm: 1.6, lean, marks: [upright(0.68, 0.24, 1.6), level(0.68, 0.24, 1.6)] }),
  horizontal: () => ({ sizeMm: 1.2, lean: 0, marks: [level(0.45, 0.3, 1.2)] }),
  stripes: (lean) => ({ sizeMm: 2.2, lean, marks: [upright(0.55, 1.1, 2.2)] }),
}
