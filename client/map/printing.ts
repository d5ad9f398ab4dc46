const listeners = new Set<() => void>()
let isOn = false

/** Whether the page stands on paper now: in light colours, its map of a size that fits there. */
export const isPrinting = (): boolean => isOn

/** Calls `listener` before the page is laid out for paper, and again when it is back on the screen. */
export const onPrinting = (listener: () => void): unknown => listeners.add(listener)

/** Follows the browser's dialog, and whatever else shows the page as print. */
export function watchPrinting(): void {
  addEventListener('beforeprint', () => turn(true))
  addEventListener('afterprint', () => turn(false))
  matchMedia('print').addEventListener('change', ({ matches }) => turn(matches))
}

function turn(on: boolean): void {
  if (on === isOn) return
  isOn = on
  document.documentElement.classList.toggle('printing', on)
  for (const listener of listeners) listener()
}
