import { isMessageKey, translate, type Language } from '../i18n/translate.ts'
import type { Source } from '../model/sources.ts'
import { textIn } from '../model/text.ts'

/** The publisher, or else the title, and the side that it stands on. */
export function saidBy(
  { title, publisher, side }: Pick<Source, 'title' | 'publisher' | 'side'>,
  language: Language,
): string {
  const name = textIn(language, publisher ?? title)
  return side === undefined ? name : translate(language, 'claimed.by-side', { name, side: sideText(side, language) })
}

/** The study's own word for a side, in the reader's language where it is one of the usual. */
export function sideText(side: string, language: Language): string {
  const key = `side.${side}`
  return isMessageKey(key) ? translate(language, key) : side
}
