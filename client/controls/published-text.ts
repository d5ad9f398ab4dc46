import { formatDate } from '../../core/format/format.ts'
import type { Source } from '../../core/model/sources.ts'
import { translate, type Language } from '../../core/i18n/translate.ts'

/** The day of a published figure, where the line of its source does not bear it already; that none is given, where none is. */
export function publishedDay(date: string | null, source: Source, language: Language): string {
  if (date === null) return ` · ${translate(language, 'date.undated')}`
  return date === source.date ? '' : ` · ${translate(language, 'sheet.as-of', { date: formatDate(date, language) })}`
}
