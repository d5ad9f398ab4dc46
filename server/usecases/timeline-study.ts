import type { Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { timelineOf, type TimelineOptions } from '../../core/timeline/timeline.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { StoredStudy } from './measure-study.ts'
import type { Timeline } from '../../core/timeline/timeline-answer.ts'

/** Measures a study whose layers lie in files on every day of its timeline. */
export async function timelineStored(
  { study, paths, request }: StoredStudy & { readonly request: TimelineOptions },
  work: TaskContext,
): Promise<Outcome<Timeline>> {
  const needed = study.layers.filter(
    ({ id, role }) => id === study.plan.layer || (role !== 'context' && role !== 'units'),
  )
  const features = await readLayerFeatures(study, needed, paths)
  return features.ok ? timelineOf(study, features.value, request, work) : features
}
