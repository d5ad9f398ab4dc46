import type { Layer } from './layer.ts'
import type { Study } from './study.ts'

/** The snapshots of one name, and the one of them that holds on a date. */
export type Series = {
  readonly name: string
  readonly snapshots: readonly Layer[]
  /** `null` where every snapshot lies after the date, or the last one has ended before it. */
  readonly holding: Layer | null
}

/**
 * The series of a study with the snapshot of each that holds on `at` (YYYY-MM-DD): the last that began on or before
 * it. A layer of control holds from its `date` or `from`, and not after its `to`; a layer of damage or shelling
 * tells what has happened by its `date` or the end of its period, and goes on holding, because it has happened.
 * A layer without dates always holds. Without `at` the last snapshot holds.
 */
export function seriesAt(study: Study, at: string | null): Series[] {
  const byName = new Map<string, Layer[]>()
  for (const layer of study.layers) {
    const key = `${layer.role} ${layer.name}`
    byName.set(key, [...(byName.get(key) ?? []), layer])
  }
  return [...byName.values()].map((layers) => {
    const snapshots = layers.toSorted((a, b) => compareText(beginning(a) ?? '', beginning(b) ?? ''))
    const begun = snapshots.filter((layer) => at === null || (beginning(layer) ?? '') <= at)
    const last = begun.at(-1) ?? null
    const ended = last !== null && at !== null && last.role === 'control' && last.to !== undefined && last.to < at
    return { name: snapshots[0]!.name, snapshots, holding: ended ? null : last }
  })
}

/** The layers of which something holds on `at`, one for each series. */
export const layersAt = (study: Study, at: string | null): Layer[] =>
  seriesAt(study, at).flatMap(({ holding }) => holding ?? [])

/** The first day on which a layer holds. */
export function beginning(layer: Pick<Layer, 'role' | 'date' | 'from' | 'to' | 'events'>): string | undefined {
  // Events are known one by one, not at the end of their period.
  if (layer.events) return layer.from
  if (layer.date !== undefined) return layer.date
  return layer.role === 'damage' || layer.role === 'shelling' ? (layer.to ?? layer.from) : layer.from
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
