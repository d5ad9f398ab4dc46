import { languages } from '../../core/i18n/languages.ts'
import { formatPosition } from '../../core/format/position-text.ts'
import { type Language } from '../../core/i18n/translate.ts'

/** Latitude and longitude of the pointer; empty without a pointer. */
export function showPosition(element: HTMLElement, position: readonly number[] | null, language: Language): void {
  element.textContent = position === null ? '' : formatPosition(position[0]!, position[1]!, language)
  element.dir = languages[language].direction
  element.hidden = position === null
}
