import { isDamageList, isEventList } from '../../core/model/lists.ts'
import type { ClusterRule } from '../../core/damage/damage-answer.ts'
import { damageReportOf } from '../../core/damage/damage-report.ts'
import type { DamageReport } from '../../core/damage/damage-answer.ts'
import { eventReportOf } from '../../core/events/event-report.ts'
import type { EventReport } from '../../core/events/event-answer.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { requestedDay } from '../../core/model/requested-day.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { StoredStudy } from './measure-study.ts'

/** What is asked of the damaged sites of a study: the day, and the rule for clusters. */
export type DamageRequest = ClusterRule & { readonly at?: string | undefined }

/** Counts the damaged sites of a study whose layers lie in files. */
export async function damageStored({
  study,
  paths,
  request,
}: StoredStudy & { readonly request: DamageRequest }): Promise<Outcome<DamageReport>> {
  const features = await readLayerFeatures(study, layersWith(study, isDamageList), paths)
  if (!features.ok) return features
  const day = requestedDay(study, request.at)
  if (!day.ok) return day
  const { cellM, least } = request
  return done(damageReportOf(study, features.value, day.value, { cellM, least }))
}

/** Gathers what the lists of events of a study come to whose layers lie in files. */
export async function eventsStored(
  { study, paths, request }: StoredStudy & { readonly request: { readonly at?: string | undefined } },
  work: TaskContext,
): Promise<Outcome<EventReport>> {
  const features = await readLayerFeatures(study, layersWith(study, isEventList), paths)
  const day = requestedDay(study, request.at)
  if (!day.ok) return day
  return features.ok ? eventReportOf(study, features.value, day.value, work) : features
}

/** The plan, the units, and the layers that are lists. */
const layersWith = ({ layers, plan }: Study, isList: (layer: Layer) => boolean): Layer[] =>
  layers.filter((layer) => layer.id === plan.layer || layer.role === 'units' || isList(layer))
