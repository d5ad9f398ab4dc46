import { datedEvents } from './dated-events.ts'
import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { quietly } from '../result/progress.ts'
import { holdEndsOf } from '../model/hold-end.ts'
import { isMeasured, type Layer } from '../model/layer.ts'
import { measureStudy } from '../measure/measure.ts'
import type { LayerMeasurement, Measurement } from '../model/measurement.ts'
import { isReported } from '../model/outline.ts'
import { seriesAt, type Series } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'
import { daysIfKnown, lastDayOf } from '../time/days.ts'
import { validityOf } from '../model/validity.ts'
import { changesOf, type TwoDays } from './study-changes.ts'
import { timelineDates } from './timeline-dates.ts'
import type { Timeline, TimelineDate } from './timeline-answer.ts'

export type TimelineOptions = {
  /** Draws for the 95 % intervals; none where it is 0 or missing. */
  readonly draws?: number | undefined
  readonly seed?: number | undefined
  /** Two days to compare instead of every snapshot with the next. */
  readonly between?: TwoDays | undefined
  /** Width within which a line may have been redrawn; where it is missing it follows from the layers' accuracies. */
  readonly sliverWidthM?: number | undefined
  /** Only what was measured on each day, or only what changed; both where it is missing. */
  readonly only?: 'dates' | 'changes' | undefined
}

/**
 * Measures a study on every day of its timeline and each snapshot against the next. A day's figures are those of
 * `measureStudy` on that day, bit for bit. `features` holds the features of the plan and all measured layers by id.
 *
 * Each day is a walk of its own, and each change one more: on nine snapshots of one front line a single walk of all took
 * 130 ms where these took 147, on 27 it took 2.2 s against 1.0 s, because alike lines cross each other in every pair.
 */
export function timelineOf(
  study: Study,
  features: ReadonlyMap<string, Features>,
  options: TimelineOptions = {},
  work: TaskContext = {},
): Outcome<Timeline> {
  const { draws, seed, between, sliverWidthM, only } = options
  if (between && between.from > between.to) return refused(problem('window-reversed', between))
  const found = timelineDates(study, features)
  if (!found.ok) return found
  const { dates: marked, notes } = found.value
  const withoutUnits = { ...study, layers: study.layers.filter(({ role }) => role !== 'units') }
  const announced = study.plan.announced ?? null
  const steps = Math.max(1, marked.length)
  const measured = new Map<string, Measurement>()
  const measureOn = (at: string | null): Outcome<Measurement> => {
    const state = stateOn(study, at)
    const before = measured.get(state)
    if (before) return done(before)
    const outcome = measureStudy(withoutUnits, features, { at: at ?? undefined, draws, seed }, quietly(work))
    if (outcome.ok) measured.set(state, outcome.value)
    return outcome
  }
  const dates: TimelineDate[] = []
  for (const [i, { date, marks }] of (only === 'changes' ? [] : marked).entries()) {
    work.progress?.(i / steps, 'timeline.measuring')
    const outcome = measureOn(date)
    if (!outcome.ok) return outcome
    const series = seriesAt(withoutUnits, date)
    const {
      schema: _schema,
      at: _at,
      atFrom: _atFrom,
      method: _method,
      notes: _notes,
      claimed: _claimed,
      layers,
      ...rest
    } = outcome.value
    dates.push({
      date,
      marks,
      days: daysIfKnown(announced, date),
      ...rest,
      layers: layers.map((layer) => ({ ...layer, holds: validityOf(currentLayer(series, layer), date) })),
    })
  }
  const last = marked.at(-1)?.date ?? null
  const lastDay =
    only === 'changes'
      ? measureStudy(withoutUnits, features, { at: last ?? undefined }, quietly(work))
      : measureOn(last)
  if (!lastDay.ok) return lastDay
  const changes =
    only === 'dates' || isReported(lastDay.value)
      ? null
      : changesOf(study, features, between, { draws, seed, sliverWidthM }, work)
  if (changes?.ok === false) return changes
  return done({
    schema: 'basilia-timeline/1',
    announced,
    asOf: study.asOf,
    dates,
    events: datedEvents(study),
    changes: changes?.value.changes ?? [],
    method: { ...lastDay.value.method, ...changes?.value.method },
    notes: distinct([
      ...(announced === null ? [note('announcement-missing', { study: study.title.en })] : []),
      ...(study.layers.some(isMeasured) ? [] : [note('timeline-empty', { study: study.title.en })]),
      ...notes,
      ...dayNotes([...measured.values()]),
      ...(changes?.value.notes ?? []),
    ]),
  })
}

/** The same on days that have the same measurement. */
function stateOn(study: Study, at: string | null): string {
  const ended = holdEndsOf(study).filter(({ date }) => at !== null && lastDayOf(date) < at).length
  return `${ended}\n${seriesAt(study, at)
    .map(({ holding, snapshots }) =>
      holding ? `${holding.id}${holding.dateFields || holding.events ? ` ${at}` : ''}` : `none ${snapshots[0]!.name}`,
    )
    .join('\n')}`
}

const currentLayer = (series: readonly Series[], measured: LayerMeasurement): Layer | null =>
  series.find(({ name, snapshots }) => name === measured.name && snapshots[0]!.role === measured.role)?.holding ?? null

/**
 * What the measurements of the days say of their layers. Which layers say nothing of a day, and by what right the others
 * do, stands beside that day; of events, the last day tells of the whole list.
 */
const dayNotes = (measured: readonly Measurement[]): Note[] =>
  measured.flatMap(({ notes }, i) =>
    notes.filter(
      ({ code }) =>
        code !== 'layer-after-date' &&
        code !== 'layer-last-known' &&
        (i === measured.length - 1 || !code.startsWith('event')),
    ),
  )

function distinct(notes: readonly Note[]): Note[] {
  const seen = new Set<string>()
  return notes.filter(({ code, message, layer }) => {
    const key = `${code}\n${layer}\n${message}`
    return seen.has(key) ? false : seen.add(key)
  })
}
