import { withDuration } from '../time/duration.ts'
import { isLoaded } from '../i18n/catalogues.ts'
import { translate, type MessageKey, type MessageValues } from '../i18n/translate.ts'

type CodeOf<Prefix extends string, Key> = Key extends `${Prefix}.${infer Code}` ? Code : never
export type NoteCode = CodeOf<'note', MessageKey>

/** Something that was found, decided, repaired or left out, and that the reader of a number must be able to see. */
export type Note = {
  readonly code: NoteCode
  /** The note in English, or its code where the page has not loaded English; other languages are made from `code` and `values`. */
  readonly message: string
  readonly values: MessageValues
  /** Name of the layer that it is about. */
  readonly layer?: string
  /** Number of the feature in its file, from 1. */
  readonly feature?: number
}

export function note(
  code: NoteCode,
  values: MessageValues = {},
  about: { layer?: string; feature?: number } = {},
): Note {
  const message = isLoaded('en') ? translate('en', `note.${code}`, withDuration(values, 'en')) : code
  return { code, message, values, ...about }
}
