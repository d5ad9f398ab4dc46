import { sourcesKey } from '../model/feature-sources.ts'
import type { GivenClass } from '../model/layer-options.ts'
import type { Layer } from '../model/layer.ts'
import type { ClassMapping } from './read-mapping.ts'
import type { ValueCount } from './value-counts.ts'

export const classMappingVersion = 'basilia-classes/1'

/** The classes of a layer as a mapping; `null` where it has none. */
export function mappingOf({
  title,
  role,
  classField,
  classes,
}: Pick<Layer, 'title' | 'role' | 'classField' | 'classes'>): ClassMapping | null {
  if (classField === undefined || classes.length === 0) return null
  return { schema: classMappingVersion, title, role, field: classField, classes }
}

/** A value that two classes of the same sources claim, with their names; `null` where there is none. */
export function valueInTwo(classes: readonly GivenClass[]): { value: string; first: string; second: string } | null {
  const owner = new Map<string, string>()
  for (const { class: name, values, label, sources = [] } of classes) {
    const own = name ?? label?.en ?? values[0] ?? '∅'
    for (const value of values) {
      const key = `${sourcesKey(sources)}\n${value}`
      const first = owner.get(key)
      if (first !== undefined && first !== own) return { value, first, second: own }
      owner.set(key, own)
    }
  }
  return null
}

/** How classes meet the values of a field. */
export type MappingFit = {
  /** Each class with the number of features that have one of its values. */
  readonly counts: readonly number[]
  /** Values that belong to no class, most frequent first; the empty one is left out. */
  readonly unmapped: readonly { readonly value: string; readonly count: number }[]
  /** Values of the classes that do not occur. */
  readonly missing: readonly string[]
  /** Features without a value, where no class stands for them. */
  readonly empty: number
}

export function fitOf(classes: readonly Pick<GivenClass, 'values'>[], values: readonly ValueCount[]): MappingFit {
  const countOf = new Map(values.map(({ value, count }) => [value ?? '', count]))
  const mapped = new Set(classes.flatMap((each) => each.values))
  return {
    counts: classes.map((each) => each.values.reduce((sum, value) => sum + (countOf.get(value) ?? 0), 0)),
    unmapped: values.flatMap(({ value, count }) => (value === null || mapped.has(value) ? [] : [{ value, count }])),
    missing: [...mapped].filter((value) => value !== '' && !countOf.has(value)),
    empty: mapped.has('') ? 0 : (countOf.get('') ?? 0),
  }
}
