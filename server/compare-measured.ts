import { done, type Outcome } from '../core/outcome.ts'
import type { GroundIntervals } from '../core/precedents/ground-intervals.ts'
import type { MeasuredDay } from '../core/precedents/precedent.ts'
import type { PublishedRow } from '../core/precedents/published-rows.ts'
import type { Work } from '../core/progress.ts'
import { compareStudies, type Comparison, type MeasuredStudy } from '../core/study/comparison.ts'
import type { Measurement } from '../core/study/measurement.ts'
import type { Study } from '../core/study/study.ts'
import type { MeasureRequest } from './engine/measure-study.ts'

/** How a comparison measures a study, and sets its published figures against what its layers give. */
export type Comparing = {
  readonly measure: (study: Study, request: MeasureRequest, work: Work) => Promise<Outcome<Measurement>>
  /** How sure what is held, shelled and damaged is. */
  readonly sure: (study: Study, request: MeasureRequest, work: Work) => Promise<Outcome<GroundIntervals>>
  readonly publish: (study: Study, at: string | null, work: Work) => Promise<Outcome<PublishedRow[]>>
}

/** Measures studies one after another, also on the day that each plan was announced, and sets them side by side. */
export async function compareMeasured(
  studies: readonly Study[],
  request: MeasureRequest,
  { measure, sure, publish }: Comparing,
  work: Work = {},
): Promise<Outcome<Comparison>> {
  const { signal } = work
  const dayOf = async (study: Study, asked: MeasureRequest, areas: MeasureRequest): Promise<Outcome<MeasuredDay>> => {
    const measurement = await measure(study, areas, { signal })
    if (!measurement.ok) return measurement
    const isDrawn = (asked.draws ?? 0) > 0
    const intervals = isDrawn ? await sure(study, asked, { signal }) : null
    if (intervals?.ok === false) return intervals
    return done({ measurement: measurement.value, intervals: intervals?.value ?? null })
  }
  const measured: MeasuredStudy[] = []
  for (const [i, study] of studies.entries()) {
    work.progress?.(i / studies.length, 'page.work.measuring')
    const onDay = await dayOf(study, request, request)
    if (!onDay.ok) return onDay
    const { announced: at } = study.plan
    const onAnnouncement = at === undefined ? null : await dayOf(study, { ...request, at }, { at })
    if (onAnnouncement?.ok === false) return onAnnouncement
    const against = await publish(study, onDay.value.measurement.at, { signal })
    if (!against.ok) return against
    measured.push({ study, onDay: onDay.value, onAnnouncement: onAnnouncement?.value ?? null, against: against.value })
  }
  return done(compareStudies(measured))
}
