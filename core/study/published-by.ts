import type { Language } from '../words/say.ts'
import { formatDate } from './format.ts'
import { namedSource } from './sources.ts'
import { sideText } from './said-by.ts'
import type { Published, Study } from './study.ts'
import { textIn } from './text.ts'

/** Who published a figure, the side that they stand on, and the day that it speaks of or else that of its source. */
export function publishedBy({ sources }: Pick<Study, 'sources'>, { source: id, date }: Published, language: Language): string {
  const source = namedSource(sources, id)
  const day = date ?? source.date
  const { side } = source
  return [textIn(language, source.publisher ?? source.title), ...(side === undefined ? [] : [sideText(side, language)]), ...(day === undefined ? [] : [formatDate(day, language)])].join(language === 'ar' ? '، ' : ', ')
}
