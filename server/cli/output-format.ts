import { UsageError } from './usage-error.ts'

const formats = ['json', 'csv', 'table'] as const
export type OutputFormat = (typeof formats)[number]

/** The form of a result on stdout; a table for reading where none is named. */
export function outputFormat(given: string | undefined): OutputFormat {
  const format = formats.find((each) => each === (given ?? 'table'))
  if (!format) throw new UsageError(`--format cannot be "${given}": it is one of ${formats.join(', ')}.`)
  return format
}
