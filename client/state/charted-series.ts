import type { PageState } from './page-state.ts'

/** Names of the series that are measured on the timeline. */
export const seriesNames = ({ time }: Pick<PageState, 'time'>): string[] =>
  time.timeline?.dates[0]?.layers.map(({ name }) => name) ?? []

/** The series that the chart shows: the one chosen, else control, else the first. */
export function chartedSeries(state: Pick<PageState, 'time'>): string | null {
  const { charted, timeline } = state.time
  const names = seriesNames(state)
  if (charted !== null && names.includes(charted)) return charted
  return timeline?.dates[0]?.layers.find(({ role }) => role === 'control')?.name ?? names[0] ?? null
}
