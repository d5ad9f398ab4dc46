import { page } from '../state/page-state.ts'
import { shownDate } from '../state/shown-series.ts'
import { stopsOf } from '../state/stops.ts'
import { updateTimeline } from './load-timeline.ts'
import { showDate } from './show-date.ts'

/** Long enough to read a sentence that changes in a figure or two. */
const stepMs = 1800
const lookMs = 100

let turn = 0

export function stopPlaying(): void {
  turn++
  if (page.get().time.isPlaying) updateTimeline({ isPlaying: false })
}

/** Shows one day after another from the day shown, from the first where that is the last; again to stop. */
export async function togglePlaying(): Promise<void> {
  if (page.get().time.isPlaying) return stopPlaying()
  const own = ++turn
  const isOver = (): boolean => turn !== own
  updateTimeline({ isPlaying: true })
  const stops = stopsOf(page.get())
  const shown = shownDate(page.get()) ?? ''
  const later = stops.filter((day) => day > shown)
  for (const day of later.length > 0 ? later : stops) {
    void showDate(day)
    await pause(stepMs)
    while (!isOver() && page.get().measuring?.what === 'areas') await pause(lookMs)
    if (isOver()) return
  }
  stopPlaying()
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
