import { done, type Outcome } from '../../core/result/outcome.ts'
import type { Drawing } from '../../core/compare/published-rows.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { quietly } from '../../core/result/progress.ts'
import { compareStudies, type MeasuredStudy } from '../../core/compare/comparison.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import type { Study } from '../../core/model/study.ts'
import { eachOnce } from './compare-plans.ts'
import type { MeasureRequest } from './measure-study.ts'
import { isOfOneStudy, skippedStudy } from '../../core/compare/skipped-study.ts'
import type { Comparison, PublishedRow, SkippedStudy } from '../../core/compare/comparison-answer.ts'

/** How a comparison measures a study, and sets its published figures against what its layers give. */
export type Comparing = {
  readonly measure: (study: Study, request: MeasureRequest, work: TaskContext) => Promise<Outcome<Measurement>>
  readonly publish: (
    study: Study,
    at: string | null,
    drawing: Drawing,
    work: TaskContext,
  ) => Promise<Outcome<PublishedRow[]>>
}

/** So many studies are measured at once: more would keep every thread from what others ask. */
const atOnce = 2

/**
 * Measures studies, also on the day that each plan was announced, and sets them side by side. One that cannot be measured
 * is skipped and named with the reason, after those of `absent`; where none can be, that of the first is the refusal. Refuses
 * a study that stands there twice: sentences name studies by their ids.
 */
export async function compareMeasured(
  studies: readonly Study[],
  request: MeasureRequest,
  { measure, publish }: Comparing,
  work: TaskContext = {},
  absent: readonly SkippedStudy[] = [],
): Promise<Outcome<Comparison>> {
  const once = eachOnce(studies)
  if (!once.ok) return once
  const quiet = quietly(work)
  const requested = { ...request, samples: true }
  const measureOne = async (study: Study): Promise<Outcome<MeasuredStudy>> => {
    const onDay = await measure(study, requested, quiet)
    if (!onDay.ok) return onDay
    const { announced: at } = study.plan
    const onAnnouncement = at === undefined ? null : await measure(study, { ...requested, at }, quiet)
    if (onAnnouncement?.ok === false) return onAnnouncement
    const against = await publish(study, onDay.value.at, { draws: request.draws, seed: request.seed }, quiet)
    if (!against.ok) return against
    return done({ study, onDay: onDay.value, onAnnouncement: onAnnouncement?.value ?? null, against: against.value })
  }
  const measured: Outcome<MeasuredStudy>[] = []
  let next = 0
  let finished = 0
  const lane = async (): Promise<void> => {
    for (let i = next++; i < studies.length; i = next++) {
      measured[i] = await measureOne(studies[i]!)
      work.progress?.(++finished / studies.length, 'page.work.measuring')
      const own = measured[i]!
      // What nobody has begun with need not be measured where all is refused; what stands before it is under way.
      if (!own.ok && !isOfOneStudy(own.problem)) next = studies.length
    }
  }
  work.progress?.(0, 'page.work.measuring')
  await Promise.all(Array.from({ length: atOnce }, lane))
  const all: MeasuredStudy[] = []
  const skipped = [...absent]
  for (const [i, one] of measured.entries()) {
    if (one.ok) all.push(one.value)
    else if (isOfOneStudy(one.problem)) skipped.push(skippedStudy(studies[i]!, one.problem))
    else return one
  }
  const first = measured[0]
  return all.length === 0 && first?.ok === false ? first : done(compareStudies(all, skipped))
}
