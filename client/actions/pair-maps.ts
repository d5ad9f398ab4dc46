import { getStudy } from '../api/studies.ts'
import { page } from '../state/page-state.ts'
import { pairOf, type Pair } from '../state/pair.ts'
import { shownDate } from '../state/shown-series.ts'
import { stopsOf } from '../state/stops.ts'
import { loadStudyView } from './load-view.ts'

/** Sets the study on the day before the one shown, or else after it, over its map. */
export function openPair(): void {
  const state = page.get()
  const shown = shownDate(state) ?? ''
  const days = stopsOf(state)
  const at = days.findLast((day) => day < shown) ?? days.find((day) => day > shown) ?? null
  page.update({ pair: pairOf({ mode: 'swipe', study: null, at }), pairView: null })
  void refreshPair()
}

export const closePair = (): void => page.update({ pair: null, pairView: null })

/** Shows another day or study on the second map, or moves the divider; of another study its own day. */
export function changePair(change: Partial<Pair>): void {
  const { pair } = page.get()
  if (!pair) return
  page.update({ pair: { ...pair, ...('study' in change ? { at: null } : {}), ...change } })
  if ('study' in change || 'at' in change) void refreshPair()
}

/** Brings what the second map shows. */
export async function refreshPair(): Promise<void> {
  const { pair, study: shown } = page.get()
  if (!pair || !shown) return
  const isOther = pair.study !== null && pair.study !== shown.id
  const read = isOther ? await getStudy(pair.study) : null
  if (read && !read.ok) {
    closePair()
    return page.update({ announcement: { kind: 'refused', problem: read.problem } })
  }
  const pairView = await loadStudyView(read ? read.value : shown, pair.at)
  const now = page.get().pair
  if (now && now.study === pair.study && now.at === pair.at) page.update({ pairView })
}
