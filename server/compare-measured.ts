import { done, type Outcome } from '../core/outcome.ts'
import type { PublishedRow } from '../core/precedents/published-rows.ts'
import type { Work } from '../core/progress.ts'
import { compareStudies, type Comparison, type MeasuredStudy } from '../core/study/comparison.ts'
import type { Measurement } from '../core/study/measurement.ts'
import type { Study } from '../core/study/study.ts'
import type { MeasureRequest } from './engine/measure-study.ts'

/** How a comparison measures a study, and sets its published figures against what its layers give. */
export type Comparing = {
  readonly measure: (study: Study, request: MeasureRequest, work: Work) => Promise<Outcome<Measurement>>
  readonly publish: (study: Study, at: string | null, work: Work) => Promise<Outcome<PublishedRow[]>>
}

/** Measures studies one after another, also on the day that each plan was announced, and sets them side by side. */
export async function compareMeasured(
  studies: readonly Study[],
  request: MeasureRequest,
  { measure, publish }: Comparing,
  work: Work = {},
): Promise<Outcome<Comparison>> {
  const measured: MeasuredStudy[] = []
  for (const study of studies) {
    const measurement = await measure(study, request, work)
    if (!measurement.ok) return measurement
    const { announced } = study.plan
    const onAnnouncement = announced === undefined ? null : await measure(study, { at: announced }, work)
    if (onAnnouncement && !onAnnouncement.ok) return onAnnouncement
    const against = await publish(study, measurement.value.at, work)
    if (!against.ok) return against
    measured.push({ study, measurement: measurement.value, onAnnouncement: onAnnouncement?.value ?? null, against: against.value })
  }
  return done(compareStudies(measured))
}
