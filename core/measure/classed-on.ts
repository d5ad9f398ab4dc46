import type { Features } from '../geometry/shapes.ts'
import { classify } from '../classify/classes.ts'
import type { HoldEnd } from '../model/hold-end.ts'
import type { Layer } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'
import { stillHeld } from './hold-ends.ts'
import { validOn } from './validity.ts'

/** The features of a layer in their classes on a day, as the measurement sorts them; class -1 takes no part. */
export type ClassedFeatures = {
  readonly names: readonly ClassName[]
  readonly classOfFeature: Int32Array
  /** Of each feature -1, or more where its party's hold has ended, so that nobody knows who holds its ground. */
  readonly endOfFeature: Int32Array
}

/**
 * Sorts features to be drawn; only their attributes are read. A layer that cannot be classified is drawn as one class, since
 * its measurement says what is wrong.
 */
export function classedOn(
  layer: Layer,
  features: Features,
  at: string | null,
  ends: readonly HoldEnd[],
): ClassedFeatures {
  const sorted = classify(layer, features)
  const { valid } = validOn(layer, features, at)
  const names = sorted.ok ? sorted.value.names : [layer.name]
  const classOfFeature = Int32Array.from(valid, (isValid, feature) => {
    if (!isValid) return -1
    return sorted.ok ? sorted.value.classOfFeature[feature]! : 0
  })
  const { ended: _ended, ...held } = stillHeld(layer, features, { names, classOfFeature }, at, ends)
  return held
}
