import type { Layer } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'

/** The snapshots of a layer's series, itself included. */
export const snapshotsOf = ({ layers }: Study, { name, role }: Layer): Layer[] =>
  layers.filter((layer) => layer.name === name && layer.role === role)

/** Whether all snapshots of a layer's series came with one load: what is said of one is then meant of all. */
export const isLoadedTogether = (study: Study, layer: Layer): boolean => {
  const snapshots = snapshotsOf(study, layer)
  return snapshots.length > 1 && snapshots.every(({ sha256 }) => sha256 === layer.sha256)
}
