import { isReported, type Together } from '../overlay/together.ts'
import { affectedGroup, classGroups } from '../measure/class-groups.ts'
import { isOfParty } from '../measure/hold-ends.ts'
import { isHarm } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'
import type { ReportedLayer } from '../measure/readings.ts'
import type { Owner } from './timeline-answer.ts'

/** The ends of what is told: what all sources say that speak of a party, and what any of them does. */
export type End = 'agreed' | 'all'

/** Ground of a party by one end, and where the draws of that day have it: among the grounds reported together, or among the classes. */
type PartyEnd = {
  readonly holds: (classes: readonly ClassName[]) => boolean
  readonly drawnAs: { readonly kind: 'group' | 'class'; readonly place: number }
}

type ReportedParty = {
  readonly owner: Owner
  /** The classes that its ground is drawn as. */
  readonly classes: readonly ClassName[]
  readonly ends: Readonly<Record<End, PartyEnd>>
}

/** What one day tells of each party, by a key that is the same on all days. */
export type ReportedParties = ReadonlyMap<string, ReportedParty>

/** Every party of a day with the classes of both ends; all classes of shelling and damage together where sources name them; else a class alone. */
export function reportedParties(reported: ReportedLayer): ReportedParties {
  const { layer, names } = reported
  const own = classGroups(reported).flatMap((group, i): (ReportedParty & { readonly places: readonly number[] })[] => {
    const isOne = group.party === null ? isHarm(layer) && group.sources !== undefined : group.party !== affectedGroup
    if (!isOne) return []
    const end = (ground: Together, place: number): PartyEnd => ({
      holds: (classes) =>
        isReported(
          ground,
          classes.map((name) => names.indexOf(name)),
        ),
      drawnAs: { kind: 'group', place },
    })
    const places = group.all.voices.flatMap((voices, at) => (voices.length > 0 ? [at] : []))
    return [
      {
        owner: { party: group.party, class: null, ...(group.party === null ? { isAll: true } : {}) },
        classes: places.map((at) => names[at]!),
        places,
        ends: { agreed: end(group.agreed, 2 * i), all: end(group.all, 2 * i + 1) },
      },
    ]
  })
  const grouped = new Set(own.flatMap(({ places }) => places))
  const alone = names.flatMap((name, at): ReportedParty[] => {
    // What is inferred is of nobody, whatever party a study types.
    const isOfOne =
      layer.classes.find((known) => known.class === name)?.confidence !== 'inferred' &&
      own.some(({ owner: { party } }) => party !== null && isOfParty(layer, name, party))
    if (grouped.has(at) || isOfOne) return []
    const end: PartyEnd = { holds: (classes) => classes.includes(name), drawnAs: { kind: 'class', place: at } }
    return [{ owner: { party: null, class: name }, classes: [name], ends: { agreed: end, all: end } }]
  })
  return new Map([...own, ...alone].map((each): [string, ReportedParty] => [ownerKey(each.owner), each]))
}

/** A class without a party is of that of its name. */
export const ownerKey = ({ party, class: name, isAll }: Owner): string =>
  isAll ? 'all' : JSON.stringify(party ?? name)

/** Whether ground is told of other parties than of these. */
export const areOthers = (before: readonly Owner[], after: readonly Owner[]): boolean =>
  JSON.stringify(before.map(ownerKey)) !== JSON.stringify(after.map(ownerKey))

/** Of whom any source, or none but the class itself, tells on ground under these classes. */
export const ownersOver = (parties: ReportedParties, classes: readonly ClassName[]): Owner[] =>
  [...parties]
    .filter(([, { ends }]) => ends.all.holds(classes))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { owner }]) => owner)
