import { refused, type Outcome } from '../../../core/result/outcome.ts'
import { note } from '../../../core/result/note.ts'
import { problem } from '../../../core/result/problem.ts'
import { readDelimited, separatorOf } from './delimited-text.ts'
import { damagedText } from '../text/damaged-text.ts'
import { chooseEncoding } from '../text/encoding.ts'
import { wideEncoding } from '../text/wide-encoding.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'
import { layersOfTable } from './table-layer.ts'

const longestBytes = 300_000_000
const isWide = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f)

/** Reads a table as text, whatever parts its cells: commas, semicolons, tabs or bars, or what its first line says (`sep=;`). */
export function readCsv({ name, file, encoding, positions }: SourceFile): Outcome<readonly RawLayer[]> {
  if (file.bytes.length > longestBytes) {
    return refused(problem('file-too-large', { file: file.name, limitMb: longestBytes / 1e6 }))
  }
  const wide = wideEncoding(file.bytes)
  const samples = wide === null && isWide(file.bytes) ? [file.bytes] : []
  const chosen = chooseEncoding({ file: file.name, requested: encoding ?? wide?.encoding, samples })
  const chosenNotes =
    encoding !== undefined || !wide
      ? chosen.notes
      : wide.isMarked
        ? []
        : [note('encoding-detected', { file: file.name, encoding: wide.encoding })]
  const damage = damagedText(file.name, chosen.encoding)
  const text = chosen.decode(file.bytes).replace(/^\uFEFF/, '')
  const { separator, from } = separatorOf(text)
  const read = readDelimited(text.slice(from), separator)
  if (read.kind === 'open-quote') return refused(problem('table-quote-open', { file: file.name, line: read.line }))
  return layersOfTable({
    file: file.name,
    name,
    rows: read.rows.map((row, i) =>
      row.map((cell, column) => damage.value(cell, () => `${i + 1}, ${read.rows[0]?.[column] ?? column + 1}`)),
    ),
    positions,
    encoding: chosen.encoding,
    encodingBy: chosen.by,
    readings: chosen.readings,
    notes: [...chosenNotes, ...damage.notes()],
  })
}
