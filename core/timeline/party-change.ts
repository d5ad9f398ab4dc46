import type { ClassName } from '../model/measurement.ts'
import { sumOf } from '../measure/tally.ts'
import { differenceInterval, type DrawnArea } from '../montecarlo/drawn-interval.ts'
import type { ChangeCell, ClassChange } from './change.ts'
import { changedPart, differ, notKnownGround } from './changed-cell.ts'
import { type End, type Owner, type ToldParties } from './told-parties.ts'

/** How much ground went to and from a party, or to and from all of them, and how much it has on both days. */
export type ReadingChange = Omit<ClassChange, 'class'>

/**
 * What became of one party's ground by the ends of its readings: what all sources say that speak of it, and what any of them does.
 * The sources of the two days need not be the same. A class without a party stands for itself, under its name.
 */
export type PartyChange = Owner & {
  /** What its ground is drawn as on either day. */
  readonly fromClasses: readonly ClassName[]
  readonly toClasses: readonly ClassName[]
  readonly agreed: ReadingChange
  readonly all: ReadingChange
}

/** Ground whose parties differ between two days by one end of the readings. */
export type ReadingSum = { readonly changedM2: number; readonly sliversM2: number }

export type ByParty = {
  readonly parties: readonly PartyChange[]
  /** By what all sources of a day say, and by what any of them does. */
  readonly byParty: { readonly agreed: ReadingSum; readonly all: ReadingSum }
}

/** One day of a change: what it tells of whom, and its draws of the grounds that are told together and of its classes. */
export type DrawnDay = {
  readonly parties: ToldParties
  readonly drawnOf: (kind: 'group' | 'class', place: number, areaM2: number) => DrawnArea | null
}

/** What became of the ground of each party by the first and by the last reading of its sources, from the cells of a change. */
export function changeByParty(
  matrix: readonly ChangeCell[],
  days: readonly [DrawnDay, DrawnDay],
  draws: number,
): ByParty {
  const keys = [...new Set(days.flatMap(({ parties }) => [...parties.keys()]))].toSorted()
  const isOf = (day: 0 | 1, key: string, end: End, { fromClasses, toClasses }: ChangeCell): boolean =>
    days[day].parties.get(key)?.ends[end].holds(day === 0 ? fromClasses : toClasses) ?? false
  const reading = (key: string, end: End): ReadingChange => {
    const isGained = (cell: ChangeCell): boolean => !isOf(0, key, end, cell) && isOf(1, key, end, cell)
    const isLeft = (cell: ChangeCell): boolean => isOf(0, key, end, cell) && !isOf(1, key, end, cell)
    const isLost = (cell: ChangeCell): boolean => isLeft(cell) && !cell.notKnown
    const sumWhere = (
      holds: (cell: ChangeCell) => boolean,
      of: (cell: ChangeCell) => number = ({ areaM2 }) => areaM2,
    ): number => sumOf(matrix.filter(holds).map(of))
    const slivers = ({ sliversM2 = 0 }: ChangeCell): number => sliversM2
    const notKnown = notKnownGround(matrix.filter(isLeft))
    const drawnOn = (day: 0 | 1): DrawnArea | null => {
      const drawnAs = days[day].parties.get(key)?.ends[end].drawnAs
      return drawnAs
        ? days[day].drawnOf(
            drawnAs.kind,
            drawnAs.place,
            sumWhere((cell) => isOf(day, key, end, cell)),
          )
        : { areaM2: 0, stillM2: 0, draws: new Float64Array(draws) }
    }
    const [before, after] = draws > 0 && notKnown.notKnownM2 === undefined ? [drawnOn(0), drawnOn(1)] : []
    return {
      gainedM2: sumWhere(isGained),
      lostM2: sumWhere(isLost),
      unchangedM2: sumWhere((cell) => isOf(0, key, end, cell) && isOf(1, key, end, cell)),
      netM2: sumWhere(isGained) - sumWhere(isLost),
      ...(notKnown.notKnownM2 !== undefined
        ? notKnown
        : before && after
          ? { net: differenceInterval(after, before) }
          : {}),
      sliversM2: { gained: sumWhere(isGained, slivers), lost: sumWhere(isLost, slivers) },
    }
  }
  const sums = (end: End): ReadingSum => {
    const changed = matrix.filter((cell) => {
      const [from, to] = ([0, 1] as const).map((day) => keys.filter((key) => isOf(day, key, end, cell)))
      return cell.notKnown !== true && differ(from!, to!)
    })
    return {
      changedM2: sumOf(changed.map(changedPart)),
      sliversM2: sumOf(changed.map(({ sliversM2 = 0 }) => sliversM2)),
    }
  }
  return {
    parties: keys.map((key) => {
      const [before, after] = days.map(({ parties }) => parties.get(key))
      return {
        ...(after ?? before)!.owner,
        fromClasses: before?.classes ?? [],
        toClasses: after?.classes ?? [],
        agreed: reading(key, 'agreed'),
        all: reading(key, 'all'),
      }
    }),
    byParty: { agreed: sums('agreed'), all: sums('all') },
  }
}
