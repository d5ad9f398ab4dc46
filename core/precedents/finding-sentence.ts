import { formatDate, formatHectares, formatNumber, formatShare } from '../study/format.ts'
import { textIn } from '../study/text.ts'
import { lastReportedText } from '../study/when.ts'
import { durationText } from '../timeline/duration.ts'
import { sinceAnnouncement } from '../timeline/since-announcement.ts'
import { isWordKey, say, type Language, type WordValues } from '../words/say.ts'
import { commonLaws, type Finding, type FindingTopic } from './findings.ts'
import type { GroundRange, LayerGround, PlanDay } from './held-ground.ts'
import { lastRecapture, type Precedent, type Siege } from './precedent.ts'

/** A finding as one plain sentence with its numbers; it says what is so, never what it means. */
export function findingSentence({ topic, kind, studies }: Finding, precedents: readonly Precedent[], language: Language): string {
  const [a, b] = studies.map((id) => precedents.find((precedent) => precedent.id === id)!) as [Precedent, Precedent]
  const values = { a: textIn(language, a.title), b: textIn(language, b.title), ...figures[topic](a, b, language) }
  const about = topic === 'held-at-announcement' ? 'held' : topic
  const key = `finding.${about}.${kind}`
  if (!isWordKey(key)) throw new Error(`no finding is ${key}`)
  return say(language, key, values)
}

type Figures = (a: Precedent, b: Precedent, language: Language) => WordValues

const parts =
  (partOf: (precedent: Precedent, language: Language) => string): Figures =>
  (a, b, language) => ({ partA: partOf(a, language), partB: partOf(b, language) })

const figures: Readonly<Record<FindingTopic, Figures>> = {
  'plan-area': (a, b, language) => {
    const [larger, smaller] = a.planM2 >= b.planM2 ? [a, b] : [b, a]
    return {
      larger: textIn(language, larger.title),
      largerArea: planText(larger.planM2, language),
      smaller: textIn(language, smaller.title),
      smallerArea: planText(smaller.planM2, language),
      factor: formatNumber(larger.planM2 / smaller.planM2, 1),
    }
  },
  'held-at-announcement': parts((precedent, language) => heldText(precedent, precedent.onAnnouncement, language)),
  held: parts((precedent, language) => heldText(precedent, precedent.onDay, language)),
  shelled: parts((precedent, language) => coveredText(precedent, precedent.onDay.shelled, 'no-shelling', language)),
  damaged: parts((precedent, language) => coveredText(precedent, precedent.onDay.damaged, 'no-damage', language)),
  recapture: parts(recaptureText),
  siege: parts(({ siege }, language) => siegeText(siege, language)),
  law: (a, b, language) => ({ laws: commonLaws(a, b).map(({ title }) => textIn(language, title)).join(language === 'ar' ? '، ' : ', ') }),
}

function heldText(precedent: Precedent, day: PlanDay | null, language: Language): string {
  const plan = textIn(language, precedent.title)
  if (!day) return say(language, 'finding.part.no-announcement', { plan })
  const date = day.date === null ? say(language, 'date.undated') : formatDate(day.date, language)
  const { held } = day
  if (!held) return say(language, 'finding.part.not-held', { plan, date })
  return say(language, 'finding.part.held', { plan, when: whenText(held, day.date, language), party: textIn(language, held.party), range: rangeText(held, language) })
}

/** On the day, or as last reported before it. */
export function whenText({ date, holds }: LayerGround, at: string | null, language: Language): string {
  if (at === null) return date === null ? say(language, 'date.undated') : formatDate(date, language)
  if (holds === 'last-known' && date !== null) return lastReportedText(date, at, language)
  return say(language, holds === 'undated' ? 'when.not-stated' : 'when.on', { date: formatDate(at, language) })
}

/** The layer's title, and where it is shown for a later day that it was last reported before. */
export function layerText(ground: LayerGround, at: string | null, language: Language): string {
  const layer = textIn(language, ground.title)
  if (ground.holds !== 'last-known') return say(language, 'finding.part.layer', { layer })
  return say(language, 'finding.part.layer-when', { layer, when: whenText(ground, at, language) })
}

function coveredText(precedent: Precedent, ground: LayerGround | null, silence: 'no-shelling' | 'no-damage', language: Language): string {
  const plan = textIn(language, precedent.title)
  if (!ground) return say(language, `finding.part.${silence}`, { plan })
  const at = precedent.onDay.date
  if (ground.highM2 === 0) return say(language, 'finding.part.not-covered', { plan, about: layerText(ground, at, language) })
  return say(language, 'finding.part.covered', { plan, range: rangeText(ground, language), about: layerText(ground, at, language) })
}

/** A share from what is assessed to what is assessed or claimed; in whole percents where its intervals are wider than that. */
export function rangeText(ground: GroundRange, language: Language): string {
  const [low, high] = [ground.lowShare, ground.highShare].map((share) => formatShare(share, language, shareDigits(ground))) as [string, string]
  return low === high ? high : say(language, 'finding.range', { low, high })
}

/** The decimals of a share that its intervals support. */
export function shareDigits({ lowM2, highM2, highShare, interval }: GroundRange): 0 | 1 {
  if (!interval || highM2 === 0) return 1
  return ((lowM2 - interval.lowM2 + interval.highM2 - highM2) / highM2) * highShare >= 0.01 ? 0 : 1
}

/** Whole hectares from 100 ha on. */
const planText = (areaM2: number, language: Language): string => formatHectares(areaM2, language, areaM2 >= 1_000_000 ? 0 : 1)

export function recaptureText({ announced, events }: Pick<Precedent, 'announced' | 'events'>, language: Language): string {
  const last = lastRecapture(events)
  if (last && announced !== null) return sinceAnnouncement(announced, last.date, language)
  return say(language, announced === null ? 'finding.part.announcement-unknown' : 'finding.part.no-recapture')
}

/** The days of a siege and how long it was, where its days are known. */
export function siegeText(siege: Siege | null, language: Language): string {
  if (!siege) return say(language, 'finding.part.no-siege')
  if (siege.to === null) return say(language, 'finding.part.siege-open', { from: formatDate(siege.from, language) })
  const dates = { from: formatDate(siege.from, language), to: formatDate(siege.to, language) }
  if (siege.days === null) return say(language, 'finding.part.siege-dates', dates)
  return say(language, 'finding.part.siege', { ...dates, long: durationText(siege.from, siege.to, language) })
}
