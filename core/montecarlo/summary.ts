import { isSeveral } from '../overlay/several.ts'
import type { Overlay } from '../overlay/overlay.ts'
import { isReported, type Together } from '../overlay/together.ts'

/**
 * What is kept of an overlay, in this order: the area of the plan; for each further layer that of each of its classes,
 * of ground that several of them claim who are not one, and of ground that none does; the area of each ground of `ground`; that of
 * each of `groups`; and that of each of `inside`.
 */
export type Summary = {
  /** Number of classes of each layer after the plan. */
  readonly classCounts: readonly number[]
  /** Of each such layer whose ground each class is, by number; where it is missing each class is its own. */
  readonly owners?: readonly (readonly number[])[]
  /** Sets of classes of those layers, layer by layer; with `inside` of all but the last. */
  readonly ground: readonly (readonly (readonly number[])[])[]
  /** Ground of one layer, the first after the plan being 0, that is reported together. */
  readonly groups?: readonly { readonly layer: number; readonly ground: Together }[]
  /** Ground in one class of the last layer, or outside all of them (`null`). */
  readonly inside?: readonly ({ readonly unit: number | null } & InsideGround)[]
}

/** Ground of one class of a layer, the first after the plan being 0, or of sets of classes of all layers but the last. */
type InsideGround =
  | { readonly layer: number; readonly class: number }
  | { readonly classes: readonly (readonly number[])[] }

export const summarizedCount = ({ classCounts, ground, groups = [], inside = [] }: Summary): number =>
  beforeGround(classCounts) + ground.length + groups.length + inside.length

/** Where what is kept of `inside` begins. */
export const firstInside = ({ classCounts, ground, groups = [] }: Summary): number =>
  beforeGround(classCounts) + ground.length + groups.length

const beforeGround = (classCounts: Summary['classCounts']): number =>
  1 + classCounts.reduce((sum, count) => sum + count + 2, 0)

/** A function that writes the areas of an overlay into `into` from place `first` on, in square metres. */
export function summarizer(summary: Summary): (overlay: Overlay, into: Float64Array, first: number) => void {
  const count = summarizedCount(summary)
  const placesFor = placer(summary)
  return ({ combinations, planM2 }, into, first) => {
    into.fill(0, first, first + count)
    into[first] = planM2
    for (const { classes, areaM2 } of combinations)
      for (const place of placesFor(classes.slice(1))) into[first + place]! += areaM2
  }
}

/** A function that gives the places in a summary to which ground under a set of classes, layer by layer, adds. */
export function placer(summary: Summary): (classes: readonly (readonly number[])[]) => readonly number[] {
  const firstGround = beforeGround(summary.classCounts)
  const own = new Map(summary.ground.map((classes, i) => [keyOf(classes), firstGround + i]))
  const within = placesInside(summary)
  const placesOfSet = new Map<string, readonly number[]>()
  return (classes) => {
    const key = keyOf(classes)
    const known = placesOfSet.get(key)
    if (known) return known
    const ground = own.get(summary.inside ? keyOf(classes.slice(0, -1)) : key)
    const places = [...placesOf(summary, classes, ground), ...(summary.inside ? within(classes) : [])]
    placesOfSet.set(key, places)
    return places
  }
}

/** The places of ground inside the units that a set of classes lies in. */
function placesInside(summary: Summary): (classes: readonly (readonly number[])[]) => number[] {
  const first = firstInside(summary)
  const nameOf = (unit: number | null, ground: InsideGround): string =>
    'classes' in ground ? `${unit}|${keyOf(ground.classes)}` : `${unit}:${ground.layer}:${ground.class}`
  const own = new Map((summary.inside ?? []).map((ground, i) => [nameOf(ground.unit, ground), first + i]))
  return (classes) => {
    const before = classes.slice(0, -1)
    const units = classes.at(-1)!
    const grounds: InsideGround[] = [
      { classes: before },
      ...before.flatMap((members, layer) => members.map((member) => ({ layer, class: member }))),
    ]
    return (units.length === 0 ? [null] : units).flatMap((unit) =>
      grounds.flatMap((ground) => own.get(nameOf(unit, ground)) ?? []),
    )
  }
}

const keyOf = (classes: readonly (readonly number[])[]): string => classes.join(';')

function placesOf(
  { classCounts, owners = [], ground, groups = [] }: Summary,
  classes: readonly (readonly number[])[],
  own: number | undefined,
): number[] {
  const places = own === undefined ? [] : [own]
  let first = 1
  for (const [layer, members] of classes.entries()) {
    for (const member of members) places.push(first + member)
    if (members.length === 0) places.push(first + classCounts[layer]! + 1)
    else if (isSeveral(members, (member) => owners[layer]?.[member] ?? member)) places.push(first + classCounts[layer]!)
    first += classCounts[layer]! + 2
  }
  const firstGroup = beforeGround(classCounts) + ground.length
  for (const [i, group] of groups.entries()) {
    if (isReported(group.ground, classes[group.layer]!)) places.push(firstGroup + i)
  }
  return places
}
