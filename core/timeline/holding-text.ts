import { formatDate } from '../study/format.ts'
import { say, type Language } from '../words/say.ts'
import { durationText } from './duration.ts'
import type { TimelineLayer } from './timeline.ts'

/** By what right a layer speaks of a day of the timeline: shown or stated for it, or last reported so long before. */
export function holdingText({ holds, date }: Pick<TimelineLayer, 'holds' | 'date'>, at: string, language: Language): string {
  if (holds !== 'last-known' || date === null) return say(language, holds === 'last-known' ? 'holds.undated' : `holds.${holds}`)
  return say(language, 'holds.last-known', { date: formatDate(date, language), long: durationText(date, at, language) })
}
