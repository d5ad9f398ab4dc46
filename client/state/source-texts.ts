import type { Language } from '../../core/i18n/languages.ts'
import type { Source, SourceReference } from '../../core/model/sources.ts'
import { textIn, type Text } from '../../core/model/text.ts'

/** What stands in the fields of a source. */
export type SourceTexts = {
  readonly title: string
  readonly publisher: string
  readonly url: string
  readonly date: string
  readonly licence: string
}

export const emptySource: SourceTexts = { title: '', publisher: '', url: '', date: '', licence: '' }

/** A source as it stands in the study, or as it was given a moment ago. */
type Content = Omit<Source, 'id'>

/** The fields of a source as a reader of `language` sees them. */
export const textsOf = (source: Content | undefined, language: Language): SourceTexts =>
  source === undefined
    ? emptySource
    : {
        title: textIn(language, source.title),
        publisher: source.publisher ? textIn(language, source.publisher) : '',
        url: source.url ?? '',
        date: source.date ?? '',
        licence: source.licence ?? '',
      }

/**
 * The source as it is sent, with what `before` says beside its texts; `null` without any text. A source without a title
 * is called by its publisher, or its address.
 */
export function givenSource(
  texts: SourceTexts,
  language: Language,
  before?: Content,
): Exclude<SourceReference, string> | null {
  const [title, publisher, url, date, licence] = [
    texts.title,
    texts.publisher,
    texts.url,
    texts.date,
    texts.licence,
  ].map((text) => text.trim()) as [string, string, string, string, string]
  const called = title || publisher || url
  if (called === '') return null
  const { accessed, side, redistribute } = before ?? {}
  return {
    title: written(before?.title, called, language),
    ...(publisher === '' ? {} : { publisher: written(before?.publisher, publisher, language) }),
    ...(url === '' ? {} : { url }),
    ...(date === '' ? {} : { date }),
    ...(licence === '' ? {} : { licence }),
    ...(accessed === undefined ? {} : { accessed }),
    ...(side === undefined ? {} : { side }),
    ...(redistribute === undefined ? {} : { redistribute }),
  }
}

/** The text with its part in `language` replaced where that changes what is read; a new one is taken for every language. */
const written = (before: Text | undefined, text: string, language: Language): Text =>
  before === undefined ? { en: text } : textIn(language, before) === text ? before : { ...before, [language]: text }
