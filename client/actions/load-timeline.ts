import { isMeasured } from '../../core/model/layer.ts'
import { isWithoutOutline } from '../../core/model/outline.ts'
import { getTimeline } from '../api/timelines.ts'
import { intervalsOf } from '../state/draws.ts'
import { page } from '../state/page-state.ts'
import { chartedSeries } from '../state/charted-series.ts'
import type { TwoDays } from '../../core/timeline/study-changes.ts'
import { noTimeline, type TimelineState } from '../state/timeline-state.ts'
import { loadFeatures } from './load-features.ts'

let underWay = new AbortController()
let comparing = new AbortController()
/** Draws wait for one another, so that the areas of a day that the reader asks for are not kept waiting by them. */
let drawing: Promise<unknown> = Promise.resolve()

export const updateTimeline = (change: Partial<TimelineState>): void =>
  page.update({ time: { ...page.get().time, ...change } })

/** Measures every day of the study, unless that is known: the areas first, then their intervals. */
export async function loadTimeline(): Promise<void> {
  const { study, time } = page.get()
  if (study === null) return
  const of = `${study.id} ${study.revision}`
  if (time.of === of && (time.timeline !== null || time.busy !== null)) return
  underWay.abort()
  const controller = new AbortController()
  underWay = controller
  const isSameStudy = time.of?.startsWith(`${study.id} `) === true
  updateTimeline({ ...noTimeline, of, isPlaying: time.isPlaying, charted: isSameStudy ? time.charted : null })
  if (study.plan.layer === null && !isWithoutOutline(study)) return
  void loadFeatures(study.layers.filter(isMeasured))
  if (!(await loadWith(study.id, 'areas', controller))) return
  const days = daysToCompare()
  if (days) void compareDays(days)
  drawing = loadWith(study.id, 'intervals', controller)
  await drawing
}

async function loadWith(id: string, what: 'areas' | 'intervals', controller: AbortController): Promise<boolean> {
  if (controller.signal.aborted) return false
  const cancel = (): void => {
    controller.abort()
    updateTimeline({ busy: null })
  }
  const progress = (fraction: number | null): void => {
    if (!controller.signal.aborted) updateTimeline({ busy: { what, fraction, cancel } })
  }
  progress(null)
  const requested = { only: 'dates' as const, intervals: what === 'areas' ? null : intervalsOf(page.get()) }
  const answer = await getTimeline(id, requested, { signal: controller.signal, progress }).catch(() => null)
  if (answer === null || controller.signal.aborted) return false
  updateTimeline({
    busy: null,
    ...(answer.ok ? { timeline: answer.value, problem: null } : { problem: answer.problem }),
  })
  return answer.ok
}

/** From the first day on which the charted series says something to the last on which it says, or its dated features say, something else. */
function daysToCompare(): TwoDays | null {
  const { study, time } = page.get()
  const { timeline } = time
  const charted = chartedSeries(page.get())
  const spoken = (timeline?.dates ?? []).flatMap(({ date, layers }) => {
    const layer = layers.find(({ name }) => name === charted)?.layer ?? null
    return layer === null ? [] : [{ date, layer }]
  })
  const isDated = (id: string): boolean => study?.layers.find((own) => own.id === id)?.dateFields !== undefined
  const [first, last] = [
    spoken[0]?.date,
    spoken.findLast(({ layer }, i) => layer !== spoken[i - 1]?.layer || isDated(layer))?.date,
  ]
  return first !== undefined && last !== undefined && first < last ? { from: first, to: last } : null
}

/** Finds what changed between two days, the earlier one first whichever way round they are named. */
export async function compareDays({ from, to }: TwoDays): Promise<void> {
  const { study } = page.get()
  if (study === null) return
  comparing.abort()
  const controller = new AbortController()
  comparing = controller
  const days = from <= to ? { from, to } : { from: to, to: from }
  updateTimeline({ days, changes: null, comparing: null })
  page.update({ selected: null })
  const { signal } = controller
  const requested = { only: 'changes', between: days } as const
  const answer = await getTimeline(study.id, requested, { signal }).catch(() => null)
  if (answer === null || signal.aborted) return
  updateTimeline(answer.ok ? { changes: answer.value.changes } : { problem: answer.problem })
  if (!answer.ok) return
  await drawing
  if (signal.aborted) return
  const cancel = (): void => {
    controller.abort()
    updateTimeline({ comparing: null })
  }
  const progress = (fraction: number | null): void => {
    if (!signal.aborted) updateTimeline({ comparing: { what: 'intervals', fraction, cancel } })
  }
  progress(null)
  const drawn = await getTimeline(
    study.id,
    { ...requested, intervals: intervalsOf(page.get()) },
    { signal, progress },
  ).catch(() => null)
  if (drawn === null || signal.aborted) return
  updateTimeline({ comparing: null, ...(drawn.ok ? { changes: drawn.value.changes } : { problem: drawn.problem }) })
}

/** Charts another series of the study. */
export function chart(name: string): void {
  updateTimeline({ charted: name })
  const days = daysToCompare()
  if (days) void compareDays(days)
}
