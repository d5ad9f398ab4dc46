/**
 * Sets of classes, each with a number. The walk goes from set to set by putting one class in or taking it out, and
 * every such step is remembered, so a set is compared with others only the first time that a step is taken.
 * Set 0 is empty.
 */
export type Labels = {
  count: number
  /** The classes of set n, ascending, stand in `members` from `start[n]` to `start[n + 1]` - 1. */
  start: Uint32Array
  members: Uint32Array
  readonly sets: Map<number, number[]>
  steps: StepTable
}

/** Open hashing from a set and a class to the set with that class put in or taken out. */
type StepTable = { used: number; from: Int32Array; member: Int32Array; to: Int32Array }

const stepTable = (size: number): StepTable => ({
  used: 0,
  from: new Int32Array(size).fill(-1),
  member: new Int32Array(size),
  to: new Int32Array(size),
})

export const emptyLabels = (): Labels => ({
  count: 1,
  start: new Uint32Array(64),
  members: new Uint32Array(256),
  sets: new Map([[0, [0]]]),
  steps: stepTable(128),
})

/** The set `label` with `member` put in where it is missing and taken out where it is there. */
export function toggled(labels: Labels, label: number, member: number): number {
  const { from, member: members, to } = labels.steps
  const mask = from.length - 1
  let slot = scatter(label, member) & mask
  while (from[slot]! >= 0) {
    if (from[slot] === label && members[slot] === member) return to[slot]!
    slot = (slot + 1) & mask
  }
  return newStep(labels, label, member)
}

export const labelMembers = (labels: Pick<Labels, 'start' | 'members'>, label: number): Uint32Array =>
  labels.members.subarray(labels.start[label], labels.start[label + 1])

const scatter = (label: number, member: number): number => {
  const mixed = Math.imul(label, 0x9e3779b1) ^ Math.imul(member + 1, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

function newStep(labels: Labels, label: number, member: number): number {
  const before = labelMembers(labels, label)
  const at = before.findIndex((other) => other >= member)
  const here = at < 0 ? before.length : at
  const has = before[here] === member
  const set = new Uint32Array(before.length + (has ? -1 : 1))
  set.set(before.subarray(0, here))
  if (!has) set[here] = member
  set.set(before.subarray(has ? here + 1 : here), has ? here : here + 1)
  const reached = numberOf(labels, set)
  remember(labels, label, member, reached)
  remember(labels, reached, member, label)
  return reached
}

function remember(labels: Labels, label: number, member: number, reached: number): void {
  if (2 * labels.steps.used >= labels.steps.from.length) {
    const { from, member: members, to } = labels.steps
    labels.steps = stepTable(2 * from.length)
    for (let slot = 0; slot < from.length; slot++) {
      if (from[slot]! >= 0) enter(labels.steps, from[slot]!, members[slot]!, to[slot]!)
    }
  }
  enter(labels.steps, label, member, reached)
}

function enter(steps: StepTable, label: number, member: number, reached: number): void {
  const mask = steps.from.length - 1
  let slot = scatter(label, member) & mask
  while (steps.from[slot]! >= 0) {
    if (steps.from[slot] === label && steps.member[slot] === member) return
    slot = (slot + 1) & mask
  }
  steps.from[slot] = label
  steps.member[slot] = member
  steps.to[slot] = reached
  steps.used++
}

/** The number of a set, which gets the next one where it is new. */
export function numberOf(labels: Labels, set: Uint32Array): number {
  let hash = 0
  for (const member of set) hash = Math.imul(hash ^ member, 0x01000193) + set.length
  const alike = labels.sets.get(hash)
  for (const label of alike ?? []) if (equal(labelMembers(labels, label), set)) return label
  const label = labels.count++
  if (labels.count >= labels.start.length) labels.start = grown(labels.start, 2 * labels.count)
  const first = labels.start[label]!
  if (first + set.length > labels.members.length) labels.members = grown(labels.members, 2 * (first + set.length))
  labels.members.set(set, first)
  labels.start[label + 1] = first + set.length
  if (alike) alike.push(label)
  else labels.sets.set(hash, [label])
  return label
}

const equal = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])

function grown(array: Uint32Array, length: number): Uint32Array {
  const larger = new Uint32Array(length)
  larger.set(array)
  return larger
}
