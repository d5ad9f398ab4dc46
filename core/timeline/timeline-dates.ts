import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { ownDay } from '../model/requested-day.ts'
import { holdEndsOf } from '../model/hold-end.ts'
import { isMeasured, isUndrawn, type Layer } from '../model/layer.ts'
import { firstDay, snapshotDay } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'
import { isPlausible, lastDayOf, nextDay } from '../time/days.ts'
import { featureDates } from '../measure/feature-dates.ts'
import type { DateMark } from './timeline-answer.ts'

export type MarkedDate = { readonly date: string; readonly marks: readonly DateMark[] }

/**
 * The days of a study's timeline, ascending: every snapshot of a measured layer, the day on which its period
 * begins, the day after one that has ended and after the end of a party's hold, the
 * days on which dated features begin or have ended, the plan's announcement and the study's `asOf`.
 * Refuses a series of several snapshots of which one names no day, and days of another calendar.
 */
export function timelineDates(
  study: Study,
  features: ReadonlyMap<string, Features>,
): Outcome<{ readonly dates: readonly MarkedDate[]; readonly notes: readonly Note[] }> {
  const layers = study.layers.filter((layer) => isMeasured(layer) && !isUndrawn(layer))
  const refusal = unusable(layers)
  if (refusal) return refused(refusal)
  const marks = new Map<string, Set<DateMark>>()
  const notes: Note[] = []
  const mark = (date: string | null | undefined, as: DateMark): void => {
    if (date) marks.set(date, (marks.get(date) ?? new Set()).add(as))
  }
  mark(study.plan.announced, 'announcement')
  mark(ownDay(study), 'as-of')
  if (layers.some(({ role }) => role === 'control'))
    for (const { date } of holdEndsOf(study)) mark(nextDay(lastDayOf(date)), 'end')
  for (const layer of layers) {
    const begins = firstDay(layer)
    mark(snapshotDay(layer), 'snapshot')
    if (begins !== snapshotDay(layer)) mark(begins, 'start')
    if (!layer.events && layer.to !== undefined) mark(nextDay(layer.to), 'end')
    const ofFeatures = featureDates(layer, features.get(layer.id))
    for (const date of ofFeatures.kept) mark(date, 'feature')
    if (ofFeatures.kept.length < ofFeatures.count) {
      const values = { layer: layer.name, count: ofFeatures.count, kept: ofFeatures.kept.length }
      notes.push(note('timeline-dates-thinned', values, { layer: layer.name }))
    }
    notes.push(...ofFeatures.notes.filter(({ code }) => code !== 'feature-date-unreadable'))
    if (begins === undefined && layer.to === undefined && ofFeatures.count === 0) {
      notes.push(note('layer-undated-holds', { layer: layer.name }, { layer: layer.name }))
    }
  }
  const dates = [...marks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, as]) => ({ date, marks: [...as] }))
  return done({ dates, notes: [...notes, ...seriesNotes(layers)] })
}

function unusable(layers: readonly Layer[]) {
  for (const layer of layers) {
    for (const date of [layer.date, layer.from, layer.to]) {
      if (date !== undefined && !isPlausible(date)) return problem('date-other-calendar', { layer: layer.name, date })
    }
    const others = layers.filter(({ name, role }) => name === layer.name && role === layer.role)
    if (others.length > 1 && snapshotDay(layer) === undefined && layer.dateFields === undefined) {
      return problem('series-undated', { layer: layer.name, title: layer.title.en, count: others.length })
    }
  }
  return null
}

/** What a reader must know of every series that is shown beyond the days of its snapshots. */
function seriesNotes(layers: readonly Layer[]): Note[] {
  const notes: Note[] = []
  for (const name of new Set(layers.map((layer) => layer.name))) {
    const snapshots = layers.filter((layer) => layer.name === name)
    if (snapshots.length > 1 || snapshots.some(({ date, to }) => date !== undefined && to === undefined))
      notes.push(note('series-last-known', { layer: name, count: snapshots.length }, { layer: name }))
    const days = snapshots.map((layer) => snapshotDay(layer))
    for (const date of new Set(days.filter((day, i) => day !== undefined && days.indexOf(day) !== i))) {
      const taken = snapshots.findLast((layer) => snapshotDay(layer) === date)!
      notes.push(note('snapshots-one-day', { layer: name, date: date!, taken: taken.title.en }, { layer: name }))
    }
  }
  return notes
}
