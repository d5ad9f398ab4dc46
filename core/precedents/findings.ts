import type { LayerGround, PlanDay } from './held-ground.ts'
import type { Precedent } from './precedent.ts'

export type FindingTopic = 'plan-area' | 'held-at-announcement' | 'held' | 'shelled' | 'damaged' | 'recapture' | 'siege' | 'law'

/**
 * What two precedents have in common or not in one respect, from their numbers alone. `undecided` where their ranges
 * overlap but are too wide to call them similar, `open` where one of them has no number.
 */
export type Finding = {
  readonly topic: FindingTopic
  readonly kind: 'similar' | 'different' | 'undecided' | 'open'
  readonly studies: readonly [string, string]
}

/** Areas that differ by less than this factor are called similar. */
export const similarAreas = 1.25
/** Shares whose ranges lie together within so much of a plan are called similar: ten percentage points. */
export const similarShares = 0.1

/**
 * Compares each precedent with the first. Shares are similar where their ranges (assessed to claimed) lie together within
 * ten percentage points, different where the ranges lie apart, else undecided. Plan areas are similar below a factor of
 * 1.25, days where they lie on the same side of the announcement, sieges where both record one, laws where both record
 * a law of the same day. Ground of which nothing is said is open, and so is ground that a layer of shelling or damage
 * does not touch at all: a layer of records does not say that there was nothing.
 */
export function findingsOf([first, ...others]: readonly Precedent[]): Finding[] {
  if (!first) return []
  return others.flatMap((other) =>
    topics.flatMap(([topic, judge]) => {
      const kind = judge(first, other)
      return kind === null ? [] : [{ topic, kind, studies: [first.id, other.id] as const }]
    }),
  )
}

type Judge = (a: Precedent, b: Precedent) => Finding['kind'] | null

const byGround = (groundIn: (precedent: Precedent) => LayerGround | null): Judge => (a, b) => {
  const [one, two] = [groundIn(a), groundIn(b)]
  if (!one || !two) return 'open'
  if (Math.max(one.highShare, two.highShare) - Math.min(one.lowShare, two.lowShare) <= similarShares) return 'similar'
  return Math.max(one.lowShare, two.lowShare) > Math.min(one.highShare, two.highShare) ? 'different' : 'undecided'
}

/** Only where the layer has recorded something on the plan's ground. */
const recorded = (ground: LayerGround | null): LayerGround | null => (ground && ground.highM2 > 0 ? ground : null)

const groundAtAnnouncement = ({ onAnnouncement }: Precedent): PlanDay['held'] => onAnnouncement?.held ?? null

/** The laws that both record, by day. */
export const commonLaws = (a: Precedent, b: Precedent): Precedent['events'] =>
  a.events.filter(({ kind, date }) => kind === 'law' && b.events.some((own) => own.kind === 'law' && own.date === date))

const topics: readonly (readonly [FindingTopic, Judge])[] = [
  ['plan-area', (a, b) => (Math.max(a.planM2, b.planM2) < similarAreas * Math.min(a.planM2, b.planM2) ? 'similar' : 'different')],
  ['held-at-announcement', byGround(groundAtAnnouncement)],
  ['held', byGround(({ onDay }) => onDay.held)],
  ['shelled', byGround(({ onDay }) => recorded(onDay.shelled))],
  ['damaged', byGround(({ onDay }) => recorded(onDay.damaged))],
  ['recapture', (a, b) => {
    const [one, two] = [a.recaptureDays, b.recaptureDays]
    if (one === null && two === null) return null
    if (one === null || two === null) return 'open'
    return Math.sign(one) === Math.sign(two) ? 'similar' : 'different'
  }],
  ['siege', (a, b) => (a.siege && b.siege ? 'similar' : a.siege || b.siege ? 'different' : null)],
  ['law', (a, b) => (commonLaws(a, b).length > 0 ? 'similar' : null)],
]
