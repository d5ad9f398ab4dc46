/** Rows of cells, or the line on which a quotation begins that never ends. */
export type DelimitedText =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'open-quote'; readonly line: number }

/** Reads text whose cells are parted by `separator` and may stand in quotation marks (RFC 4180), with any line ends. */
export function readDelimited(text: string, separator: string, mostRows = Infinity): DelimitedText {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  let line = 1
  while (at < text.length && rows.length < mostRows) {
    if (text[at] === '"') {
      const began = line
      let cell = ''
      for (;;) {
        const end = text.indexOf('"', at + 1)
        if (end < 0) return { kind: 'open-quote', line: began }
        const piece = text.slice(at + 1, end)
        cell += piece
        line += piece.split('\n').length - 1
        at = end + 1
        if (text[at] !== '"') break
        cell += '"'
      }
      const end = endOfCell(at)
      row.push(cell + text.slice(at, end))
      at = end
    } else {
      const end = endOfCell(at)
      row.push(text.slice(at, end).trim())
      at = end
    }
    if (text[at] === separator) {
      at++
      if (at === text.length) row.push('')
      continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return { kind: 'rows', rows }

  function endOfCell(from: number): number {
    for (let i = from; i < text.length; i++) {
      const letter = text[i]
      if (letter === separator || letter === '\n' || letter === '\r') return i
    }
    return text.length
  }
}

const separators = [',', ';', '\t', '|'] as const

/** The sign that parts the cells of a text, and where its first row begins. */
type Separation = { readonly separator: string; readonly from: number }

/**
 * The sign that the first line names, as spreadsheets write it (`sep=;`); else the one that parts the first rows into the
 * same number of cells most often, and into most. What stands above the table has fewer.
 */
export function separatorOf(text: string): Separation {
  const said = /^"?sep=(.)"?\r?(?:\n|$)/i.exec(text)
  if (said) return { separator: said[1]!, from: said[0].length }
  let best = { separator: ',', score: 0 }
  for (const separator of separators) {
    const read = readDelimited(text.slice(0, 100_000), separator, 50)
    if (read.kind !== 'rows') continue
    const counts = new Map<number, number>()
    for (const { length } of read.rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
    for (const [width, count] of counts) {
      const heads = read.rows.find((row) => row.some((cell) => cell !== ''))?.length === width
      const score = (count / read.rows.length) * Math.min(width, 50) * (heads ? 1.5 : 1)
      if (score > best.score) best = { separator, score }
    }
  }
  return { separator: best.separator, from: 0 }
}
