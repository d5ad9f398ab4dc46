import { type Field } from '../../../core/export/field.ts'
import { textIn, type Text } from '../../../core/model/text.ts'
import { isMessageKey, translate, translateInEach, type Language } from '../../../core/i18n/translate.ts'
import { ownField } from './field-of.ts'
import type { Cell } from './csv.ts'
import type { Table } from './table.ts'

type Described = { readonly name: string; readonly title?: Text; readonly fields: readonly Field[] }

/** What every field means in one language, with types and units in words. */
export function codebookIn(language: Language, described: readonly Described[]): Table {
  const word = (kind: 'type' | 'unit', code: string): string => {
    const key = `export.${kind}.${code}`
    return isMessageKey(key) ? translate(language, key) : code
  }
  return {
    name: 'codebook',
    title: translateInEach('export.table.codebook'),
    fields: [
      ownField('table'),
      ownField('field'),
      ownField('meaning'),
      ownField('type'),
      ownField('unit'),
      ownField('remark-on-field'),
    ],
    rows: described.flatMap(({ name, title, fields }) =>
      fields.map((field): Cell[] => [
        title ? textIn(language, title) : name,
        field.name,
        textIn(language, field.title),
        word('type', field.type),
        field.unit === undefined ? null : word('unit', field.unit),
        field.description ? textIn(language, field.description) : null,
      ]),
    ),
  }
}

/** What every field means, in both languages; `shortNames` are those of a shapefile, in the order of the fields. */
export function codebookTable(described: readonly Described[], shortNames?: readonly (readonly string[])[]): Table {
  const names = ['table', 'field', ...(shortNames ? (['short'] as const) : [])] as const
  const meanings = ['title_en', 'title_ar', 'type', 'unit', 'about_en', 'about_ar'] as const
  return {
    name: 'codebook',
    title: translateInEach('export.table.codebook'),
    ...(shortNames ? { description: translateInEach('export.about.shortened') } : {}),
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
