import { formatDate, formatNumber, formatShare } from '../format/format.ts'
import { formatShareOf, placeOf } from '../format/interval-text.ts'
import { percentDigits, shareWithInterval } from '../format/share-interval.ts'
import { otherPartiesText } from '../answer/other-parties-text.ts'
import { isAtMost, saidByText, spanText } from '../answer/span.ts'
import { textIn } from '../model/text.ts'
import { lastReportedText } from '../format/when.ts'
import { durationText } from '../time/duration.ts'
import { sinceAnnouncement } from '../timeline/since-announcement.ts'
import {
  comma,
  isMessageKey,
  translate,
  type Language,
  type MessageKey,
  type MessageValues,
} from '../i18n/translate.ts'
import { areaPart } from './area-part.ts'
import { claimedAbout } from './coverage.ts'
import type { Ends } from './drawn-quantity.ts'
import { commonLaws } from './findings.ts'
import { becauseText } from './because-text.ts'
import { isNotNamed, isOwnOutline } from './held-ground.ts'
import { lastTaken } from './precedent.ts'
import type { DatedEvent } from '../timeline/timeline-answer.ts'
import type { Finding, FindingTopic, GroundRange, LayerGround, PlanDay, Precedent, Siege } from './comparison-answer.ts'
import type { CoverageTopic } from './comparison-terms.ts'

/** A finding as one plain sentence with its numbers; it says what is so, never what it means. */
export function findingSentence(finding: Finding, precedents: readonly Precedent[], language: Language): string {
  const { topic, kind, studies } = finding
  const [a, b] = studies.map((id) => precedents.find((precedent) => precedent.id === id)!) as [Precedent, Precedent]
  const about = topic === 'held-at-announcement' ? 'held' : topic
  const isUndrawn = kind === 'undecided' && !finding.difference && !finding.factor
  const key = `finding.${about}.${finding.because ? 'open-because' : isUndrawn ? 'undrawn' : kind}`
  if (!isMessageKey(key)) throw new Error(`no finding is ${key}`)
  const titles = { a: textIn(language, a.title), b: textIn(language, b.title) }
  return translate(language, key, {
    ...titles,
    ...differenceOf(finding, titles, language),
    because: becauseText(finding, a, b, language),
    ...figures[topic](a, b, language, finding),
  })
}

/** Which study has more, and by how much; the first less the second where that is not decided. */
function differenceOf(
  { kind, difference }: Finding,
  { a, b }: { readonly a: string; readonly b: string },
  language: Language,
): MessageValues {
  if (!difference) return {}
  const isFirst = difference.low > 0
  const { low, high } = kind === 'different' && !isFirst ? { low: -difference.high, high: -difference.low } : difference
  // What is established must not be rounded to nothing.
  const digits = kind === 'different' && Math.round(100 * low) <= 0 ? 1 : percentDigits((high - low) / 2)
  const points = (share: number): string => formatNumber(100 * share, digits)
  return {
    difference: translate(language, 'finding.points', { from: points(low), to: points(high) }),
    more: isFirst ? a : b,
    less: isFirst ? b : a,
  }
}

type Figures = (a: Precedent, b: Precedent, language: Language, finding: Finding) => MessageValues

const parts =
  (partOf: (precedent: Precedent, language: Language) => string): Figures =>
  (a, b, language) => ({ partA: partOf(a, language), partB: partOf(b, language) })

const figures: Readonly<Record<FindingTopic, Figures>> = {
  'plan-area': (a, b, language, { kind, factor }) => {
    const isFirst = !factor || factor.value >= 1
    const [larger, smaller] = isFirst ? [a, b] : [b, a]
    const times = factor && (isFirst ? factor : { value: 1 / factor.value, low: 1 / factor.high, high: 1 / factor.low })
    return {
      partA: areaPart(a, kind === 'open', language),
      partB: areaPart(b, kind === 'open', language),
      larger: textIn(language, larger.title),
      smaller: textIn(language, smaller.title),
      factor: times ? factorText(times, language) : '',
    }
  },
  'held-at-announcement': heldFigures('onAnnouncement'),
  held: heldFigures('onDay'),
  shelled: coveredFigures('shelled', 'no-shelling'),
  damaged: coveredFigures('damaged', 'no-damage'),
  taken: parts(takenText),
  siege: (a, b, language, { kind }) => {
    const [one, other] = kind === 'open' && !a.siege ? [b, a] : [a, b]
    return {
      one: textIn(language, one.title),
      other: textIn(language, other.title),
      partA: siegeText(one.siege, language),
      partB: siegeText(other.siege, language),
    }
  },
  law: (a, b, language) => ({
    laws: commonLaws(a, b)
      .map((own) => lawText(own, language))
      .join(comma(language)),
  }),
}

