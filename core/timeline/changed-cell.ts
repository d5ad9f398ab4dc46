import type { ClassName } from '../model/measurement.ts'
import type { ChangeCell } from './change.ts'

/** Ground of a cell without what redrawing its lines could make. */
export const changedPart = ({ areaM2, sliversM2 = 0 }: ChangeCell): number => areaM2 - sliversM2

/** Whether the ground of a cell lies under other classes on the second day, as far as is known. */
export const isChanged = ({ fromClasses, toClasses, notKnown }: ChangeCell): boolean => notKnown !== true && differ(fromClasses, toClasses)

/** Whether two sets of classes are not the same. */
export const differ = (a: readonly ClassName[], b: readonly ClassName[]): boolean => JSON.stringify(a) !== JSON.stringify(b)
