import { isHarm, isUndrawn, type Layer } from './layer.ts'
import type { Study } from './study.ts'

/** The snapshots of one name, and the one of them that holds on a date. */
export type Series = {
  readonly name: string
  readonly snapshots: readonly Layer[]
  /** `null` where every snapshot lies after the date, the last one has ended before it, or nothing is drawn in any. */
  readonly holding: Layer | null
}

type Dated = Pick<Layer, 'role' | 'date' | 'from' | 'to' | 'events' | 'dateFields'>

/**
 * The series of a study with the snapshot of each that holds on `at` (YYYY-MM-DD). A snapshot with a `date`, or `from` alone,
 * holds from that day on, on later days as what was last reported; one with `from` and `to` on the days between them and on no
 * other. The last to begin holds; where it has ended, one whose days still run. A layer without dates always holds.
 * Without `at` the last snapshot holds. One in which nothing is drawn yet never does.
 */
export function seriesAt(study: Study, at: string | null): Series[] {
  const byName = new Map<string, Layer[]>()
  for (const layer of study.layers) {
    const key = `${layer.role} ${layer.name}`
    byName.set(key, [...(byName.get(key) ?? []), layer])
  }
  return [...byName.values()].map((layers) => {
    const snapshots = layers.toSorted(
      (a, b) => compareText(firstDay(a) ?? '', firstDay(b) ?? '') || compareText(a.to ?? noEnd, b.to ?? noEnd),
    )
    const speaking = snapshots.filter((layer) => !isUndrawn(layer))
    const holding = at === null ? (speaking.at(-1) ?? null) : snapshotOn(speaking, at)
    return { name: snapshots[0]!.name, snapshots, holding }
  })
}

/** After every end. */
const noEnd = '9999'

function snapshotOn(snapshots: readonly Layer[], at: string): Layer | null {
  const begun = snapshots.filter((layer) => (firstDay(layer) ?? '') <= at)
  const last = begun.at(-1)
  // A period that still runs says more of the day than one that has ended; a mere date before that one says less.
  const running = begun.filter((layer) => !hasEnded(layer, at) && (layer === last || !isMereDate(layer)))
  const latest = running.at(-1)
  if (!latest) return null
  const alike = running.filter((layer) => firstDay(layer) === firstDay(latest))
  return alike.reduce((a, b) => ((b.to ?? noEnd) <= (a.to ?? noEnd) ? b : a))
}

/** The days of a list of events choose among them; what happened has happened. */
const hasEnded = ({ to, events }: Dated, at: string): boolean => !events && to !== undefined && to < at

const isMereDate = ({ date, from, to, dateFields }: Dated): boolean =>
  to === undefined && (date !== undefined || (from !== undefined && dateFields === undefined))

/** The layers of which something holds on `at`, one for each series. */
export const layersAt = (study: Study, at: string | null): Layer[] =>
  seriesAt(study, at).flatMap(({ holding }) => holding ?? [])

/** The first day on which a layer holds; `undefined` where nothing says so. */
export const firstDay = ({ date, from }: Pick<Layer, 'date' | 'from'>): string | undefined => date ?? from

/** The day by which a snapshot is to be put in line with others: of damage and shelling the end of their period, for they add up. */
export function snapshotDay({ role, date, from, to, events }: Dated): string | undefined {
  if (events) return from
  if (date !== undefined) return date
  return isHarm({ role }) ? (to ?? from) : from
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
