import { done, type Outcome } from '../../core/result/outcome.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import { overlayQuestion } from '../../core/measure/overlay-question.ts'
import { overlayDifference } from '../../core/overlay/add-overlays.ts'
import { overlay } from '../../core/overlay/overlay.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { requestedDay } from '../../core/model/requested-day.ts'
import { measureStudy, type MeasureOptions } from '../../core/measure/measure.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import { layersAt } from '../../core/model/snapshot.ts'
import { withAccuracies, type AssumedAccuracy } from '../../core/layers/state-accuracy.ts'
import type { Layer } from '../../core/model/layer.ts'
import { stepOf } from '../../core/result/progress.ts'
import type { Study } from '../../core/model/study.ts'
import type { Measurer } from '../database/overlay-in-blocks.ts'
import { readLayerFeatures } from '../store/layer-features.ts'

/** What is asked of a measurement; everything that changes a number is here and nowhere else. */
export type MeasureRequest = MeasureOptions & {
  /** Accuracies assumed of layers in place of those that they state. */
  readonly accuracy?: readonly AssumedAccuracy[] | undefined
}

export type StoredStudy = {
  readonly study: Study
  /** Path of each layer's features, by layer id. */
  readonly paths: Readonly<Record<string, string>>
}

/** Layers of so many features are read about as long as they are measured. */
const isLarge = ({ features }: Layer): boolean => features >= 100_000
const largeReadShare = 0.5

/** Measures a study whose layers lie in files; with a `measurer` the areas are found in databases. */
export async function measureStored(
  {
    study: stored,
    paths,
    request,
    measurer,
  }: StoredStudy & { readonly request: MeasureRequest; readonly measurer?: Measurer | undefined },
  work: TaskContext,
): Promise<Outcome<Measurement>> {
  const assumed = withAccuracies(stored, request.accuracy)
  if (!assumed.ok) return assumed
  const study = assumed.value
  const day = requestedDay(study, request.at)
  if (!day.ok) return day
  const needed = new Set(layersAt(study, day.value).filter(({ role }) => role !== 'context'))
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  if (plan) needed.add(plan)
  const read = [...needed].some(isLarge) ? largeReadShare : 0
  const reading = stepOf(work, 0, read)
  const features = await readLayerFeatures(study, [...needed], paths, (part) =>
    reading.progress?.(part, 'page.work.reading'),
  )
  if (!features.ok) return features
  return measureBy(measurer ?? null, study, features.value, request, stepOf(work, read, 1))
}

/** Measures a study by whoever is asked to. */
export async function measureBy(
  measurer: Measurer | null,
  study: Study,
  features: ReadonlyMap<string, Features>,
  request: MeasureRequest,
  work: TaskContext,
): Promise<Outcome<Measurement>> {
  if (measurer === null) return measureStudy(study, features, request, work)
  const layers = overlayQuestion(study, features, request)
  if (!layers.ok) return layers
  if (layers.value === null) return measureStudy(study, features, request, work)
  const { overlayInBlocks } = await import('../database/overlay-in-blocks.ts')
  const found = await overlayInBlocks(layers.value, measurer, stepOf(work, 0, 0.8))
  if (!found.ok) return found
  const { blocks, server } = found.value
  const measured = measureStudy(study, features, request, stepOf(work, 0.8, 1), found.value.overlay)
  if (!measured.ok) return measured
  const own = measured.value.method.engine
  const isWalk = measurer.engine === 'walk'
  const engine = isWalk ? `${own}, in ${blocks} blocks of ${server}` : `${server}, SQL in ${blocks} blocks`
  const agreement = isWalk
    ? {}
    : { agreement: { engine: own, worst: overlayDifference(found.value.overlay, overlay(layers.value, work)) } }
  return done({ ...measured.value, method: { ...measured.value.method, engine, ...agreement } })
}
