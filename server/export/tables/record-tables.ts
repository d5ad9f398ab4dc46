import { both } from '../../../core/export/field.ts'
import type { PublishedRow } from '../../../core/compare/published-rows.ts'
import { formatLayerDate } from '../../../core/format/format.ts'
import { readingRecord } from '../../../core/layers/reading-record.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Names } from '../../../core/format/names.ts'
import { noteText } from '../../../core/format/note-text.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { namedSource, sourceOf } from '../../../core/model/sources.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import { say, type Language } from '../../../core/i18n/say.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import type { Table } from './table.ts'

/** What was found, decided, repaired or left out: while measuring, and when the layers were read. */
export function notesTable(
  { layers }: Pick<Study, 'layers'>,
  { notes }: Measurement,
  names: Names,
  language: Language,
): Table {
  const fromReading = layers.flatMap((layer) => layer.notes.map((note) => ({ ...note, layer: layer.name })))
  return {
    name: 'notes',
    title: both('export.table.notes'),
    fields: [measuredField('layer'), ownField('feature', 'integer'), ownField('code'), ownField('message')],
    rows: [...notes, ...fromReading].map((own): Cell[] => [
      own.layer ?? null,
      own.feature ?? null,
      own.code,
      noteText(own, names, language),
    ]),
  }
}

/** What was believed of the file of every layer, and why. */
export const readingsTable = (
  layers: readonly Layer[],
  { notes }: Measurement,
  names: Names,
  language: Language,
): Table => ({
  name: 'readings',
  title: both('record.title'),
  description: both('record.about'),
  fields: [
    measuredField('layer'),
    { ...measuredField('date'), type: 'text' },
    ownField('about'),
    ownField('believed'),
    ownField('why'),
  ],
  rows: layers.flatMap((layer) => {
    const measured = notes.filter((own) => own.layer === layer.name)
    return readingRecord({ ...layer, notes: [...layer.notes, ...measured] }, language, names).map((row): Cell[] => [
      layer.name,
      formatLayerDate(layer, language),
      say(language, `record.about-${row.about}`),
      row.believed,
      row.why.length === 0 ? null : row.why.join(' '),
    ])
  }),
})

/** Where every layer comes from, and how it was brought here. */
export const sourcesTable = (
  layers: readonly Layer[],
  { sources }: Pick<Study, 'sources'>,
  language: Language,
): Table => ({
  name: 'sources',
  title: both('export.table.sources'),
  description: both('export.table.sources.about'),
  fields: [
    measuredField('layer'),
    measuredField('role'),
    ownField('title'),
    { ...measuredField('date'), type: 'text' },
    ...(['publisher', 'url', 'source-date', 'accessed', 'side', 'licence', 'sha256', 'crs', 'operation'] as const).map(
      (name) => ownField(name),
    ),
    ownField('operationAccuracyM', 'number', 'm'),
    ownField('accuracyM', 'number', 'm'),
    ownField('method'),
    ownField('schematic', 'boolean'),
    ownField('remark'),
  ],
  rows: layers.map((layer): Cell[] => {
    const { crs, accuracyM, remark } = layer
    const source = sourceOf(sources, layer.source)
    return [
      layer.name,
      layer.role,
      textIn(language, source?.title ?? layer.title),
      formatLayerDate(layer, language),
      source?.publisher ? textIn(language, source.publisher) : null,
      source?.url ?? null,
      source?.date ?? null,
      source?.accessed ?? null,
      source?.side ?? null,
      source?.licence ?? null,
      layer.sha256,
      crs.code,
      crs.operation,
      crs.accuracyM,
      accuracyM ?? null,
      layer.method,
      Number(layer.schematic),
      remark === undefined ? null : textIn(language, remark),
    ]
  }),
})

/** Figures that sources print, each beside ours where one answers to it. */
export function publishedTable(
  published: readonly PublishedRow[],
  { sources }: Pick<Study, 'sources'>,
  language: Language,
): Table | null {
  if (published.length === 0) return null
  return {
    name: 'published',
    title: both('export.table.published'),
    fields: [
      ownField('id'),
      ownField('measure'),
      ownField('value', 'number'),
      ownField('of'),
      { ...measuredField('date'), type: 'text' },
      ownField('measuredAt', 'date'),
      ...(['measuredLow', 'measuredHigh', 'measuredIntervalLow', 'measuredIntervalHigh'] as const).map((name) =>
        ownField(name, 'number'),
      ),
      ownField('verdict'),
      ...(['differenceLow', 'differenceHigh'] as const).map((name) => ownField(name, 'number', '1')),
      ownField('drawnTo', 'boolean'),
      ...(['title', 'publisher', 'url', 'licence'] as const).map((name) => ownField(name)),
    ],
    rows: published.map(
      ({
        published: { id, measure, value, of, source: named },
        date,
        at,
        measured,
        interval,
        verdict,
        drawnTo,
        differenceOfPublished,
      }): Cell[] => {
        const source = namedSource(sources, named)
        return [
          id,
          measure,
          value,
          of === undefined ? null : textIn(language, of),
          date,
          measured ? at : null,
          measured?.low ?? null,
          measured?.high ?? null,
          interval?.low ?? null,
          interval?.high ?? null,
          verdict,
          differenceOfPublished?.low ?? null,
          differenceOfPublished?.high ?? null,
          Number(drawnTo),
          textIn(language, source.title),
          source.publisher ? textIn(language, source.publisher) : null,
          source.url ?? null,
          source.licence ?? null,
        ]
      },
    ),
  }
}
