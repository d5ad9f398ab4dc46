import { html, nothing, type TemplateResult } from 'lit/html.js'
import { namesAsWritten, namesIn } from '../../core/format/names.ts'
import { noteText as toldNote, type ReportedNote } from '../../core/format/note-text.ts'
import type { Study } from '../../core/model/study.ts'
import { translate, type Language } from '../../core/i18n/translate.ts'

type AnyNote = ReportedNote & { readonly feature?: number | undefined }

/** Notes in the reader's words; layers of `study` go by their titles. */
export const noteList = (notes: readonly AnyNote[], language: Language, study: Study | null): TemplateResult =>
  html`<ul class="notes">
    ${notes.map(
      (note) =>
        html`<li>
          ${noteText(note, language, study)}${
            note.feature === undefined
              ? nothing
              : html` <span class="quiet">(${translate(language, 'page.notes.feature', { feature: note.feature })})</span>`
          }
        </li>`,
    )}
  </ul>`

/** The note in `language`, with what `study` has by its names. */
export const noteText = (note: AnyNote, language: Language, study: Study | null): string =>
  toldNote(note, study ? namesIn(study, language) : namesAsWritten, language)
