import type { Identified } from '../../core/measure/identify.ts'
import type { ClassName } from '../../core/model/measurement.ts'

/** What large layers say of the place under the pointer. */
export type PointedPlace = {
  /** The classes there by the name of each layer that was asked. */
  readonly classes: ReadonlyMap<string, readonly ClassName[]>
  /** Of the feature that lies on top. */
  readonly outline: Identified['layers'][number]['outline'] | null
}
