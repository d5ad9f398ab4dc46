import type { ClassName, Interval } from '../model/measurement.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import type { ChangeCell } from './timeline-answer.ts'

/** Ground of a cell without what redrawing its lines could make. */
export const changedPart = ({ areaM2, sliversM2 = 0 }: ChangeCell): number => areaM2 - sliversM2

/** Whether the ground of a cell lies under other classes on the second day, as far as is known. */
export const isChanged = ({ fromClasses, toClasses, notKnown }: ChangeCell): boolean =>
  notKnown !== true && differ(fromClasses, toClasses)

/** Whether two sets of classes are not the same. */
export const differ = (a: readonly ClassName[], b: readonly ClassName[]): boolean =>
  JSON.stringify(a) !== JSON.stringify(b)

/** Ground of cells whose hold ended between the days; with its interval where it is one cell, since of several together nothing was drawn. */
export type NotKnown = { readonly notKnownM2?: number; readonly notKnown?: Interval }

export function notKnownGround(cells: readonly ChangeCell[]): NotKnown {
  const own = cells.filter(({ notKnown, areaM2 }) => notKnown === true && areaM2 > 0)
  const [only, ...others] = own
  if (!only) return {}
  const { low, high } = only
  return {
    notKnownM2: sumOf(own.map(({ areaM2 }) => areaM2)),
    ...(others.length === 0 && low !== undefined && high !== undefined ? { notKnown: { low, high } } : {}),
  }
}
