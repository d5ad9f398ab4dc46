import { html, nothing, type TemplateResult } from 'lit/html.js'
import { spokenDays } from '../../core/study/spoken-days.ts'
import type { Study } from '../../core/study/study.ts'
import { textIn } from '../../core/study/text.ts'
import { isWordKey, say, type Language, type WordValues } from '../../core/words/say.ts'

/** A note as it comes with a measurement or a layer. */
type AnyNote = {
  readonly code: string
  readonly message: string
  readonly values?: WordValues | undefined
  readonly feature?: number | undefined
}

/** Notes in the reader's words; layers of `study` go by their titles. */
export const noteList = (notes: readonly AnyNote[], language: Language, study: Study | null): TemplateResult =>
  html`<ul class="notes">
    ${notes.map(
      (note) =>
        html`<li>
          ${noteText(note, language, study)}${note.feature === undefined
            ? nothing
            : html` <span class="quiet">(${say(language, 'page.notes.feature', { feature: note.feature })})</span>`}
        </li>`,
    )}
  </ul>`

/** The note in `language` where its code is known here, else in the server's own words. */
export function noteText({ code, message, values }: AnyNote, language: Language, study: Study | null): string {
  const key = `note.${code}`
  return isWordKey(key) && values !== undefined ? say(language, key, spokenDays(titled(values, language, study), language)) : message
}

/** Names of layers as their titles; a series of several snapshots goes by its role where it is alone in it. */
function titled(values: WordValues, language: Language, study: Study | null): WordValues {
  const { layer } = values
  const known = study?.layers.filter(({ name }) => name === layer) ?? []
  const [first] = known
  if (!first) return values
  const isAlone = study?.layers.every(({ role, name }) => role !== first.role || name === first.name)
  const title = known.length > 1 && isAlone ? say(language, `role.${first.role}`) : textIn(language, first.title)
  return { ...values, layer: title }
}
