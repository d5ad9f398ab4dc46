import { factorInterval, intervalBetween, type Ends } from './drawn-quantity.ts'
import type { DrawnDay, DrawnPlan, DrawnReadings } from './drawn-plan.ts'
import { areAlike } from '../timeline/layer-period.ts'
import { isNotNamed, isOwnOutline } from './held-ground.ts'
import type { Because, Finding, FindingTopic, LayerGround, PlanDay, Precedent } from './comparison-answer.ts'

/** Areas that differ by less than this factor are called similar. */
const similarAreas = 1.25
/** Shares that differ by no more of a plan are called similar: ten percentage points. */
const similarShares = 0.1

/** A precedent with the draws of its measures. */
export type DrawnPrecedent = Precedent & { readonly drawn: DrawnPlan }

/**
 * Compares each precedent with the first. A measure is called similar where the draws of both establish that no two readings
 * of the sources lie further apart than ten percentage points, plans no further than a factor of 1.25, and else different
 * where they establish which is more, whatever reading is right: both by 95 % intervals of the difference, so with 97.5 %
 * on each side. Otherwise it is undecided, as is everything without draws. Days are compared as such: on the same side of the
 * announcement or not; sieges and laws that both record are listed, a siege that one study records is open. Ground of which nothing is said
 * is open, and so is ground that a layer of shelling or damage does not touch at all: a layer of records does not say that
 * there was nothing. What was last reported on an earlier day decides nothing of the day itself, nor do reports of unlike
 * periods. Where a plan has no outline the areas are open: a published figure has no interval.
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

type Found = Pick<Finding, 'kind' | 'because' | 'difference' | 'factor'>
type Judge = (a: DrawnPrecedent, b: DrawnPrecedent) => Found | null

/**
 * Whether draws of one number are the same error: one plan on one base, drawn alike. The field hangs on the plan, so that
 * draws of plans elsewhere on that base have nothing in common but the noise; nor have the errors of places further apart
 * than the correlation length.
 */
function isCommon({ drawn: a }: DrawnPrecedent, { drawn: b }: DrawnPrecedent): boolean {
  if (!a.bases.some((base) => b.bases.includes(base))) return false
  const [one, other] = [a.planM2?.draws ?? [], b.planM2?.draws ?? []]
  return one.length === other.length && one.every((areaM2, draw) => Object.is(areaM2, other[draw]))
}

const byArea: Judge = (a, b) => {
  if ([a, b].some(({ coverage }) => coverage.area === 'claimed')) return { kind: 'open' }
  const [one, other] = [a.drawn.planM2, b.drawn.planM2]
  const ends = one && other && factorInterval(one, other, isCommon(a, b))
  if (!ends) return { kind: 'undecided' }
  const factor = { value: a.planM2 / b.planM2, ...ends }
  if (ends.high < similarAreas && ends.low > 1 / similarAreas) return { kind: 'similar', factor }
  return { kind: ends.low > 1 || ends.high < 1 ? 'different' : 'undecided', factor }
}

const byGround =
  (
    about: keyof DrawnDay,
    groundIn: (precedent: Precedent) => LayerGround | null,
    drawnIn: (drawn: DrawnPlan) => DrawnReadings | null,
  ): Judge =>
  (a, b) => {
    const grounds = [groundIn(a), groundIn(b)] as const
    if (!grounds[0] || !grounds[1]) return { kind: 'open' }
    const because = becauseOf(about, grounds[0], grounds[1])
    if (because.length > 0) return { kind: 'open', because }
    const [one, other] = [drawnIn(a.drawn), drawnIn(b.drawn)]
    const ends = one && other && endsOf(one, other, isCommon(a, b))
    if (!ends) return { kind: 'undecided' }
    const { least, most } = ends
    const difference = { low: Math.max(-1, least.low), high: Math.min(1, most.high) }
    const spans = [one, other].map(({ narrow, wide }) => wide.observed - narrow.observed)
    const isNear =
      difference.low >= -similarShares && difference.high <= similarShares && Math.max(...spans) <= similarShares
    if (isNear) return { kind: 'similar', difference }
    return { kind: least.low > 0 || most.high < 0 ? 'different' : 'undecided', difference }
  }

function becauseOf(about: keyof DrawnDay, ...grounds: readonly [LayerGround, LayerGround]): Because[] {
  const has = (is: (ground: LayerGround) => boolean, because: Because): Because[] => (grounds.some(is) ? [because] : [])
  return [
    ...has(({ holds }) => holds === 'last-known', 'last-report'),
    ...has(isNotNamed, 'not-named'),
    ...(about === 'shelled' && !areAlike(grounds[0].period, grounds[1].period) ? ['periods' as const] : []),
    ...(about === 'held' ? [] : has(isOwnOutline, 'outline')),
  ]
}

/** How much the first is more than the second by the readings that bring it least, and by those that bring it most. */
function endsOf(
  one: DrawnReadings,
  other: DrawnReadings,
  common: boolean,
): { readonly least: Ends; readonly most: Ends } | null {
  const least = intervalBetween(one.narrow, other.wide, common)
  const most = intervalBetween(one.wide, other.narrow, common)
  return least && most && { least, most }
}

/** Only where the layer has recorded something on the plan's ground. */
const recorded = (ground: LayerGround | null): LayerGround | null => (ground && ground.wideM2 > 0 ? ground : null)

const onDay = (about: keyof DrawnDay, groundIn: (day: PlanDay) => LayerGround | null): Judge =>
  byGround(
    about,
    ({ onDay: day }) => groundIn(day),
    ({ onDay: day }) => day[about],
  )

/** The laws that both record, by day. */
export const commonLaws = (a: Precedent, b: Precedent): Precedent['events'] =>
  a.events.filter(({ kind, date }) => kind === 'law' && b.events.some((own) => own.kind === 'law' && own.date === date))

const topics: readonly (readonly [FindingTopic, Judge])[] = [
  ['plan-area', byArea],
  [
    'held-at-announcement',
    byGround(
      'held',
      ({ onAnnouncement }) => onAnnouncement?.held ?? null,
      ({ onAnnouncement }) => onAnnouncement?.held ?? null,
    ),
  ],
  ['held', onDay('held', ({ held }) => held)],
  ['shelled', onDay('shelled', ({ shelled }) => recorded(shelled))],
  ['damaged', onDay('damaged', ({ damaged }) => recorded(damaged))],
  [
    'taken',
    (a, b) => {
      const [one, two] = [a.takenDays, b.takenDays]
      if (one === null && two === null) return null
      if (one === null || two === null) return { kind: 'open' }
      return { kind: Math.sign(one) === Math.sign(two) ? 'similar' : 'different' }
    },
  ],
  ['siege', (a, b) => (a.siege && b.siege ? { kind: 'listed' } : a.siege || b.siege ? { kind: 'open' } : null)],
  ['law', (a, b) => (commonLaws(a, b).length > 0 ? { kind: 'listed' } : null)],
]
