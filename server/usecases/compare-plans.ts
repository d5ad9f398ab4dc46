import type { Features } from '../../core/geometry/shapes.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { quietly } from '../../core/result/progress.ts'
import type { ComparedPlans } from '../../core/report/report-input.ts'
import { compareStudies, type MeasuredStudy } from '../../core/compare/comparison.ts'
import { measureStudy } from '../../core/measure/measure.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import type { Study } from '../../core/model/study.ts'
import { measureStored, type MeasureRequest, type StoredStudy } from './measure-study.ts'
import { inputHash } from '../store/input-hash.ts'
import { isOfOneStudy, skippedStudy } from '../../core/compare/skipped-study.ts'
import type { PublishedRow, SkippedStudy } from '../../core/compare/comparison-answer.ts'

/** The study of a report as it was measured already. */
type Own = {
  readonly study: Study
  readonly features: ReadonlyMap<string, Features>
  readonly measurement: Measurement
  readonly published: readonly PublishedRow[]
}

/** Refuses studies of which one stands there twice. */
export function eachOnce(studies: readonly Pick<Study, 'id'>[]): Outcome<null> {
  const twice = studies.find(({ id }, i) => studies.findIndex((other) => other.id === id) < i)
  return twice ? refused(problem('study-twice', { id: twice.id })) : done(null)
}

/**
 * Sets a measured study beside others: each of them on its own day with the same draws, and all on the day that their
 * plan was announced. Of the others one that cannot be measured is skipped and named. Refuses a study that stands there twice.
 */
export async function comparePlans(
  { study, features, measurement, published }: Own,
  others: readonly StoredStudy[],
  { draws, seed }: MeasureRequest,
  work: TaskContext,
): Promise<Outcome<ComparedPlans>> {
  const once = eachOnce([study, ...others.map((other) => other.study)])
  if (!once.ok) return once
  const { announced } = study.plan
  const requested = { draws, seed, samples: true, unitIntervals: false }
  const quiet = quietly(work)
  const isDrawn = measurement.method.interval === undefined || measurement.plan.sample !== undefined
  const onDay = isDrawn
    ? done(measurement)
    : measureStudy(study, features, { at: measurement.at ?? undefined, ...requested }, quiet)
  if (!onDay.ok) return onDay
  const onAnnouncement =
    announced === undefined ? null : measureStudy(study, features, { at: announced, ...requested }, quiet)
  if (onAnnouncement && !onAnnouncement.ok) return onAnnouncement
  const measured: MeasuredStudy[] = [
    { study, onDay: onDay.value, onAnnouncement: onAnnouncement && onAnnouncement.value, against: published },
  ]
  const skipped: SkippedStudy[] = []
  for (const [i, other] of others.entries()) {
    work.progress?.(i / others.length, 'report.comparing')
    const beside = await measureComparison(other, requested, quiet)
    if (beside.ok) measured.push(beside.value)
    else if (isOfOneStudy(beside.problem)) skipped.push(skippedStudy(other.study, beside.problem))
    else return beside
  }
  return done({
    comparison: compareStudies(measured, skipped),
    studies: new Map(measured.map((own) => [own.study.id, own.study])),
    hashes: new Map(measured.map((own) => [own.study.id, inputHash(own.study, own.onDay)])),
  })
}

async function measureComparison(
  stored: StoredStudy,
  request: MeasureRequest,
  work: TaskContext,
): Promise<Outcome<MeasuredStudy>> {
  const { study } = stored
  const { announced } = study.plan
  const measurement = await measureStored({ ...stored, request }, work)
  if (!measurement.ok) return measurement
  const onAnnouncement =
    announced === undefined ? null : await measureStored({ ...stored, request: { ...request, at: announced } }, work)
  if (onAnnouncement && !onAnnouncement.ok) return onAnnouncement
  return done({ study, onDay: measurement.value, onAnnouncement: onAnnouncement && onAnnouncement.value, against: [] })
}
