import type { Layer, LayerClass, Pattern, Role } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'
import { freeStyle, type FillStyle } from './palettes.ts'

/** How the ground of a class is drawn, on screen, on paper and in the styles of exports; each turns it into its own marks. */
export type ClassSymbol = {
  readonly color: string
  readonly pattern: Pattern
  /** Hatched without fill, so that what lies under it shows through. */
  readonly isHatchOnly: boolean
  /** What only some sources say is paler than what all say. */
  readonly isPale: boolean
  /** Of the fill, 0 to 1. */
  readonly fillOpacity: number
  /** Of all of it, where the layer says so. */
  readonly opacity?: number
  /** Which way the lines of its pattern lean, clockwise from upright, so that layers over each other cross. */
  readonly leanDegrees: number
  /** How many times wider than usual its marks stand apart. */
  readonly spread: number
}

/** What a layer says of how a class is drawn. */
export type ClassFill = FillStyle & { readonly confidence?: LayerClass['confidence'] }

/** Of the roles that are hatched: the pattern in place of a solid fill, and how its lines lean. */
const hatches: Partial<Record<Role, { readonly pattern: Pattern; readonly leanDegrees: number }>> = {
  shelling: { pattern: 'diagonal', leanDegrees: 135 },
  damage: { pattern: 'dots', leanDegrees: 90 },
  zones: { pattern: 'horizontal', leanDegrees: 0 },
}

/**
 * Control is filled with a pattern over it, paler where only some sources say so, and wide dots without fill where it is
 * inferred. Shelling is a hatch without fill, so that control shows through; so are damage and zones where control is on
 * the map, and filled where it is not.
 */
export function classSymbol(role: Role, fill: ClassFill, isOverControl: boolean): ClassSymbol {
  const { color, pattern, confidence } = fill
  const hatch = role === 'shelling' || isOverControl ? hatches[role] : undefined
  const own = { color, isPale: false, isHatchOnly: true, fillOpacity: 0, leanDegrees: 45, spread: 1 }
  if (hatch)
    return {
      ...own,
      pattern: pattern === 'solid' ? hatch.pattern : pattern,
      leanDegrees: hatch.leanDegrees,
      spread: 1.5,
    }
  if (confidence === 'inferred') return { ...own, pattern: 'dots', spread: 2.5 }
  const isPale = confidence === 'some-sources'
  return { ...own, pattern, isHatchOnly: false, isPale, fillOpacity: pattern === 'none' ? 0 : isPale ? 0.18 : 0.55 }
}

/** The symbol of a class of a layer: as the layer describes it, by its place among the layer's classes where it does not. */
export const symbolOfClass = (layer: Layer, name: ClassName, place: number, isOverControl: boolean): ClassSymbol => ({
  ...classSymbol(
    layer.role,
    layer.classes.find((described) => described.class === name) ??
      freeStyle(layer.role, layer.classField === undefined, place),
    isOverControl,
  ),
  ...(layer.opacity === undefined ? {} : { opacity: layer.opacity }),
})

/** Classes too small to have a symbol of their own, together: plain grey, or grey dots where what lies under them shows through. */
export const togetherSymbol = (isHatchOnly: boolean): ClassSymbol => ({
  color: '#6E6A64',
  pattern: isHatchOnly ? 'dots' : 'solid',
  isHatchOnly,
  isPale: false,
  fillOpacity: isHatchOnly ? 0 : 0.5,
  leanDegrees: 45,
  spread: 1,
})

/** Ground of which nobody knows who holds it since a hold ended; ground not covered is bare. */
export const notKnownSymbol = {
  color: '#5F5B55',
  pattern: 'cross',
  isHatchOnly: true,
  isPale: true,
  fillOpacity: 0,
  leanDegrees: 0,
  spread: 2,
} as const satisfies ClassSymbol
