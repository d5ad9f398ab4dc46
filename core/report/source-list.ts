import type { Source } from '../model/sources.ts'

type ListedSource = { readonly number: number; readonly source: Source; readonly uses: readonly string[] }

export type SourceList = {
  /** The number of a source, the next free one where it is new; `use` says what it is the source of. */
  readonly cite: (source: Source, use?: string) => number
  /** All sources cited so far, in the order of their numbers. */
  readonly listed: () => readonly ListedSource[]
}

/** Numbers the sources of a report as they are first cited; the same source has one number. */
export function sourceList(): SourceList {
  const entries = new Map<string, { number: number; source: Source; uses: string[] }>()
  return {
    cite(source, use) {
      const { title, publisher, url, date, licence } = source
      const key = JSON.stringify([title, publisher, url, date, licence])
      const entry = entries.get(key) ?? { number: entries.size + 1, source, uses: [] }
      entries.set(key, entry)
      if (use !== undefined && !entry.uses.includes(use)) entry.uses.push(use)
      return entry.number
    },
    listed: () => [...entries.values()],
  }
}
