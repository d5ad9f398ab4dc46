import type { Study } from '../model/study.ts'
import type { Change } from './timeline-answer.ts'

/** Whether all changes are of zones, whose classes are no parties: nothing is told there of whose the ground was. */
export const areOfZones = (
  { layers }: Pick<Study, 'layers'>,
  changes: readonly Pick<Change, 'fromLayer' | 'toLayer'>[],
): boolean =>
  changes.every(({ fromLayer, toLayer }) =>
    layers.every(({ id, role }) => (id !== fromLayer && id !== toLayer) || role === 'zones'),
  )
