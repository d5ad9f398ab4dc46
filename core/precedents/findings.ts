import { factorInterval, intervalBetween, type Ends } from './drawn-quantity.ts'
import type { DrawnDay, DrawnPlan, DrawnReadings } from './drawn-plan.ts'
import type { LayerGround, PlanDay } from './held-ground.ts'
import type { Precedent } from './precedent.ts'

export type FindingTopic = 'plan-area' | 'held-at-announcement' | 'held' | 'shelled' | 'damaged' | 'taken' | 'siege' | 'law'

/**
 * What two precedents have in common or not in one respect, from their numbers and draws alone. `undecided` where the draws
 * do not establish it or there are none, `open` where one of them has no number.
 */
export type Finding = {
  readonly topic: FindingTopic
  readonly kind: 'similar' | 'different' | 'undecided' | 'open'
  readonly studies: readonly [string, string]
  /** Of shares: the 95 % interval of the first study's less the second's, over every reading of their sources. */
  readonly difference?: Ends
  /** Of plans: how many times the second's area the first's is, with its 95 % interval. */
  readonly factor?: Ends & { readonly value: number }
}

/** Areas that differ by less than this factor are called similar. */
export const similarAreas = 1.25
/** Shares that differ by no more of a plan are called similar: ten percentage points. */
export const similarShares = 0.1

/** A precedent with the draws of its measures. */
export type DrawnPrecedent = Precedent & { readonly drawn: DrawnPlan }

/**
 * Compares each precedent with the first. A measure is called similar where the draws of both establish that no two readings
 * of the sources lie further apart than ten percentage points, plans no further than a factor of 1.25, and else different
 * where they establish which is more, whatever reading is right: both by 95 % intervals of the difference, so with 97.5 %
 * on each side. Otherwise it is undecided, as is everything without draws. Days are compared as such: on the same side of the
 * announcement or not; sieges where both record one, laws where both record a law of the same day. Ground of which nothing
 * is said is open, and so is ground that a layer of shelling or damage does not touch at all: a layer of records does not
 * say that there was nothing. Where a plan has no outline the areas are open: a published figure has no interval.
 */
export function findingsOf([first, ...others]: readonly DrawnPrecedent[]): Finding[] {
  if (!first) return []
  return others.flatMap((other) =>
    topics.flatMap(([topic, judge]) => {
      const found = judge(first, other)
      return found === null ? [] : [{ topic, studies: [first.id, other.id] as const, ...found }]
    }),
  )
}

type Found = Pick<Finding, 'kind' | 'difference' | 'factor'>
type Judge = (a: DrawnPrecedent, b: DrawnPrecedent) => Found | null

/** Whether both were drawn on one base, and so err together. */
const isCommon = (a: DrawnPrecedent, b: DrawnPrecedent): boolean => a.drawn.bases.some((base) => b.drawn.bases.includes(base))

const byArea: Judge = (a, b) => {
  if ([a, b].some(({ coverage }) => coverage.area === 'claimed')) return { kind: 'open' }
  const [one, other] = [a.drawn.planM2, b.drawn.planM2]
  const ends = one && other && factorInterval(one, other, isCommon(a, b))
  if (!ends) return { kind: 'undecided' }
  const factor = { value: a.planM2 / b.planM2, ...ends }
  if (ends.high < similarAreas && ends.low > 1 / similarAreas) return { kind: 'similar', factor }
  return { kind: ends.low > 1 || ends.high < 1 ? 'different' : 'undecided', factor }
}

const byGround = (
  groundIn: (precedent: Precedent) => LayerGround | null, drawnIn: (drawn: DrawnPlan) => DrawnReadings | null,
): Judge => (a, b) => {
  if (!groundIn(a) || !groundIn(b)) return { kind: 'open' }
  const [one, other] = [drawnIn(a.drawn), drawnIn(b.drawn)]
  const ends = one && other && endsOf(one, other, isCommon(a, b))
  if (!ends) return { kind: 'undecided' }
  const { least, most } = ends
  const difference = { low: Math.max(-1, least.low), high: Math.min(1, most.high) }
  const spans = [one, other].map(({ narrow, wide }) => wide.observed - narrow.observed)
  const isNear = difference.low >= -similarShares && difference.high <= similarShares && Math.max(...spans) <= similarShares
  if (isNear) return { kind: 'similar', difference }
  return { kind: least.low > 0 || most.high < 0 ? 'different' : 'undecided', difference }
}

/** How much the first is more than the second by the readings that bring it least, and by those that bring it most. */
function endsOf(one: DrawnReadings, other: DrawnReadings, common: boolean): { readonly least: Ends; readonly most: Ends } | null {
  const least = intervalBetween(one.narrow, other.wide, common)
  const most = intervalBetween(one.wide, other.narrow, common)
  return least && most && { least, most }
}

/** Only where the layer has recorded something on the plan's ground. */
const recorded = (ground: LayerGround | null): LayerGround | null => (ground && ground.wideM2 > 0 ? ground : null)

const onDay = (about: keyof DrawnDay, groundIn: (day: PlanDay) => LayerGround | null): Judge =>
  byGround(({ onDay: day }) => groundIn(day), ({ onDay: day }) => day[about])

/** The laws that both record, by day. */
export const commonLaws = (a: Precedent, b: Precedent): Precedent['events'] =>
  a.events.filter(({ kind, date }) => kind === 'law' && b.events.some((own) => own.kind === 'law' && own.date === date))

const topics: readonly (readonly [FindingTopic, Judge])[] = [
  ['plan-area', byArea],
  ['held-at-announcement', byGround(({ onAnnouncement }) => onAnnouncement?.held ?? null, ({ onAnnouncement }) => onAnnouncement?.held ?? null)],
  ['held', onDay('held', ({ held }) => held)],
  ['shelled', onDay('shelled', ({ shelled }) => recorded(shelled))],
  ['damaged', onDay('damaged', ({ damaged }) => recorded(damaged))],
  ['taken', (a, b) => {
    const [one, two] = [a.takenDays, b.takenDays]
    if (one === null && two === null) return null
    if (one === null || two === null) return { kind: 'open' }
    return { kind: Math.sign(one) === Math.sign(two) ? 'similar' : 'different' }
  }],
  ['siege', (a, b) => (a.siege && b.siege ? { kind: 'similar' } : a.siege || b.siege ? { kind: 'different' } : null)],
  ['law', (a, b) => (commonLaws(a, b).length > 0 ? { kind: 'similar' } : null)],
]
