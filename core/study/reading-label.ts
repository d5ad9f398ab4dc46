import { say, type Language, type WordKey } from '../words/say.ts'
import type { ReadingArea } from './measurement.ts'
import type { Text } from './text.ts'

/** What a reading is called: how many of the sources that speak of the ground name it, and whether always the same. */
export function readingLabel(reading: Pick<ReadingArea, 'atLeast' | 'of' | 'sources' | 'varies' | 'widely'>): Text {
  const { of, sources, varies, widely } = reading
  const count = varies ? reading.atLeast : sources.length
  const key: WordKey = of === 1 ? 'reading.one-source' : count === of ? 'reading.all-sources' : !varies ? 'reading.same-sources' : count === 1 ? 'reading.any-source' : 'reading.any-sources'
  const label = (language: Language): string => {
    const by = say(language, key, { count, of })
    return widely ? say(language, 'reading.widely', { by }) : by
  }
  return { en: label('en'), ar: label('ar') }
}
