import { directionOf, type Language } from '../../core/words/say.ts'
import { page } from '../state/page-state.ts'

export function switchLanguage(language: Language): void {
  page.update({ language })
  applyLanguage(language)
}

/** Tells the document its language and direction, from which the style sheet mirrors the page. */
export function applyLanguage(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}
