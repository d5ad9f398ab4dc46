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
  const { signal } = work
  const measured: MeasuredStudy[] = []
  for (const [i, study] of studies.entries()) {
    work.progress?.(i / studies.length, 'page.work.measuring')
    const onDay = await measure(study, request, { signal })
    if (!onDay.ok) return onDay
    const { announced: at } = study.plan
    const onAnnouncement = at === undefined ? null : await measure(study, { ...request, at }, { signal })
    if (onAnnouncement?.ok === false) return onAnnouncement
    const against = await publish(study, onDay.value.at, { signal })
    if (!against.ok) return against
    measured.push({ study, onDay: onDay.value, onAnnouncement: onAnnouncement?.value ?? null, against: against.value })
  }
  return done(compareStudies(measured))
}
