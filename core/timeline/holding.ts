import type { Layer } from '../study/layer.ts'

/**
 * By what right a layer speaks of a day. `shown`: it is the day of the snapshot. `stated`: the layer, or its features,
 * say that they hold on it. `last-known`: the last snapshot before it; nobody says that it still held. `undated`: the
 * layer names no day. `nothing`: no snapshot speaks of it. Between two snapshots nothing is interpolated.
 */
export type Holding = 'shown' | 'stated' | 'last-known' | 'undated' | 'nothing'

/** How the layer that holds on `at` (YYYY-MM-DD) holds there. */
export function holdingOf(layer: Layer | null, at: string): Holding {
  if (layer === null) return 'nothing'
  const { role, date, from, to, dateFields, events } = layer
  if (events || dateFields?.from !== undefined || dateFields?.to !== undefined) return 'stated'
  if (date !== undefined) return date === at ? 'shown' : 'last-known'
  if (from === undefined && to === undefined) return 'undated'
  if (role === 'control') return 'stated'
  return (to ?? from) === at ? 'shown' : 'last-known'
}
