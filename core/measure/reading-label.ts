import { inEachLanguage, translate, type Language, type MessageKey } from '../i18n/translate.ts'
import type { ReadingArea } from '../model/measurement.ts'
import type { Text } from '../model/text.ts'

type Named = Pick<ReadingArea, 'atLeast' | 'of' | 'sources' | 'varies' | 'widely'>

/**
 * What a reading is called: how many of the sources that speak of the ground name it, whether always the same, and how many of
 * them only in a wider sense. `naming` is how many of its sources are independent, `namingWidely` how many of these name no part of
 * it otherwise.
 */
export function readingLabel(reading: Named & { readonly naming: number; readonly namingWidely: number }): Text {
  const { atLeast, of, sources, varies, widely, naming, namingWidely } = reading
  const count = varies ? atLeast : naming
  const key: MessageKey =
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
    const by = translate(language, key, { count, of })
    if (widely) return translate(language, 'reading.widely', { by })
    return namingWidely === 0 ? by : translate(language, 'reading.widely-by', { by, count: namingWidely })
  }
  return inEachLanguage(label)
}
