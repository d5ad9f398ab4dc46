import { both, type Field } from '../../../core/export/field.ts'
import { ownField } from './field-of.ts'
import type { Cell } from '../csv.ts'
import type { Table } from './table.ts'

type Described = { readonly name: string; readonly fields: readonly Field[] }

/** What every field means, in both languages; `shortNames` are those of a shapefile, in the order of the fields. */
export function codebookTable(described: readonly Described[], shortNames?: readonly (readonly string[])[]): Table {
  const names = ['table', 'field', ...(shortNames ? (['short'] as const) : [])] as const
  const meanings = ['title_en', 'title_ar', 'type', 'unit', 'about_en', 'about_ar'] as const
  return {
    name: 'codebook',
    title: both('export.table.codebook'),
    ...(shortNames ? { description: both('export.about.shortened') } : {}),
    fields: [...names, ...meanings].map((name) => ownField(name)),
    rows: described.flatMap(({ name, fields }, i) =>
      fields.map((field, place): Cell[] => [
        name,
        field.name,
        ...(shortNames ? [shortNames[i]![place]!] : []),
        field.title.en,
        field.title.ar ?? field.title.en,
        field.type,
        field.unit ?? null,
        field.description?.en ?? null,
        field.description?.ar ?? null,
      ]),
    ),
  }
}
