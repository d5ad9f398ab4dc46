import type { Outcome } from '../../core/result/outcome.ts'
import type { Work } from '../../core/parallel/crew.ts'
import { timelineOf, type Timeline, type TimelineOptions } from '../../core/timeline/timeline.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { StoredStudy } from './measure-study.ts'

/** Measures a study whose layers lie in files on every day of its timeline. */
export async function timelineStored(
  { study, paths, request }: StoredStudy & { readonly request: TimelineOptions },
  work: Work,
): Promise<Outcome<Timeline>> {
  const needed = study.layers.filter(
    ({ id, role }) => id === study.plan.layer || (role !== 'context' && role !== 'units'),
  )
  const features = await readLayerFeatures(study, needed, paths)
  return features.ok ? timelineOf(study, features.value, request, work) : features
}
