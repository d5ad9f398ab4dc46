import { isSeveral } from '../overlay/several.ts'
import type { LayerClass } from './layer.ts'
import type { ClassName } from './measurement.ts'

type Owned = Pick<LayerClass, 'class' | 'party'>

/** Whose ground a class is: that of its party, or its own. */
export type OwnerOf = (name: ClassName) => ClassName

export function ownersIn(classes: readonly Owned[]): OwnerOf {
  const partyOf = new Map(classes.map(({ class: name, party }) => [name, party ?? name]))
  return (name) => partyOf.get(name) ?? name
}

/** Of each class, by its place, the number of whose ground it is. */
export function ownerNumbers(classes: readonly Owned[], names: readonly ClassName[]): number[] {
  const owners = names.map(ownersIn(classes))
  return owners.map((owner) => owners.indexOf(owner))
}

/**
 * Where a picture has one class for each ground, that which ground under these classes is shown as: the first in the order of
 * `known`; `undefined` where it is claimed by several, or by none.
 */
export const shownAs = (classes: readonly ClassName[], known: readonly Owned[]): ClassName | undefined =>
  isSeveral(classes, ownersIn(known)) ? undefined : known.find((own) => classes.includes(own.class))?.class
