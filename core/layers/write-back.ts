import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { nameTaken } from './layer-set.ts'
import type { Layer } from '../model/layer.ts'
import type { Study } from '../model/study.ts'

/** What follows from a layer's file; it changes when the file is read again, never by being written. */
const fromTheFile = [
  'file',
  'geometryType',
  'evenOdd',
  'crs',
  'encoding',
  'sublayer',
  'where',
  'positions',
  'drawn',
  'drawn',
  'features',
  'extent',
  'offers',
  'sha256',
  'notes',
] as const satisfies readonly (keyof Layer)[]

/** A note of what an older form of the study did not state follows from the form, not from the file. */
const memberOf = (layer: Layer, key: (typeof fromTheFile)[number]): unknown =>
  key === 'notes' ? layer.notes.filter(({ code }) => code !== 'confidence-not-stated') : layer[key]

/**
 * The study as a user wrote it back whole. Words, dates, classes, accuracies and the order of layers may change; which
 * layers there are, and what follows from their files, may not.
 */
export function writeBack(stands: Study, written: Study): Outcome<Study> {
  if (written.id !== stands.id) return refused(problem('study-id-fixed', { id: stands.id, other: written.id }))
  const known = new Map(stands.layers.map((layer) => [layer.id, layer]))
  for (const layer of written.layers) {
    const before = known.get(layer.id)
    if (!before) return refused(problem('layer-set-fixed', { id: stands.id }))
    const taken = nameTaken(
      written.layers.filter(({ id }) => id !== layer.id),
      layer,
    )
    if (taken) return taken
    const member = fromTheFile.find(
      (key) => JSON.stringify(memberOf(layer, key)) !== JSON.stringify(memberOf(before, key)),
    )
    if (member) return refused(problem('layer-member-fixed', { layer: layer.name, member }))
    known.delete(layer.id)
  }
  if (known.size > 0) return refused(problem('layer-set-fixed', { id: stands.id }))
  if (written.plan.layer !== null && !written.layers.some(({ id }) => id === written.plan.layer)) {
    return refused(problem('layer-not-found', { id: stands.id, layer: written.plan.layer }))
  }
  return done({ ...written, layers: written.layers.map((layer) => withChecksumOf(layer, stands)) })
}

/** The checksum of the layer's file is the store's to say; a study of an older form has none. */
function withChecksumOf({ fileSha256: _written, ...layer }: Layer, stands: Study): Layer {
  const fileSha256 = stands.layers.find(({ id }) => id === layer.id)?.fileSha256
  return { ...layer, ...(fileSha256 === undefined ? {} : { fileSha256 }) }
}
