import { page } from '../state/page-state.ts'

/** Switches the online base map on or off. It is never remembered: every page begins without it. */
export function toggleBaseMap(): void {
  page.update({ baseMap: page.get().baseMap === 'off' ? 'on' : 'off' })
}

/** To be told of every tile that did not come. */
export function baseMapFailed(): void {
  if (page.get().baseMap === 'on') page.update({ baseMap: 'failed' })
}
