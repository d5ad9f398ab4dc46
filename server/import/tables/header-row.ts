/** A table less what stands before the row that names its columns. */
export type HeadedTable = {
  readonly names: readonly string[]
  /** Rows before the names. */
  readonly before: number
  readonly body: readonly (readonly string[])[]
}

const mostBefore = 30
const filledCells = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length

/**
 * The table as each of its first rows would head it, the first row first. Where a row of merged cells stands above the
 * names, a column without a name has that of the row above.
 */
export function* headings(rows: readonly (readonly string[])[]): Generator<HeadedTable> {
  for (let before = 0; before < Math.min(mostBefore, rows.length); before++) {
    const row = rows[before]!
    if (before > 0 && filledCells(row) < 2) continue
    const above = before === 0 ? [] : rows[before - 1]!
    const width = Math.max(row.length, Math.min(above.length, rows[before + 1]?.length ?? 0))
    const cells = Array.from({ length: width }, (_, i) => (row[i] ?? '').trim() || (above[i] ?? '').trim())
    yield { names: distinctNames(cells), before, body: rows.slice(before + 1) }
  }
}

/** The row that is as wide as most of the table, where nothing else tells which one names the columns. */
export function widestHeading(rows: readonly (readonly string[])[]): HeadedTable | null {
  const counts = new Map<number, number>()
  for (const row of rows.slice(0, 200)) counts.set(filledCells(row), (counts.get(filledCells(row)) ?? 0) + 1)
  const [usual = 0] = [...counts].reduce<readonly number[]>(
    (best, each) => (each[1] > (best[1] ?? 0) ? each : best),
    [],
  )
  const candidates = [...headings(rows)]
  return candidates.find(({ before }) => filledCells(rows[before]!) >= usual) ?? candidates[0] ?? null
}

function distinctNames(head: readonly string[]): readonly string[] {
  const used = new Map<string, number>()
  return head.map((cell, i) => {
    const name = cell.trim() || `column ${i + 1}`
    const count = (used.get(name) ?? 0) + 1
    used.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}
