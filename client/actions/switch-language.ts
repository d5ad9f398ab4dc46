import { languages } from '../../core/i18n/languages.ts'
import { type Language } from '../../core/i18n/translate.ts'
import { loadLanguage } from '../../core/i18n/catalogues.ts'
import { unreachable } from '../api/page-problem.ts'
import { showPreview } from './make-file.ts'
import { page } from '../state/page-state.ts'

/** Goes on in another language, once its messages have come. */
export async function switchLanguage(language: Language): Promise<void> {
  if (!(await bringLanguage(language))) return
  page.update({ language })
  applyLanguage(language)
  if (page.get().view === 'report') void showPreview()
}

/** Whether the messages of a language are here; where they do not come, the page says so in its own. */
export async function bringLanguage(language: Language): Promise<boolean> {
  try {
    await loadLanguage(language)
    return true
  } catch {
    page.update({ problem: unreachable })
    return false
  }
}

/** Tells the document its language and direction, from which the style sheet mirrors the page. */
export function applyLanguage(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = languages[language].direction
}
