import type { Features } from '../../core/geometry/shapes.ts'
import { done, refused, type Outcome } from '../../core/outcome.ts'
import type { MeasuredDay } from '../../core/precedents/precedent.ts'
import type { PublishedRow } from '../../core/precedents/published-rows.ts'
import { problem } from '../../core/problem.ts'
import type { Work } from '../../core/progress.ts'
import type { ComparedPlans } from '../../core/report/report-input.ts'
import { compareStudies, type MeasuredStudy } from '../../core/study/comparison.ts'
import { measureStudy } from '../../core/study/measure.ts'
import type { Measurement } from '../../core/study/measurement.ts'
import type { Study } from '../../core/study/study.ts'
import { measureStored, type MeasureRequest, type StoredStudy } from './measure-study.ts'
import { inputHash } from '../export/input-hash.ts'

/** The study of a report as it was measured already. */
type Own = {
  readonly study: Study
  readonly features: ReadonlyMap<string, Features>
  readonly measurement: Measurement
  readonly published: readonly PublishedRow[]
}

/**
 * Sets a measured study beside others: each of them on its own day with the same draws, and all on the day that their
 * plan was announced. Refuses a study that stands there twice, and what cannot be measured.
 */
export async function comparePlans(
  { study, features, measurement, published }: Own, others: readonly StoredStudy[], { draws, seed }: MeasureRequest, work: Work,
): Promise<Outcome<ComparedPlans>> {
  const { announced } = study.plan
  const onAnnouncement = announced === undefined ? null : measureStudy(study, features, { at: announced }, { signal: work.signal })
  if (onAnnouncement && !onAnnouncement.ok) return onAnnouncement
  const measured: MeasuredStudy[] = [{ study, onDay: dayOf(measurement), onAnnouncement: onAnnouncement && dayOf(onAnnouncement.value), against: published }]
  for (const [i, other] of others.entries()) {
    if (measured.some((before) => before.study.id === other.study.id)) return refused(problem('study-twice', { id: other.study.id }))
    work.progress?.(i / others.length, 'report.comparing')
    const beside = await measureBeside(other, { draws, seed }, { signal: work.signal })
    if (!beside.ok) return beside
    measured.push(beside.value)
  }
  return done({
    comparison: compareStudies(measured),
    studies: new Map(measured.map((own) => [own.study.id, own.study])),
    hashes: new Map(measured.map((own) => [own.study.id, inputHash(own.study, own.onDay.measurement)])),
  })
}

async function measureBeside(stored: StoredStudy, request: MeasureRequest, work: Work): Promise<Outcome<MeasuredStudy>> {
  const { study } = stored
  const { announced } = study.plan
  const measurement = await measureStored({ ...stored, request }, work)
  if (!measurement.ok) return measurement
  const onAnnouncement = announced === undefined ? null : await measureStored({ ...stored, request: { at: announced } }, work)
  if (onAnnouncement && !onAnnouncement.ok) return onAnnouncement
  return done({ study, onDay: dayOf(measurement.value), onAnnouncement: onAnnouncement && dayOf(onAnnouncement.value), against: [] })
}

/** The report gives intervals of classes, which the measurement carries, and none of a party's classes together. */
const dayOf = (measurement: Measurement): MeasuredDay => ({ measurement, intervals: null })
