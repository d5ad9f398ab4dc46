import { z } from 'zod'
import { dateSchema } from './text-schema.ts'

const nameSchema = z.string().min(1).max(500)

/**
 * What the snapshots of one load are: `files`, each layer with the day in its name; `columns`, each column of one layer
 * that is named after its day or has a column of days beside it; or layers, or columns, each with the day that somebody said.
 */
export const snapshotsSchema = z.union([
  z.enum(['files', 'columns']),
  z
    .array(z.strictObject({ sublayer: nameSchema, date: dateSchema }))
    .min(1)
    .max(500),
  z
    .array(z.strictObject({ field: nameSchema, date: dateSchema }))
    .min(1)
    .max(500),
])
export type Snapshots = z.infer<typeof snapshotsSchema>

export type DatedColumn = { readonly field: string; readonly date: string }
export type DatedFile = { readonly sublayer: string; readonly date: string }

/** The columns that are meant; `null` where files are. */
export const columnsMeant = (snapshots: Snapshots): 'columns' | readonly DatedColumn[] | null => {
  if (typeof snapshots === 'string') return snapshots === 'columns' ? 'columns' : null
  const columns = snapshots.filter((own): own is DatedColumn => 'field' in own)
  return columns.length > 0 ? columns : null
}

/** The files that are meant; `null` where columns are. */
export const filesMeant = (snapshots: Snapshots): 'files' | readonly DatedFile[] | null => {
  if (typeof snapshots === 'string') return snapshots === 'files' ? 'files' : null
  const files = snapshots.filter((own): own is DatedFile => 'sublayer' in own)
  return files.length > 0 ? files : null
}