/** The shares covered; that ground is the plan's own outline is said once, as a reason or beside its share. */
function coveredFigures(about: 'shelled' | 'damaged', silence: 'no-shelling' | 'no-damage'): Figures {
  return (a, b, language, { because = [] }) => {
    const part = (own: Precedent): string => {
      const ground = own.onDay[about]
      const text = coveredText(own, ground, silence, language)
      return because.includes('outline') ? text : withOutline(text, ground, language)
    }
    return { partA: part(a), partB: part(b) }
  }
}

/** With what a reader of 100 % must know: that the ground drawn is the plan's own outline. */
export const withOutline = (text: string, ground: LayerGround | null, language: Language): string =>
  ground && isOwnOutline(ground) ? translate(language, 'finding.part.own-outline', { text }) : text

/** The shares held with the party of each: two studies need not ask about the same one. */
function heldFigures(day: 'onDay' | 'onAnnouncement'): Figures {
  return (a, b, language, { difference }) => {
    const party = (own: Precedent): string => (own[day]?.held ? textIn(language, own[day].held.party) : '')
    const [more, less] = difference && difference.low > 0 ? [a, b] : [b, a]
    return {
      partA: heldText(a, a[day], language),
      partB: heldText(b, b[day], language),
      partyA: party(a),
      partyB: party(b),
      partyMore: party(more),
      partyLess: party(less),
    }
  }
}

function heldText(precedent: Precedent, day: PlanDay | null, language: Language): string {
  const plan = textIn(language, precedent.title)
  if (!day) return translate(language, 'finding.part.no-announcement', { plan })
  const date = day.date === null ? translate(language, 'date.undated') : formatDate(day.date, language)
  const { held } = day
  if (!held) return translate(language, silenceOf(precedent, 'held') ?? 'finding.part.not-held', { plan, date })
  if (isNotNamed(held))
    return translate(language, 'finding.part.not-named', {
      plan,
      when: whenText(held, day.date, language),
      party: textIn(language, held.party),
    })
  const others = otherPartiesText(held, language)
  const text = translate(language, others === '' ? 'finding.part.held' : 'finding.part.held-disputed', {
    plan,
    when: whenText(held, day.date, language),
    party: textIn(language, held.party),
    range: rangeText(held, language),
    others,
  })
  const whole = withOutline(text, held, language)
  return day.heldEnded ? translate(language, 'finding.part.besides-ended', { text: whole }) : whole
}

/** On the day, or as last reported before it. */
export function whenText({ date, holds }: LayerGround, at: string | null, language: Language): string {
  if (at === null) return date === null ? translate(language, 'date.undated') : formatDate(date, language)
  if (holds === 'last-known' && date !== null) return lastReportedText(date, at, language)
  return translate(language, holds === 'undated' ? 'when.not-stated' : 'when.on', { date: formatDate(at, language) })
}

/** The layer's title, and the day that it is shown for or was last reported on. */
export const layerText = (ground: LayerGround, at: string | null, language: Language): string =>
  translate(language, 'finding.part.layer', {
    layer: textIn(language, ground.title),
    when: whenText(ground, at, language),
  })

const lawText = ({ title, date }: DatedEvent, language: Language): string =>
  translate(language, 'precedent.cell.dated', { text: textIn(language, title), date: formatDate(date, language) })

/** That sources claim figures where nothing is measured: they stand in their own rows and are not set against measures. */
const silenceOf = ({ claimed }: Precedent, topic: Exclude<CoverageTopic, 'area'>): MessageKey | null =>
  claimedAbout(claimed, topic).length === 0 ? null : `finding.part.only-claimed.${topic}`

