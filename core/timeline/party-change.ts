import { sumOf } from '../measure/overlay-cells.ts'
import { differenceInterval, type DrawnArea } from '../montecarlo/drawn-interval.ts'
import { changedPart, differ, notKnownGround } from './changed-cell.ts'
import type { End, ReportedParties } from './reported-parties.ts'
import type { Change, ChangeCell, ReadingChange, ReadingSum } from './timeline-answer.ts'

/** One day of a change: what it tells of whom, and its draws of the grounds that are reported together and of its classes. */
export type DrawnDay = {
  readonly parties: ReportedParties
  readonly drawnOf: (kind: 'group' | 'class', place: number, areaM2: number) => DrawnArea | null
}

/** What became of the ground of each party by the first and by the last reading of its sources, from the cells of a change. */
export function changeByParty(
  matrix: readonly ChangeCell[],
  days: readonly [DrawnDay, DrawnDay],
  draws: number,
): Pick<Change, 'parties' | 'byParty'> {
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
