import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, type Outcome } from '../result/outcome.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { holdEndsOf } from '../model/hold-end.ts'
import { isMeasured, isUndrawn, type Layer } from '../model/layer.ts'
import { asOneClass } from '../overlay/union.ts'
import { prepareLayer } from '../measure/measured-layer.ts'
import type { IntervalMethod, Measurement } from '../model/measurement.ts'
import { seriesAt, snapshotDay } from '../model/snapshot.ts'
import { voicesOf } from '../model/voices.ts'
import type { Study } from '../model/study.ts'
import { changeBetween, type ChangeOptions, type Snapshot } from './change.ts'
import { featureDates } from '../measure/feature-dates.ts'
import type { Change } from './timeline-answer.ts'

export type TwoDays = { readonly from: string; readonly to: string }

type Changes = {
  readonly changes: readonly Change[]
  readonly notes: readonly Note[]
  /** Of the intervals, where there are any. */
  readonly method: Pick<Measurement['method'], 'interval'>
}

/**
 * What changed in every measured series of a study: from each snapshot to the next, or between two days. Events only add
 * up, so their zones change from day to day and not from snapshot to snapshot: they are compared between two days alone.
 * `features` holds the features of the plan and all measured layers by id.
 */
export function changesOf(
  study: Study,
  features: ReadonlyMap<string, Features>,
  between: TwoDays | undefined,
  options: ChangeOptions,
  work: TaskContext,
): Outcome<Changes> {
  const planLayer = study.layers.find(({ id }) => id === study.plan.layer)!
  const { shapes } = features.get(planLayer.id)!
  const plan = {
    layer: planLayer,
    overlay: asOneClass(shapes),
  }
  const changes: Change[] = []
  const notes: Note[] = []
  const intervals: IntervalMethod[] = []
  const ends = holdEndsOf(study)
  for (const { name, snapshots } of seriesAt(study, null)) {
    if (!isMeasured(snapshots[0]!)) continue
    const prepared: Snapshot[] = []
    for (const { layer, date } of between ? snapshotOn(study, snapshots, between) : inTurn(snapshots, features)) {
      const outcome = prepareLayer(layer, features.get(layer.id)!, date, ends)
      if (!outcome.ok) return outcome
      if (outcome.value.features.shapes.kind === 'polygon') prepared.push({ date, measured: outcome.value })
    }
    for (const [i, to] of prepared.entries()) {
      const from = prepared[i - 1]
      if (!from) continue
      const { change, notes: own, interval } = changeBetween(plan, from, to, voicesOf(study.sources), options, work)
      changes.push(change)
      if (interval) intervals.push(interval)
      notes.push(...own)
      if (change.sliverWidthM === null && change.changedM2 > 0) {
        notes.push(note('change-width-missing', { layer: name, from: from.date, to: to.date }, { layer: name }))
      }
    }
  }
  return done({ changes, notes, method: intervals.length > 0 ? { interval: together(intervals) } : {} })
}

/** How all the changes were drawn: the most draws, and every layer once. */
const together = (methods: readonly IntervalMethod[]): IntervalMethod => ({
  ...methods[0]!,
  draws: Math.max(...methods.map(({ draws }) => draws)),
  leftOut: Math.max(...methods.map(({ leftOut }) => leftOut)),
  layers: [...new Map(methods.flatMap(({ layers }) => layers).map((layer) => [JSON.stringify(layer), layer])).values()],
})

type DatedLayer = { readonly layer: Layer; readonly date: string }

/**
 * Every snapshot on its first day; of several of one day only the last counts, as in a measurement. A layer whose
 * features carry their own days is a snapshot on each of these.
 */
function inTurn(snapshots: readonly Layer[], features: ReadonlyMap<string, Features>): DatedLayer[] {
  if (snapshots.some(({ events }) => events)) return []
  const days = snapshots.flatMap((layer) => {
    if (isUndrawn(layer)) return []
    const begins = snapshotDay(layer)
    const dates = begins === undefined ? featureDates(layer, features.get(layer.id)).kept : [begins]
    return dates.map((date) => ({ layer, date }))
  })
  return days.filter(({ date }, i) => days[i + 1]?.date !== date)
}

/** What holds on two days; nothing where one of them has no snapshot. */
function snapshotOn(study: Study, snapshots: readonly Layer[], { from, to }: TwoDays): DatedLayer[] {
  const found = [from, to].flatMap((date) => {
    const series = seriesAt(study, date).find((each) => each.snapshots[0]!.id === snapshots[0]!.id)
    return series?.holding ? { layer: series.holding, date } : []
  })
  return found.length === 2 ? found : []
}
