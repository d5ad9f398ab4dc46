import { isTold, type Together } from '../overlay/together.ts'
import { affectedGroup, classGroups } from '../measure/class-groups.ts'
import { isOfParty } from '../measure/hold-ends.ts'
import { isHarm } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'
import type { Told } from '../measure/readings.ts'
import { sumOf } from '../measure/tally.ts'
import { differenceInterval, type DrawnArea } from '../montecarlo/drawn-interval.ts'
import type { ChangeCell, ClassChange } from './change.ts'
import { changedPart, differ, notKnownGround } from './changed-cell.ts'

/** How much ground went to and from a party, or to and from all of them. */
export type ReadingChange = Pick<ClassChange, 'gainedM2' | 'lostM2' | 'netM2' | 'net' | 'notKnownM2' | 'notKnown'>

/**
 * What became of one party's ground by the ends of its readings: what all sources say that speak of it, and what any of them does.
 * The sources of the two days need not be the same. A class without a party stands for itself, under its name.
 */
export type PartyChange = {
  readonly party: string | null
  readonly class: ClassName
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

/** One day of a change: its layer, and its draws of the grounds that are told together and of its classes. */
export type DrawnDay = {
  readonly told: Told
  readonly ofGroup: (place: number, areaM2: number) => DrawnArea | null
  readonly ofClass: (place: number, areaM2: number) => DrawnArea | null
}

type End = 'agreed' | 'all'
type PartyTold = {
  readonly party: string | null
  readonly class: ClassName
  readonly ends: Readonly<Record<End, Reading>>
}
type Reading = {
  readonly holds: (classes: readonly ClassName[]) => boolean
  readonly drawn: (areaM2: number) => DrawnArea | null
}

/** What became of the ground of each party by the first and by the last reading of its sources, from the cells of a change. */
export function changeByParty(
  matrix: readonly ChangeCell[],
  days: readonly [DrawnDay, DrawnDay],
  draws: number,
): ByParty {
  const told = days.map(toldOn) as [Map<string, PartyTold>, Map<string, PartyTold>]
  const keys = [...new Set(told.flatMap((own) => [...own.keys()]))].toSorted()
  const isOf = (day: 0 | 1, key: string, end: End, { fromClasses, toClasses }: ChangeCell): boolean => {
    return told[day].get(key)?.ends[end].holds(day === 0 ? fromClasses : toClasses) ?? false
  }
  const sumWhere = (holds: (cell: ChangeCell) => boolean): number =>
    sumOf(matrix.filter(holds).map(({ areaM2 }) => areaM2))
  const reading = (key: string, end: End): ReadingChange => {
    const [gainedM2, leftM2] = [
      sumWhere((cell) => !isOf(0, key, end, cell) && isOf(1, key, end, cell)),
      sumWhere((cell) => isOf(0, key, end, cell) && !isOf(1, key, end, cell) && !cell.notKnown),
    ]
    const notKnown = notKnownGround(matrix.filter((cell) => isOf(0, key, end, cell) && !isOf(1, key, end, cell)))
    const drawnOn = (day: 0 | 1): DrawnArea | null => {
      const own = told[day].get(key)
      const areaM2 = sumWhere((cell) => isOf(day, key, end, cell))
      return own ? own.ends[end].drawn(areaM2) : { areaM2: 0, stillM2: 0, draws: new Float64Array(draws) }
    }
    const [before, after] = draws > 0 && notKnown.notKnownM2 === undefined ? [drawnOn(0), drawnOn(1)] : []
    return {
      gainedM2,
      lostM2: leftM2,
      netM2: gainedM2 - leftM2,
      ...(notKnown.notKnownM2 !== undefined
        ? notKnown
        : before && after
          ? { net: differenceInterval(after, before) }
          : {}),
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
      const { party, class: name } = (told[1].get(key) ?? told[0].get(key))!
      return { party, class: name, agreed: reading(key, 'agreed'), all: reading(key, 'all') }
    }),
    byParty: { agreed: sums('agreed'), all: sums('all') },
  }
}

/** Every party of a day with the classes of both ends; all classes of shelling and damage together where sources name them; else a class alone. */
function toldOn({ told, ofGroup, ofClass }: DrawnDay): Map<string, PartyTold> {
  const { layer, names } = told
  const groups = classGroups(told)
  const own = groups.flatMap((group, i): (PartyTold & { readonly places: readonly number[] })[] => {
    const isOne = group.party === null ? isHarm(layer) && group.sources !== undefined : group.party !== affectedGroup
    if (!isOne) return []
    const reading = (ground: Together, place: number): Reading => ({
      holds: (classes) =>
        isTold(
          ground,
          classes.map((name) => names.indexOf(name)),
        ),
      drawn: (areaM2) => ofGroup(place, areaM2),
    })
    const places = group.all.voices.flatMap((voices, at) => (voices.length > 0 ? [at] : []))
    return [
      {
        party: group.party,
        class: null,
        places,
        ends: { agreed: reading(group.agreed, 2 * i), all: reading(group.all, 2 * i + 1) },
      },
    ]
  })
  const grouped = new Set(own.flatMap(({ places }) => places))
  const alone = names.flatMap((name, at): PartyTold[] => {
    if (grouped.has(at) || own.some(({ party }) => party !== null && isOfParty(layer, name, party))) return []
    const reading: Reading = { holds: (classes) => classes.includes(name), drawn: (areaM2) => ofClass(at, areaM2) }
    return [{ party: null, class: name, ends: { agreed: reading, all: reading } }]
  })
  // A class without a party is of that of its name.
  const keyed = [
    ...own.map((each): [string, PartyTold] => [each.party === null ? 'all' : JSON.stringify(each.party), each]),
    ...alone.map((each): [string, PartyTold] => [JSON.stringify(each.class), each]),
  ]
  return new Map(keyed)
}
