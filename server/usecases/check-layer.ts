import { readFile } from 'node:fs/promises'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { ownDay } from '../../core/model/requested-day.ts'
import { classify } from '../../core/classify/classes.ts'
import { isMeasured, type Layer } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'
import { validOn } from '../../core/measure/validity.ts'
import type { ValidityReport } from '../../core/geometry-check/fault.ts'
import { validityReport, type CheckedFeatures } from '../../core/geometry-check/validity-report.ts'
import type { NamedBytes } from '../import/record/imported.ts'
import { readAs } from './import-layer.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import { readOneLayer } from './read-one-layer.ts'

export type CheckRequest = {
  readonly study: Study
  readonly layer: Layer
  /** The layer's features as the study keeps them. */
  readonly path: string
  /** The files that the layer was loaded from; none where they were not kept. */
  readonly originals: readonly { readonly name: string; readonly path: string }[]
}

/**
 * What is wrong with a layer's geometry: of the file it was loaded from, since the study keeps rings closed and wound
 * alike, else of the features as they are kept.
 */
export async function checkLayer(
  { study, layer, path, originals }: CheckRequest,
  work: TaskContext,
): Promise<Outcome<ValidityReport>> {
  const checked = originals.length > 0 ? await fromFile(layer, originals, work) : await asKept(study, layer, path)
  if (!checked.ok) return checked
  const { features } = checked.value
  if (!isMeasured(layer)) return done(validityReport(checked.value, () => 0, work))
  const classified = classify(layer, features)
  if (!classified.ok) return classified
  const { valid } = validOn(layer, features, ownDay(study))
  const { classOfFeature } = classified.value
  return done(validityReport(checked.value, (feature) => (valid[feature] === 1 ? classOfFeature[feature]! : -1), work))
}

async function fromFile(
  layer: Layer,
  originals: CheckRequest['originals'],
  work: TaskContext,
): Promise<Outcome<CheckedFeatures>> {
  const files: NamedBytes[] = []
  for (const { name, path } of originals) files.push({ name, bytes: await readFile(path) })
  return readOneLayer(files, readAs(layer), undefined, work)
}

async function asKept(study: Study, layer: Layer, path: string): Promise<Outcome<CheckedFeatures>> {
  const kept = await readLayerFeatures(study, [layer], { [layer.id]: path })
  return kept.ok ? done({ features: kept.value.get(layer.id)!, evenOdd: layer.evenOdd }) : kept
}
