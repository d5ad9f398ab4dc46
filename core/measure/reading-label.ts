import { say, type Language, type WordKey } from '../i18n/say.ts'
import type { ReadingArea } from '../model/measurement.ts'
import type { Text } from '../model/text.ts'

/**
 * What a reading is called: how many of the sources that speak of the ground name it, and whether always the same. `naming` is how
 * many of its sources are independent.
 */
export function readingLabel(
  reading: Pick<ReadingArea, 'atLeast' | 'of' | 'sources' | 'varies' | 'widely'> & { readonly naming: number },
): Text {
  const { atLeast, of, sources, varies, widely, naming } = reading
  const count = varies ? atLeast : naming
  const key: WordKey =
    of === 1
      ? sources.length > 1
        ? 'reading.one-publisher'
        : 'reading.one-source'
      : atLeast === of
        ? 'reading.all-sources'
        : count === of
          ? 'reading.all-sources-disputed'
          : !varies
            ? 'reading.same-sources'
            : count === 1
              ? 'reading.any-source'
              : 'reading.any-sources'
  const label = (language: Language): string => {
    const by = say(language, key, { count, of })
    return widely ? say(language, 'reading.widely', { by }) : by
  }
  return { en: label('en'), ar: label('ar') }
}
