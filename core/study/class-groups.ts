import { gradeOfClass } from '../damage/grade-classes.ts'
import { isAffected } from '../damage/grades.ts'
import type { Layer, LayerClass } from './layer.ts'
import type { ClassName, GroundArea, GroupArea, LayerMeasurement, ReadingArea } from './measurement.ts'

/** The narrowest and the widest reading of classes whose ground is told together, by their places. Inferred ground is in neither. */
export type ClassSpan = {
  /** Those that every source names which speaks of any; where classes name no sources, those that not only some sources speak of. */
  readonly agreed: readonly number[]
  readonly all: readonly number[]
  /** Ids of the sources that speak of them; missing where classes name none. */
  readonly sources?: readonly string[]
  /** Only the widest reading takes the places that sources name in their wide sense. */
  readonly widely?: true
}

/** The span of the classes of one party, of all classes of the layer (`null`), or of the grades of damage that count as affected. */
export type ClassGroup = ClassSpan & { readonly party: string | null }

/** The group of a damage layer's grades destroyed, severe and moderate together, each ground counted once. */
export const affectedGroup = 'affected'

type Grouped = Pick<LayerMeasurement, 'classes' | 'groups'>

/** The ground of the affected grades together, for a row of its own: only where several of them have ground. */
export function affectedTogether({ classes, groups }: Grouped): GroundArea | null {
  const group = groups.find(({ party }) => party === affectedGroup)
  return group && group.all.areaM2 > 0 && !classes.some(({ areaM2 }) => areaM2 === group.all.areaM2) ? group.all : null
}

/** The group that says how much ground a layer of shelling or damage is about: affected ground where it has grades of damage, else all. */
export const coveredParty = ({ groups }: Pick<Grouped, 'groups'>): string | null => (groups.some(({ party }) => party === affectedGroup) ? affectedGroup : null)

/**
 * All classes of a layer, then those of each party that has classes of its own in it and still holds ground; of a damage layer
 * with grades then those that count as affected.
 */
export function classGroups(layer: Layer, names: readonly ClassName[]): ClassGroup[] {
  const parties = new Set(layer.classes.flatMap(({ party }) => party ?? []))
  const groups = [null, ...parties].map((party): ClassGroup => ({ party, ...spanAmong(layer, names, placesOf(layer, names, party)) }))
  const affected = layer.role === 'damage' ? affectedPlaces(layer, names) : null
  return [
    ...groups.filter(({ party, all }) => party === null || all.length > 0),
    ...(affected ? [{ party: affectedGroup, ...spanAmong(layer, names, affected) }] : []),
  ]
}

/** The places of the classes that count as affected; `null` where no class is a grade of damage. */
function affectedPlaces(layer: Layer, names: readonly ClassName[]): number[] | null {
  const known = knownBy(layer)
  const gradeAt = names.map((name) => (name === null ? null : gradeOfClass(known.get(name) ?? { class: name, label: { en: name } })))
  return gradeAt.every((grade) => grade === null) ? null : gradeAt.flatMap((grade, i) => (grade !== null && isAffected(grade) ? [i] : []))
}

/** The span of the classes at some places: from the first of their readings to the last. */
export function spanAmong(layer: Layer, names: readonly ClassName[], places: readonly number[]): ClassSpan {
  const known = knownBy(layer)
  const all = places.filter((i) => known.get(names[i]!)?.confidence !== 'inferred')
  const readings = readingsAmong(layer, names, all)
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last) return { agreed: all.filter((i) => known.get(names[i]!)?.confidence !== 'some-sources'), all }
  return { agreed: first.widely ? [] : first.classes, all: last.classes, sources: [...first.speakers], ...(last.widely ? { widely: true } : {}) }
}

const knownBy = ({ classes }: Layer): ReadonlyMap<ClassName, LayerClass> => new Map(classes.map((own) => [own.class, own]))

/** The classes of a party, or that has its name; of `null` all. */
function placesOf(layer: Layer, names: readonly ClassName[], party: string | null): number[] {
  const known = knownBy(layer)
  return names.flatMap((name, i) => (party === null || name === party || known.get(name)?.party === party ? [i] : []))
}

