import type { CsvDialect } from '../../../core/export/csv-dialect.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import { csv } from './csv.ts'
import type { Table } from './table.ts'

/** A table as CSV: its columns headed by the names that programs use, or by their titles in a language. */
export const tableCsv = (
  { fields, rows }: Table,
  { heads }: { readonly heads: 'names' | Language },
  dialect?: CsvDialect,
): string => csv([fields.map(({ name, title }) => (heads === 'names' ? name : textIn(heads, title))), ...rows], dialect)
