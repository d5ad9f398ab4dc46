import type { PatternStyle } from '../../../core/sheet/patterns.ts'

/** Lines of a pattern: how they lean, clockwise from upright, how far apart they stand, and how wide they are. */
export type PatternLines = { readonly leanDegrees: number; readonly distanceMm: number; readonly widthMm: number }

/** The lines that make a pattern, in the same millimetres as on the sheet; none for dots. */
export function patternLines({ kind, leanDegrees, spread = 1 }: PatternStyle): PatternLines[] {
  const lines = (lean: number, distance: number, widthMm: number): PatternLines => ({
    leanDegrees: lean,
    distanceMm: distance * spread,
    widthMm,
  })
  switch (kind) {
    case 'diagonal':
      return [lines(leanDegrees, 1.3, 0.34)]
    case 'cross':
      return [lines(leanDegrees, 1.6, 0.24), lines(leanDegrees - 90, 1.6, 0.24)]
    case 'horizontal':
      return [lines(90, 1.2, 0.3)]
    case 'stripes':
      return [lines(leanDegrees, 2.2, 1.1)]
    case 'dots':
      return []
  }
}
