import { refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { readErrorMatrix, type ErrorMatrix } from '../../../core/uncertainty/error-matrix.ts'
import { readDelimited, separatorOf } from './delimited-text.ts'

/** An error matrix from the text of a CSV file, whatever parts its cells. */
export function errorMatrixOf(file: string, text: string): Outcome<ErrorMatrix> {
  const plain = text.replace(/^\uFEFF/, '')
  const { separator, from } = separatorOf(plain)
  const read = readDelimited(plain.slice(from), separator)
  if (read.kind === 'open-quote') return refused(problem('table-quote-open', { file, line: read.line }))
  return readErrorMatrix(file, read.rows)
}
