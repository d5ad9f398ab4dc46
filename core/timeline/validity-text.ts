import { formatDate } from '../format/format.ts'
import { endsText } from '../answer/hold-ended-text.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { durationText } from '../time/duration.ts'
import type { TimelineLayer } from './timeline-answer.ts'

/**
 * By what right a layer speaks of a day of the timeline: shown or stated for it, last reported so long before, or not known since a
 * hold ended; of ground whose hold has ended nothing is said as last reported.
 */
export function validityText(
  measured: Pick<TimelineLayer, 'holds' | 'date' | 'ended' | 'classes'>,
  at: string,
  language: Language,
): string {
  const ended = endsText(measured, language)
  const basis = basisText(measured, at, language)
  if (ended === null) return basis
  return measured.classes.some(({ areaM2 }) => areaM2 > 0)
    ? translate(language, 'holds.ended', { ended, basis })
    : ended
}

function basisText({ holds, date }: Pick<TimelineLayer, 'holds' | 'date'>, at: string, language: Language): string {
  if (holds !== 'last-known' || date === null)
    return translate(language, holds === 'last-known' ? 'holds.undated' : `holds.${holds}`)
  return translate(language, 'holds.last-known', {
    date: formatDate(date, language),
    long: durationText(date, at, language),
  })
}
