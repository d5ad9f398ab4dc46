import type { Field } from '../../../core/export/field.ts'
import type { Text } from '../../../core/model/text.ts'
import type { Cell } from './csv.ts'

/** A table for other programs: every column described, a row for each line. */
export type Table = {
  /** For files: lower-case letters and digits. */
  readonly name: string
  readonly title: Text
  readonly description?: Text
  readonly fields: readonly Field[]
  readonly rows: readonly (readonly Cell[])[]
}
