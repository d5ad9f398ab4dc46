import { html, nothing, type TemplateResult } from 'lit/html.js'
import { isWordKey, say, type Language, type WordValues } from '../../core/words/say.ts'

/** A note as it comes with a measurement or a layer. */
type AnyNote = {
  readonly code: string
  readonly message: string
  readonly values?: WordValues | undefined
  readonly feature?: number | undefined
}

export const noteList = (notes: readonly AnyNote[], language: Language): TemplateResult =>
  html`<ul class="notes">
    ${notes.map(
      (note) =>
        html`<li>
          ${noteText(note, language)}${note.feature === undefined
            ? nothing
            : html` <span class="quiet">(${say(language, 'page.notes.feature', { feature: note.feature })})</span>`}
        </li>`,
    )}
  </ul>`

/** The note in `language` where its code is known here, else in the server's own words. */
function noteText({ code, message, values }: AnyNote, language: Language): string {
  const key = `note.${code}`
  return isWordKey(key) && values !== undefined ? say(language, key, values) : message
}
