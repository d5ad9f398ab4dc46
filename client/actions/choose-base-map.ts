import { getBaseMap } from '../api/base-map.ts'
import { page } from '../state/page-state.ts'

/** Learns which base map can be chosen; nothing outside is asked for that. */
export async function findBaseMap(): Promise<void> {
  const answer = await getBaseMap()
  if (answer.ok) page.update({ baseMapChoices: answer.value.baseMap, baseMapProblem: null })
  else page.update({ baseMapChoices: null, baseMapProblem: answer.problem })
}

/** Switches the online base map on or off. It is never remembered: every page begins without it. */
export function toggleBaseMap(): void {
  page.update({ baseMap: page.get().baseMap === 'off' ? 'on' : 'off' })
}

/** To be told of every tile that did not come. */
export function baseMapFailed(): void {
  if (page.get().baseMap === 'on') page.update({ baseMap: 'failed' })
}