function coveredText(
  precedent: Precedent,
  ground: LayerGround | null,
  silence: 'no-shelling' | 'no-damage',
  language: Language,
): string {
  const plan = textIn(language, precedent.title)
  const at = precedent.onDay.date
  if (!ground) {
    const silent: MessageKey = at === null ? `finding.part.${silence}` : `finding.part.${silence}-by`
    const date = at === null ? '' : formatDate(at, language)
    return translate(language, silenceOf(precedent, silence === 'no-shelling' ? 'shelled' : 'damaged') ?? silent, {
      plan,
      date,
    })
  }
  if (ground.wideM2 === 0)
    return translate(language, 'finding.part.not-covered', { plan, about: layerText(ground, at, language) })
  return translate(language, 'finding.part.covered', {
    plan,
    range: rangeText(ground, language),
    about: layerText(ground, at, language),
  })
}

/**
 * The share of a plan's ground with its 95 % interval and who says so; where the readings of the sources differ, that of the
 * narrowest and that of the widest.
 */
export function rangeText(ground: GroundRange, language: Language): string {
  const { lowShare, highShare, interval, narrow, wide } = ground
  const text = (share: number, own: Ends | undefined): string =>
    own ? shareWithInterval(share, own, language) : formatShare(share, language)
  if (isAtMost(ground.widely, ground.narrowM2, ground.wideM2))
    return translate(language, 'span.at-most', { high: text(highShare, wide) })
  if (!isOneReading(ground, language)) {
    const low = ground.narrowM2 === 0 ? translate(language, 'answer.nothing') : text(lowShare, narrow)
    return spanText(ground, low, text(highShare, wide), language)
  }
  const share = text(highShare, interval && { low: interval.shareLow, high: interval.shareHigh })
  const who = ground.of === null ? '' : saidByText(ground, true, language)
  return who === '' ? share : translate(language, 'finding.share-by', { share, who })
}

/** Sources that differ on no ground of the plan. */
const isOneReading = ({ lowShare, highShare, same }: GroundRange, language: Language): boolean =>
  same !== null || formatShare(lowShare, language) === formatShare(highShare, language)

/** Both shares without their intervals, where there is no room: "9 % / 29 %". */
export function shortRangeText(ground: GroundRange, language: Language): string {
  const { lowShare, highShare, narrow, wide } = ground
  const text = (share: number, interval: Ends | undefined): string =>
    formatShareOf(share, interval ? { shareLow: interval.low, shareHigh: interval.high } : {}, language)
  const [low, high] = [text(lowShare, narrow), text(highShare, wide)]
  if (isAtMost(ground.widely, ground.narrowM2, ground.wideM2))
    return translate(language, 'span.at-most-short', { high })
  if (isOneReading(ground, language)) return high
  return ground.narrowM2 === 0 ? translate(language, 'span.up-to-short', { high }) : `${low} / ${high}`
}

/** A factor with its interval, to the place that half of it lets stand. */
function factorText({ value, low, high }: Ends & { readonly value: number }, language: Language): string {
  const place = high > low ? placeOf((high - low) / 2) : -2
  // An end that does not reach 1 must not be rounded to it.
  const isNear = [low, high].some((end) => Math.abs(end - 1) < 0.05)
  const text = (own: number): string => formatNumber(own, isNear ? 2 : place >= 0 ? 0 : place === -1 ? 1 : 2)
  return translate(language, 'interval.around', { value: text(value), low: text(low), high: text(high) })
}

/** The day on which the ground was last taken, and how far it lies from that of the announcement. */
export function takenText({ announced, events }: Pick<Precedent, 'announced' | 'events'>, language: Language): string {
  const last = lastTaken(events)
  if (!last) return translate(language, 'finding.part.never-taken')
  const values = { date: formatDate(last.date, language), since: sinceAnnouncement(announced, last.date, language) }
  return announced === null
    ? translate(language, 'finding.part.taken-unknown', values)
    : translate(language, 'finding.part.taken', { ...values, announced: formatDate(announced, language) })
}

/** The days of a siege and how long it was, where its days are known. */
export function siegeText(siege: Siege | null, language: Language): string {
  if (!siege) return translate(language, 'finding.part.no-siege')
  if (siege.to === null)
    return translate(language, 'finding.part.siege-open', { from: formatDate(siege.from, language) })
  const dates = { from: formatDate(siege.from, language), to: formatDate(siege.to, language) }
  if (siege.days === null) return translate(language, 'finding.part.siege-dates', dates)
  return translate(language, 'finding.part.siege', { ...dates, long: durationText(siege.from, siege.to, language) })
}
