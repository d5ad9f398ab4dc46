import { formatDate, formatHectares, formatNumber, formatShare } from '../format/format.ts'
import { translate, type Language } from '../i18n/translate.ts'
import type { LeavingReason } from '../measure/chosen-events.ts'
import type { EventList } from './event-answer.ts'

/** The rule of a list of events with what it comes to, the days and the places that take part: a sentence each. */
export function eventSentences(list: EventList, language: Language): string[] {
  return [ruleSentence(list, language), windowSentence(list, language), placeSentence(list, language)]
}

/** How many events are in the list, take part, lie on the plan, and are left out by each reason. */
export function eventCounts(
  { listed, used, inPlan, leftOut }: EventList,
  language: Language,
): { readonly text: string; readonly count: number }[] {
  const left = (reason: LeavingReason): string => translate(language, `events.left.${reason}`)
  return [
    { text: translate(language, 'events.listed'), count: listed },
    { text: translate(language, 'events.used'), count: used },
    ...(inPlan === null ? [] : [{ text: translate(language, 'events.in-plan'), count: inPlan }]),
    ...leftOut.map(({ reason, count }) => ({ text: left(reason), count })),
  ]
}

function ruleSentence({ used, listed, rule, ground, inPlan }: EventList, language: Language): string {
  const counts = { used: formatNumber(used), listed: formatNumber(listed) }
  if (inPlan === null) return translate(language, 'events.rule.no-plan', counts)
  if (rule === null || ground === null) return translate(language, 'events.rule.none', counts)
  const values = {
    ...counts,
    area: formatHectares(ground.areaM2, language),
    share: formatShare(ground.share, language),
  }
  return rule.by === 'radius'
    ? translate(language, 'events.rule.radius', { ...values, radius: formatNumber(rule.radiusM) })
    : translate(language, 'events.rule.grid', {
        ...values,
        cell: formatNumber(rule.cellM),
        least: formatNumber(rule.least),
      })
}

function windowSentence({ window: { from, to } }: EventList, language: Language): string {
  const values = { from: from ? formatDate(from, language) : '', to: to ? formatDate(to, language) : '' }
  const kind = from && to ? 'both' : from ? 'from' : to ? 'to' : 'open'
  return translate(language, `events.window.${kind}`, values)
}

const placeSentence = ({ coarsest, sharedFrom }: EventList, language: Language): string =>
  translate(language, `events.place.${coarsest}`, { shared: formatNumber(sharedFrom) })
