import { mainLayer } from '../../core/answer/main-layer.ts'
import { publishedRows } from '../../core/compare/published-rows.ts'
import { damageReportOf } from '../../core/damage/damage-report.ts'
import { eventReportOf } from '../../core/events/event-report.ts'
import { shownLists } from '../../core/export/withheld.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import { isReported } from '../../core/model/outline.ts'
import type { Study } from '../../core/model/study.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import type { BriefInput, FullInput } from '../../core/report/report-input.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { stepOf } from '../../core/result/progress.ts'
import { datedEvents } from '../../core/timeline/dated-events.ts'
import { changesOf } from '../../core/timeline/study-changes.ts'
import { timelineOf } from '../../core/timeline/timeline.ts'
import { uncertaintyOf } from '../../core/uncertainty/uncertainty-of.ts'
import { comparePlans } from './compare-plans.ts'
import type { MeasureRequest, StoredStudy } from './measure-study.ts'

/** A study as a report measured it on its day. */
export type Measured = {
  readonly study: Study
  readonly features: ReadonlyMap<string, Features>
  readonly measurement: Measurement
}

type Drawing = Pick<MeasureRequest, 'draws' | 'seed'>

/** What every style prints beside the measurement. */
type Shared = 'study' | 'features' | 'measurement' | 'language' | 'hash' | 'font'

/** The layers that change in a brief report: of changes it tells only what draws establish, and only of the main layer. */
export const changingLayers = (study: Study, measurement: Measurement, draws = 0): Study['layers'] =>
  draws === 0 || isReported(measurement)
    ? []
    : study.layers.filter(({ name }) => name === mainLayer(study, measurement)?.name)

/** What a brief report prints beside its measurement. */
export function briefAnswers(
  { study, features, measurement }: Measured,
  { draws, seed }: Drawing,
  work: TaskContext,
): Outcome<Omit<BriefInput, Shared>> {
  const series = changingLayers(study, measurement, draws)
  const changing = { ...study, layers: study.layers.filter((own) => own.role === 'plan' || series.includes(own)) }
  const changed = series.length === 0 ? null : changesOf(changing, features, undefined, { draws, seed }, work)
  if (changed?.ok === false) return changed
  return done({ style: 'brief', timeline: { changes: changed?.value.changes ?? [], events: datedEvents(study) } })
}

/** What a full report prints beside its measurement, `others` each on its own day. */
export async function fullAnswers(
  { study, features, measurement }: Measured,
  others: readonly StoredStudy[],
  measuring: MeasureRequest,
  work: TaskContext,
): Promise<Outcome<Omit<FullInput, Shared>>> {
  const { at } = measurement
  const drawing = { draws: measuring.draws, seed: measuring.seed }
  const timeline = timelineOf(study, features, drawing, stepOf(work, 0, 0.25))
  if (!timeline.ok) return timeline
  const published = publishedRows(study, features, at, drawing, work)
  if (!published.ok) return published
  const uncertainty = uncertaintyOf(
    study,
    features,
    { at: at ?? undefined, ...drawing, radii: false },
    stepOf(work, 0.25, 0.65),
  )
  if (!uncertainty.ok) return uncertainty
  const events = eventReportOf(study, features, at, work)
  if (!events.ok) return events
  const own = { study, features, measurement, published: published.value }
  const compared = others.length === 0 ? null : await comparePlans(own, others, measuring, stepOf(work, 0.65, 1))
  if (compared && !compared.ok) return compared
  return done({
    style: 'full',
    timeline: timeline.value,
    published: published.value,
    uncertainty: uncertainty.value,
    lists: shownLists(study, { damage: damageReportOf(study, features, at), events: events.value }),
    compared: compared?.value ?? null,
  })
}
