import { createHash } from 'node:crypto'
import { refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import type { MeasureRequest } from '../../usecases/measure-study.ts'
import type { TaskRunner } from '../../workers/tasks.ts'
import type { Measurer } from '../../database/overlay-in-blocks.ts'
import type { Store } from '../../store/store.ts'
import { measurerOf, type Databases } from '../../usecases/measurer-of.ts'

const mostKept = 30

export type Measuring = ReturnType<typeof keepMeasurements>

/** Measurements of stored studies; those asked for last are kept, by the study's whole content and what was asked. */
export function keepMeasurements(store: Store, runner: TaskRunner, databases: Databases) {
  const kept = new Map<string, Measurement>()

  /** Equal for requests that must have the same answer. */
  const keyOf = (study: Study, request: MeasureRequest): string =>
    createHash('sha256')
      .update(JSON.stringify([study, request]))
      .digest('hex')

  return {
    keyOf,

    async measure(
      study: Study,
      { engine, ...request }: MeasureRequest & { readonly engine?: Measurer['engine'] | undefined },
      work: TaskContext,
    ): Promise<Outcome<Measurement>> {
      const measurer = measurerOf(databases, engine)
      if (!measurer.ok) return measurer
      if (measurer.value) {
        // Its databases keep what they found, and say whether they are all there.
        const paths = await layerPaths(store, study)
        return runner.run('measure-study', { study, paths, request, measurer: measurer.value }, work)
      }
      const key = keyOf(study, request)
      const before = kept.get(key)
      if (before) {
        // To the end, behind all that was asked for longer ago.
        kept.delete(key)
        kept.set(key, before)
        return { ok: true, value: before }
      }
      const paths = await layerPaths(store, study)
      const measured = await runner.run('measure-study', { study, paths, request }, work)
      if (!measured.ok && work.signal?.aborted) return measured
      if (!measured.ok) return (await changedMeanwhile(store, study)) ?? measured
      kept.set(key, measured.value)
      for (const [oldest] of kept) {
        if (kept.size <= mostKept) break
        kept.delete(oldest)
      }
      return measured
    },
  }
}

export async function layerPaths(store: Store, study: Study): Promise<Record<string, string>> {
  const paths: Record<string, string> = {}
  for (const layer of study.layers) paths[layer.id] = await store.layerPath(study, layer.file)
  return paths
}

/** A file that vanished while it was wanted belongs to a study that has moved on. */
async function changedMeanwhile(store: Store, study: Study) {
  const now = await store.read(study.id)
  const isSame = now.ok && now.value.revision === study.revision
  return isSame ? null : refused(problem('study-changed', { id: study.id }))
}
