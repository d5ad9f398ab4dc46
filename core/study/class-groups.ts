import type { Layer } from './layer.ts'
import type { ClassName, GroundArea, GroupArea } from './measurement.ts'

/** Classes of a layer whose ground is told together, by their places. */
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
    const all = names.flatMap((name, i) => (party === null || name === party || known.get(name)?.party === party ? [i] : []))
    return { party, agreed: all.filter((i) => known.get(names[i]!)?.confidence !== 'some-sources'), all }
  })
  return groups.filter(({ party, all }) => party === null || all.length > 0)
}

/** The ground of a layer's groups; `groundOf` is told the classes by their places, and the place among all such grounds. */
export const groupAreas = (
  layer: Layer, names: readonly ClassName[], groundOf: (classes: readonly number[], place: number) => GroundArea,
): GroupArea[] =>
  classGroups(layer, names).map(({ party, agreed, all }, i) => ({ party, agreed: groundOf(agreed, 2 * i), all: groundOf(all, 2 * i + 1) }))
