import { z } from 'zod'

/** What a change was: a code and its values, from which each language makes its sentence. */
export const stepSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,60}$/),
  values: z.record(z.string().max(100), z.union([z.string().max(10_000), z.number()])),
})
export type Step = z.infer<typeof stepSchema>

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A line of `history.jsonl`: one change of a study, bearing the SHA-256 of the line before it (`null` in the first). */
export const historyEntrySchema = z.strictObject({
  seq: z.int().min(1),
  at: z.iso.datetime(),
  ...stepSchema.shape,
  revisionBefore: z.int().min(1),
  revisionAfter: z.int().min(1),
  prev: hash.nullable(),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

export type Direction = 'undo' | 'redo'

/** The changes that can be taken back, and those that can be done again; the next one of each is its last. */
export type Stacks = Readonly<Record<Direction, readonly HistoryEntry[]>>

/** A new change ends what could be done again. */
export function stacksOf(entries: readonly HistoryEntry[]): Stacks {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]))
  const stacks: Record<Direction, HistoryEntry[]> = { undo: [], redo: [] }
  for (const entry of entries) {
    if (entry.code !== 'undo' && entry.code !== 'redo') {
      stacks.undo.push(entry)
      stacks.redo = []
      continue
    }
    const moved = bySeq.get(Number(entry.values['seq']))
    // A change that cannot be read any more cannot be done again.
    if (moved === undefined) continue
    const [from, to] = entry.code === 'undo' ? [stacks.undo, stacks.redo] : [stacks.redo, stacks.undo]
    if (from.at(-1) === moved) from.pop()
    to.push(moved)
  }
  return stacks
}

/** The step that takes `entry` back or does it again. */
export const stepBack = (direction: Direction, { seq, code, values }: HistoryEntry): Step => ({
  code: direction,
  values: { ...values, seq, step: code },
})
