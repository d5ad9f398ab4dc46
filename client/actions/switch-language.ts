import { directionOf, type Language } from '../../core/i18n/say.ts'
import { showPreview } from './make-file.ts'
import { page } from '../state/page-state.ts'

export function switchLanguage(language: Language): void {
  page.update({ language })
  applyLanguage(language)
  if (page.get().view === 'report') void showPreview()
}

/** Tells the document its language and direction, from which the style sheet mirrors the page. */
export function applyLanguage(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}
