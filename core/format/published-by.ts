import { comma, type Language } from '../i18n/translate.ts'
import { formatDate } from './format.ts'
import { namedSource } from '../model/sources.ts'
import { sideText } from './said-by.ts'
import type { Published, Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'

/** The day, month or year of a published figure: its own, or else that of its source; `undefined` where neither is given. */
export function publishedDate(
  { sources }: Pick<Study, 'sources'>,
  { source, date }: Pick<Published, 'source' | 'date'>,
): string | undefined {
  return date ?? namedSource(sources, source).date
}

/** Who published a figure, the side that they stand on, and its day. */
export function publishedBy(study: Pick<Study, 'sources'>, figure: Published, language: Language): string {
  const source = namedSource(study.sources, figure.source)
  const day = publishedDate(study, figure)
  const { side } = source
  return [
    textIn(language, source.publisher ?? source.title),
    ...(side === undefined ? [] : [sideText(side, language)]),
    ...(day === undefined ? [] : [formatDate(day, language)]),
  ].join(comma(language))
}
