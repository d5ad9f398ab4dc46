import { gradeOfClass } from '../classify/grade-classes.ts'
import { isAffected } from '../classify/grades.ts'
import type { Together } from '../overlay/together.ts'
import { isHarm, type Layer, type LayerClass } from '../model/layer.ts'
import type { ClassName, GroundArea, GroupArea, LayerMeasurement, ReadingArea } from '../model/measurement.ts'
import { readingLabel } from './reading-label.ts'
import { readingsAmong, spanAmong, type Reading, type Span, type ReportedLayer } from './readings.ts'
import { distinctVoices } from '../model/voices.ts'

/** The span of the classes of one party, of all classes of the layer (`null`), or of the grades of damage that count as affected. */
export type ClassGroup = Span & { readonly party: string | null }

/** The group of a damage layer's grades destroyed, severe and moderate together, each ground counted once. */
export const affectedGroup = 'affected'

type Grouped = Pick<LayerMeasurement, 'classes' | 'groups'>

/** The ground of the affected grades together, for a row of its own: only where several of them have ground. */
export function affectedTogether({ classes, groups }: Grouped): GroundArea | null {
  const group = groups.find(({ party }) => party === affectedGroup)
  return group && group.all.areaM2 > 0 && !classes.some(({ areaM2 }) => areaM2 === group.all.areaM2) ? group.all : null
}

/** The group that says how much ground a layer of shelling or damage is about: affected ground where it has grades of damage, else all. */
export const coveredParty = ({ groups }: Pick<Grouped, 'groups'>): string | null =>
  groups.some(({ party }) => party === affectedGroup) ? affectedGroup : null

/**
 * All classes of a layer, then those of each party that has classes of its own in it and still holds ground, and of control of
 * each class that sources name; of a damage layer
 * with grades then those that count as affected.
 */
export function classGroups(reported: ReportedLayer): ClassGroup[] {
  const { layer, names } = reported
  const parties = new Set(
    layer.classes.flatMap(
      ({ party, class: name, sources = [] }) =>
        party ?? (layer.role === 'control' && sources.length > 0 ? (name ?? []) : []),
    ),
  )
  const held = [null, ...parties].flatMap((party) => {
    const places = placesOf(layer, names, party)
    return party === null || named(layer, names, places).length > 0 ? [{ party, ...spanAmong(reported, places) }] : []
  })
  const affected = layer.role === 'damage' ? affectedPlaces(layer, names) : null
  return [...held, ...(affected ? [{ party: affectedGroup, ...spanAmong(reported, affected) }] : [])]
}

/** The places of the classes that count as affected; `null` where no class is a grade of damage. */
function affectedPlaces(layer: Layer, names: readonly ClassName[]): number[] | null {
  const known = knownBy(layer)
  const gradeAt = names.map((name) =>
    name === null ? null : gradeOfClass(known.get(name) ?? { class: name, label: { en: name } }),
  )
  return gradeAt.every((grade) => grade === null)
    ? null
    : gradeAt.flatMap((grade, i) => (grade !== null && isAffected(grade) ? [i] : []))
}

const knownBy = ({ classes }: Layer): ReadonlyMap<ClassName, LayerClass> =>
  new Map(classes.map((own) => [own.class, own]))

/** The classes of a party, or that has its name; of `null` all. */
function placesOf(layer: Layer, names: readonly ClassName[], party: string | null): number[] {
  const known = knownBy(layer)
  return names.flatMap((name, i) => (party === null || name === party || known.get(name)?.party === party ? [i] : []))
}

/** Without those that are inferred. */
function named(layer: Layer, names: readonly ClassName[], places: readonly number[]): number[] {
  const known = knownBy(layer)
  return places.filter((i) => known.get(names[i]!)?.confidence !== 'inferred')
}

/** The readings of each party, or class without one, that sources name; of shelling and damage first those of all ground. */
function classReadings(reported: ReportedLayer): (Reading & { readonly party: string | null })[] {
  const { layer, names } = reported
  const known = knownBy(layer)
  const parties = new Set(names.flatMap((name) => known.get(name)?.party ?? name ?? []))
  return [...(isHarm(layer) ? [null] : []), ...parties].flatMap((party) => {
    const meant = party === null && layer.role === 'damage' ? affectedPlaces(layer, names) : null
    return readingsAmong(reported, named(layer, names, meant ?? placesOf(layer, names, party))).map((own) => ({
      party,
      ...own,
    }))
  })
}

/** The grounds of a layer that are told beside its classes: of each group what is agreed and all, then of each reading. */
export const reportedTogether = (reported: ReportedLayer): readonly Together[] => [
  ...classGroups(reported).flatMap(({ agreed, all }) => [agreed, all]),
  ...classReadings(reported).map(({ ground }) => ground),
]

type GroundOf = (ground: Together, place: number) => GroundArea

/** The ground of a layer's groups; `groundOf` is told the ground, and its place among `reportedTogether`. */
export const groupAreas = (reported: ReportedLayer, groundOf: GroundOf): GroupArea[] =>
  classGroups(reported).map(({ agreed, all, ...about }, i) => ({
    ...about,
    agreed: groundOf(agreed, 2 * i),
    all: groundOf(all, 2 * i + 1),
  }))

/** The ground of a layer's readings, likewise. */
export function readingAreas(reported: ReportedLayer, groundOf: GroundOf): ReadingArea[] {
  const first = 2 * classGroups(reported).length
  return classReadings(reported).map(({ ground, speakers: _speakers, ...reading }, i) => {
    const { sources, widelyBy = [] } = reading
    const strict = new Set(sources.filter((id) => !widelyBy.includes(id)).map(reported.voiceOf))
    const label = readingLabel({
      ...reading,
      naming: distinctVoices(sources, reported.voiceOf).length,
      namingWidely: distinctVoices(widelyBy, reported.voiceOf).filter((voice) => !strict.has(voice)).length,
    })
    return { ...reading, ...groundOf(ground, first + i), label }
  })
}
