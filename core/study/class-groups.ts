import type { Layer, LayerClass } from './layer.ts'
import type { ClassName, GroundArea, GroupArea, ReadingArea } from './measurement.ts'

/** Classes of a layer whose ground is told together, by their places. Inferred ground is in none of them. */
export type ClassGroup = {
  /** Whom or what they are about; `null` for all classes of the layer. */
  readonly party: string | null
  /** Those that not only some sources speak of. */
  readonly agreed: readonly number[]
  readonly all: readonly number[]
}

/** All classes of a layer, then those of each party that has classes of its own in it and still holds ground. */
export function classGroups({ classes }: Layer, names: readonly ClassName[]): ClassGroup[] {
  const known = new Map(classes.map((own) => [own.class, own]))
  const parties = new Set(classes.flatMap(({ party }) => party ?? []))
  const groups = [null, ...parties].map((party): ClassGroup => {
    const all = names.flatMap((name, i) => (isOf(party, name, known.get(name)) ? [i] : []))
    return { party, agreed: all.filter((i) => known.get(names[i]!)?.confidence !== 'some-sources'), all }
  })
  return groups.filter(({ party, all }) => party === null || all.length > 0)
}

const isOf = (party: string | null, name: ClassName, known: LayerClass | undefined): boolean =>
  known?.confidence !== 'inferred' && (party === null || name === party || known?.party === party)

/** Classes of a party that at least so many sources name, by their places, and which sources those are. */
export type ClassReading = { readonly party: string; readonly atLeast: number; readonly of: number; readonly sources: readonly string[]; readonly classes: readonly number[] }

/**
 * The readings of each party, or class without one, that sources name: from the ground that all sources name which speak of it, to the
 * ground that any of them names. Each contains the one before, and only those stand that differ in their classes.
 */
export function classReadings(layer: Layer, names: readonly ClassName[]): ClassReading[] {
  const known = new Map(layer.classes.map((own) => [own.class, own]))
  const sourcesAt = (i: number): readonly string[] => known.get(names[i]!)?.sources ?? []
  const parties = new Map<string, number[]>()
  for (const [i, name] of names.entries()) {
    const party = known.get(name)?.party ?? name
    if (party !== null && sourcesAt(i).length > 0) parties.set(party, [...(parties.get(party) ?? []), i])
  }
  return [...parties].flatMap(([party, all]): ClassReading[] => {
    const speakers = new Set(all.flatMap(sourcesAt))
    const sizes = new Set([speakers.size, ...all.map((i) => sourcesAt(i).length)])
    return [...sizes].sort((a, b) => b - a).map((atLeast) => {
      const classes = all.filter((i) => sourcesAt(i).length >= atLeast)
      return { party, atLeast, of: speakers.size, sources: atLeast === speakers.size ? [...speakers] : [...new Set(classes.flatMap(sourcesAt))], classes }
    })
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
  classGroups(layer, names).map(({ party, agreed, all }, i) => ({ party, agreed: groundOf(agreed, 2 * i), all: groundOf(all, 2 * i + 1) }))

/** The ground of a layer's readings, likewise. */
export function readingAreas(layer: Layer, names: readonly ClassName[], groundOf: GroundOf): Omit<ReadingArea, 'label'>[] {
  const first = 2 * classGroups(layer, names).length
  return classReadings(layer, names).map(({ classes, ...reading }, i) => ({ ...reading, ...groundOf(classes, first + i) }))
}