type Reading = Omit<ClassReading, 'party'> & {
  /** Ids of all sources that speak of any of the classes. */
  readonly speakers: readonly string[]
}

/** Classes that at least so many sources name, by their places. */
export type ClassReading = {
  readonly party: string | null
  readonly atLeast: number
  readonly of: number
  /** Those that each name all of its ground; where fewer than `atLeast` do, all that count towards it. */
  readonly sources: readonly string[]
  /** Whether `sources` are not the same for all of its ground. */
  readonly varies: boolean
  readonly widely?: true
  readonly classes: readonly number[]
}

/**
 * From the classes that all sources name which speak of any of them, to those that any of them names; places that are only
 * meant in the wide sense of a name come last of all. Each reading contains the one before.
 */
function readingsAmong(layer: Layer, names: readonly ClassName[], places: readonly number[]): Reading[] {
  const known = knownBy(layer)
  const sourcesAt = (i: number): readonly string[] => known.get(names[i]!)?.sources ?? []
  const named = places.filter((i) => sourcesAt(i).length > 0)
  const speakers = [...new Set(named.flatMap(sourcesAt))].toSorted()
  if (speakers.length === 0) return []
  const reading = (atLeast: number, classes: readonly number[]): Reading => {
    const throughout = speakers.filter((id) => classes.every((i) => sourcesAt(i).includes(id)))
    const varies = throughout.length < atLeast
    return { atLeast, of: speakers.length, sources: varies ? speakers : throughout, varies, classes, speakers }
  }
  const narrow = named.filter((i) => known.get(names[i]!)?.widely !== true)
  const wide = (): Reading => ({ ...reading(Math.min(...named.map((i) => sourcesAt(i).length)), named), widely: true })
  if (narrow.length === 0) return [wide()]
  const sizes = new Set([speakers.length, ...narrow.map((i) => sourcesAt(i).length)])
  const readings = [...sizes].toSorted((a, b) => b - a).map((atLeast) => reading(atLeast, narrow.filter((i) => sourcesAt(i).length >= atLeast)))
  if (narrow.length === named.length) return readings
  return [...readings, wide()]
}

/** The readings of each party, or class without one, that sources name; of shelling and damage first those of all ground. */
export function classReadings(layer: Layer, names: readonly ClassName[]): ClassReading[] {
  const known = knownBy(layer)
  const parties = new Set(names.flatMap((name) => known.get(name)?.party ?? name ?? []))
  return [...(layer.role === 'control' ? [] : [null]), ...parties].flatMap((party) => {
    const meant = party === null && layer.role === 'damage' ? affectedPlaces(layer, names) : null
    const places = (meant ?? placesOf(layer, names, party)).filter((i) => known.get(names[i]!)?.confidence !== 'inferred')
    return readingsAmong(layer, names, places).map(({ speakers: _speakers, ...own }) => ({ party, ...own }))
  })
}

/** The grounds of a layer that are told beside its classes: of each group what is agreed and all, then of each reading. */
export const toldTogether = (layer: Layer, names: readonly ClassName[]): (readonly number[])[] => [
  ...classGroups(layer, names).flatMap(({ agreed, all }) => [agreed, all]),
  ...classReadings(layer, names).map(({ classes }) => classes),
]

type GroundOf = (classes: readonly number[], place: number) => GroundArea

/** The ground of a layer's groups; `groundOf` is told the classes by their places, and the place among `toldTogether`. */
export const groupAreas = (layer: Layer, names: readonly ClassName[], groundOf: GroundOf): GroupArea[] =>
  classGroups(layer, names).map(({ agreed, all, ...about }, i) => ({ ...about, agreed: groundOf(agreed, 2 * i), all: groundOf(all, 2 * i + 1) }))

/** The ground of a layer's readings, likewise. */
export function readingAreas(layer: Layer, names: readonly ClassName[], groundOf: GroundOf): Omit<ReadingArea, 'label'>[] {
  const first = 2 * classGroups(layer, names).length
  return classReadings(layer, names).map(({ classes, ...reading }, i) => ({ ...reading, ...groundOf(classes, first + i) }))
}
