import type { Layer } from './layer.ts'

/**
 * By what right a layer speaks of a day. `shown`: it is the day of the snapshot. `stated`: the layer, or its features,
 * say that they hold on it. `last-known`: the last report before it; nobody says that it still held, also of ground held
 * since a day without an end. `undated`: the layer names no day. `nothing`: no snapshot speaks of it. Between two snapshots nothing is interpolated.
 */
export const validities = ['shown', 'stated', 'last-known', 'undated', 'nothing'] as const
export type Validity = (typeof validities)[number]

/** How the layer that holds on `at` (YYYY-MM-DD) holds there. */
export function validityOf(layer: Layer | null, at: string): Validity {
  if (layer === null) return 'nothing'
  const { date, from, to, dateFields, events } = layer
  if (events) return to !== undefined && to < at ? 'last-known' : 'stated'
  if (dateFields?.from !== undefined || dateFields?.to !== undefined) return 'stated'
  if (date !== undefined) return date === at ? 'shown' : to === undefined ? 'last-known' : 'stated'
  if (to !== undefined) return 'stated'
  return from === undefined ? 'undated' : from === at ? 'stated' : 'last-known'
}

/** The day that a layer last reported, where it is shown for a later one; `null` where it is not. */
export function lastReported(layer: Layer | null, at: string | null): string | null {
  if (layer === null || at === null || validityOf(layer, at) !== 'last-known') return null
  return (layer.events ? layer.to : (layer.date ?? layer.from)) ?? null
}
