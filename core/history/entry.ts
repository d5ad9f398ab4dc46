import { z } from 'zod'

/** What a change was: a code and its values, from which each language makes its sentence. */
export const stepSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,60}$/),
  values: z.record(z.string().max(100), z.union([z.string().max(10_000), z.number()])),
})
export type Step = z.infer<typeof stepSchema>

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const togetherSchema = z.string().regex(/^[\w-]{1,60}$/)

/** A line of `history.jsonl`: one change of a study, bearing the SHA-256 of the line before it (`null` in the first). */
export const historyEntrySchema = z.strictObject({
  seq: z.int().min(1),
  at: z.iso.datetime(),
  ...stepSchema.shape,
  revisionBefore: z.int().min(1),
  revisionAfter: z.int().min(1),
  prev: hash.nullable(),
  /** The same in changes of one doing, such as the files of one form: what follows on each other is taken back at once. */
  together: togetherSchema.optional(),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

export type Direction = 'undo' | 'redo'

/** The changes that can be taken back, and those that can be done again; the next one of each is its last. */
export type Stacks = Readonly<Record<Direction, readonly HistoryEntry[]>>

/** The changes with those of one doing that follow on each other as one, which bears the number of the last. */
export function joinedEntries(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const joined: HistoryEntry[] = []
  for (const entry of entries) {
    const last = joined.at(-1)
    if (!last || !isOneDoing(last, entry)) joined.push(entry)
    else {
      const count = Number(last.values['count']) + Number(entry.values['count'])
      joined[joined.length - 1] = { ...entry, revisionBefore: last.revisionBefore, values: { ...last.values, count } }
    }
  }
  return joined
}

const isOneDoing = (one: HistoryEntry, next: HistoryEntry): boolean =>
  one.together !== undefined &&
  one.together === next.together &&
  [one, next].every(({ code }) => code === 'layers-loaded')

/** A new change ends what could be done again. */
export function stacksOf(all: readonly HistoryEntry[]): Stacks {
  const entries = joinedEntries(all)
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
