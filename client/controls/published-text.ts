import { formatDate } from '../../core/format/format.ts'
import type { Source } from '../../core/model/sources.ts'
import { say, type Language } from '../../core/i18n/say.ts'

/** The day of a published figure, where the line of its source does not bear it already; that none is given, where none is. */
export function publishedDay(date: string | null, source: Source, language: Language): string {
  if (date === null) return ` · ${say(language, 'date.undated')}`
  return date === source.date ? '' : ` · ${say(language, 'sheet.as-of', { date: formatDate(date, language) })}`
}
