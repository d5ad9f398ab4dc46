import { builtClass } from './default-classes.ts'
import type { LayerClass, Role } from '../model/layer.ts'
import type { Study } from '../model/study.ts'
import type { Text } from '../model/text.ts'

type Classes = readonly LayerClass[]

/** The classes with the one at `from` at the place `to`; their order is that of every table and legend. */
export function movedClass(classes: Classes, from: number, to: number): LayerClass[] {
  const moved = [...classes]
  const [one] = moved.splice(from, 1)
  if (one) moved.splice(to, 0, one)
  return moved
}

/** The classes with another look for one of them. */
export const withLook = (
  classes: Classes,
  place: number,
  style: Partial<Pick<LayerClass, 'color' | 'pattern'>>,
): LayerClass[] => classes.map((each, i) => (i === place ? { ...each, ...style } : each))

/**
 * The classes with one labelled anew. A class that goes by its English label keeps doing so, unless another has that
 * name already or it is one of `fixed`, to which something else in the study refers.
 */
export function withLabel(classes: Classes, place: number, label: Text, fixed: ReadonlySet<string>): LayerClass[] {
  return classes.map((each, i) => {
    if (i !== place) return each
    const { class: name } = each
    const isFree = !classes.some((other, k) => k !== place && other.class === label.en)
    const follows = name !== null && name === each.label.en && isFree && !fixed.has(name)
    return { ...each, label, class: follows ? label.en : name }
  })
}

/**
 * The classes with a value (empty: the features without one) in the class at `to`, or with `null` in one of its own at
 * the end. A class that has lost its last value is gone: so two become one.
 */
export function withValue(classes: Classes, value: string, to: number | null, role: Role): LayerClass[] {
  const joined = classes.map((each, i) => {
    const others = each.values.filter((other) => other !== value)
    return { ...each, values: i === to ? [...others, value] : others }
  })
  const kept = joined.filter(({ values }) => values.length > 0)
  if (to !== null) return kept
  const name = value === '' ? null : value
  const own = kept.some((each) => each.class === name) ? `${value} (2)` : name
  return [...kept, builtClass({ class: own, values: [value] }, kept.length, role)]
}

/** Names of classes of a layer that the study's headline or its published figures refer to. */
export function namesReferredTo(
  { headline, published }: Pick<Study, 'headline' | 'published'>,
  layer: string,
): ReadonlySet<string> {
  const names = published.flatMap(({ measuredAs }) =>
    measuredAs?.layer === layer ? [measuredAs.party, ...(measuredAs.classes ?? [])] : [],
  )
  const all = headline?.layer === layer ? [headline.party, ...names] : names
  return new Set(all.filter((name): name is string => typeof name === 'string'))
}
