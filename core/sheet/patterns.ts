import type { Pattern } from '../study/layer.ts'
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

export const patternId = ({ kind, ink, opacity, leanDegrees, spread = 1 }: PatternStyle): string =>
  `${kind}-${ink.slice(1).toLowerCase()}-${decimal(opacity * 100, 0)}-${leanDegrees}${spread === 1 ? '' : `-${decimal(spread * 10, 0)}`}`

/** One tile of the pattern, in millimetres; lines are never thinner than 0.2 mm. */
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
    element('g', { fill: style.ink, 'fill-opacity': style.opacity }, ...marks),
  )
}

type Tile = { readonly sizeMm: number; readonly lean: number; readonly marks: readonly Svg[] }

const bar = (x: number, y: number, width: number, height: number): Svg => element('rect', { x, y, width, height })
const dot = (cx: number, cy: number, r: number): Svg => element('circle', { cx, cy, r })

const tiles: Readonly<Record<PatternStyle['kind'], (leanDegrees: number, spread: number) => Tile>> = {
  diagonal: (lean, spread) => ({ sizeMm: 1.3 * spread, lean, marks: [bar(0.48, 0, 0.34, 1.3 * spread)] }),
  dots: () => ({ sizeMm: 1.3, lean: 0, marks: [dot(0.325, 0.325, 0.2), dot(0.975, 0.975, 0.2)] }),
  cross: (lean) => ({ sizeMm: 1.6, lean, marks: [bar(0.68, 0, 0.24, 1.6), bar(0, 0.68, 0.68, 0.24), bar(0.92, 0.68, 0.68, 0.24)] }),
  horizontal: () => ({ sizeMm: 1.2, lean: 0, marks: [bar(0, 0.45, 1.2, 0.3)] }),
  stripes: (lean) => ({ sizeMm: 2.2, lean, marks: [bar(0.55, 0, 1.1, 2.2)] }),
}
