import type { z } from 'zod'
import type { Note } from '../result/note.ts'
import type { Claimed } from './claimed.ts'
import { noteSchema } from './layer-schema.ts'
import type { Text } from './text.ts'

/** An area on the map that the draws lie around, and in each draw by its number: NaN where that draw left the plan without area. */
export type Sample = { readonly stillM2: number; readonly drawnM2: Float64Array }

/**
 * What a schema of an answer describes, as it is handed on: read-only all the way down, what is missing left out. Beside
 * an interval may stand the sample that it is of, which never leaves the program.
 */
export type Answer<Schema extends z.ZodType> = Frozen<z.output<Schema>>

type Frozen<T> = T extends Note | Text | Claimed
  ? T
  : { readonly [Key in keyof T]: Frozen<Exclude<T[Key], undefined>> } & (string extends keyof T
      ? unknown
      : 'shareLow' extends keyof T
        ? { readonly sample?: Sample }
        : unknown)

/** Notes of an answer: their codes are our own, where those in a file may be of another version. */
export const notesSchema = noteSchema.array() as unknown as z.ZodType<readonly Note[]>
