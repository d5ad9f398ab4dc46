import { withDuration } from '../time/duration.ts'
import { say, type WordKey, type WordValues } from '../i18n/say.ts'

type CodeOf<Prefix extends string, Key> = Key extends `${Prefix}.${infer Code}` ? Code : never
export type NoteCode = CodeOf<'note', WordKey>

/** Something that was found, decided, repaired or left out, and that the reader of a number must be able to see. */
export type Note = {
  readonly code: NoteCode
  /** The note in English; other languages are made from `code` and `values`. */
  readonly message: string
  readonly values: WordValues
  /** Name of the layer that it is about. */
  readonly layer?: string
  /** Number of the feature in its file, from 1. */
  readonly feature?: number
}

export function note(code: NoteCode, values: WordValues = {}, about: { layer?: string; feature?: number } = {}): Note {
  return { code, message: say('en', `note.${code}`, withDuration(values, 'en')), values, ...about }
}
