import { readingRecord } from '../../../core/layers/reading-record.ts'
import { sideText } from '../../../core/format/said-by.ts'
import type { Layer, LayerClass } from '../../../core/model/layer.ts'
import type { Names } from '../../../core/format/names.ts'
import { noteText } from '../../../core/format/note-text.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { namedSource, sourceOf } from '../../../core/model/sources.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate, translateInEach, type Language } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import type { ClassTexts } from './class-texts.ts'
import type { TableNames } from './table-names.ts'
import type { Table } from './table.ts'
import type { PublishedRow } from '../../../core/compare/comparison-answer.ts'

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
    title: translateInEach('export.table.notes'),
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
  title: translateInEach('record.title'),
  description: translateInEach('record.about'),
  fields: [
    measuredField('layer'),
    ownField('from', 'date'),
    ownField('to', 'date'),
    ownField('about'),
    ownField('believed'),
    ownField('why'),
  ],
  rows: layers.flatMap((layer) => {
    const measured = notes.filter((own) => own.layer === layer.name)
    return readingRecord({ ...layer, notes: [...layer.notes, ...measured] }, language, names).map((row): Cell[] => [
      layer.name,
      ...daysOf(layer),
      translate(language, `record.about-${row.about}`),
      row.believed,
      row.why.length === 0 ? null : row.why.join(' '),
    ])
  }),
})

/** The first and the last day that a layer speaks of. */
const daysOf = ({ date, from, to }: Layer): [from: string | null, to: string | null] =>
  date === undefined ? [from ?? null, to ?? null] : [date, date]

/** What the ids in columns of sources stand for. */
export const sourceListTable = ({ sources }: Pick<Study, 'sources'>, language: Language): Table | null =>
  sources.length === 0
    ? null
    : {
        name: 'sourcelist',
        title: translateInEach('export.table.source-list'),
        description: translateInEach('export.about.source-list'),
        fields: [
          ...(['source', 'title', 'publisher', 'url'] as const).map((name) => ownField(name)),
          ...(['source-date', 'accessed'] as const).map((name) => ownField(name, 'period')),
          ownField('side'),
          ownField('licence'),
        ],
        rows: sources.map(({ id, title, publisher, url, date, accessed, side, licence }): Cell[] => [
          id,
          textIn(language, title),
          publisher ? textIn(language, publisher) : null,
          url ?? null,
          date ?? null,
          accessed ?? null,
          side === undefined ? null : sideText(side, language),
          licence ?? null,
        ]),
      }

/** What each class is called in the tables of either language, and what the data calls it. */
export const classesTable = (
  layers: readonly Layer[],
  measured: Measurement['layers'],
  names: TableNames,
  textOf: ClassTexts,
): Table => ({
  name: 'classes',
  title: translateInEach('export.table.classes'),
  description: translateInEach('export.about.classes-list'),
  fields: [
    measuredField('layer'),
    measuredField('class'),
    ...(['layerName', 'className', 'classEn', 'classAr'] as const).map((name) => ownField(name)),
    measuredField('party'),
    ...(['color', 'pattern'] as const).map((name) => ownField(name)),
  ],
  rows: classesByLayer(layers, measured, textOf).map(([layer, { class: name, party, color, pattern }]): Cell[] => {
    const { en, ar = en } = textOf(layer, name)
    return [
      layer,
      names.class(layer, name ?? ''),
      layer,
      name,
      en,
      ar,
      party === undefined ? null : names.party(party),
      color ?? null,
      pattern ?? null,
    ]
  }),
})

type DescribedClass = Pick<LayerClass, 'class'> & Partial<Pick<LayerClass, 'party' | 'color' | 'pattern'>>

/** Each label of the layers of a name once, as the last of them has it, and classes that are measured without being listed. */
function classesByLayer(
  layers: readonly Layer[],
  measured: Measurement['layers'],
  textOf: ClassTexts,
): (readonly [string, DescribedClass])[] {
  const entry = (name: string, own: DescribedClass) =>
    [JSON.stringify([name, textOf(name, own.class)]), [name, own] as const] as const
  const found = measured.flatMap(({ name, classes }) => classes.map((own) => entry(name, { class: own.class })))
  const listed = layers.flatMap(({ name, classes }) => classes.map((own) => entry(name, own)))
  return [...new Map([...found, ...listed]).values()]
}

/** Where every layer comes from, and how it was brought here. */
export const sourcesTable = (
  layers: readonly Layer[],
  { sources }: Pick<Study, 'sources'>,
  language: Language,
): Table => ({
  name: 'sources',
  title: translateInEach('export.table.sources'),
  description: translateInEach('export.table.sources.about'),
  fields: [
    measuredField('layer'),
    measuredField('role'),
    ownField('from', 'date'),
    ownField('to', 'date'),
    ownField('source'),
    ...(['title', 'publisher', 'url'] as const).map((name) => ownField(name)),
    ...(['source-date', 'accessed'] as const).map((name) => ownField(name, 'period')),
    ...(['side', 'licence', 'sha256', 'crs', 'operation'] as const).map((name) => ownField(name)),
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
      ...daysOf(layer),
      source?.id ?? null,
      textIn(language, source?.title ?? layer.title),
      source?.publisher ? textIn(language, source.publisher) : null,
      source?.url ?? null,
      source?.date ?? null,
      source?.accessed ?? null,
      source?.side === undefined ? null : sideText(source.side, language),
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
    title: translateInEach('export.table.published'),
    fields: [
      ownField('id'),
      ownField('measure'),
      ownField('value', 'number'),
      ownField('of'),
      { ...measuredField('date'), type: 'period' },
      ownField('measuredAt', 'date'),
      ...(['measuredLow', 'measuredHigh', 'measuredIntervalLow', 'measuredIntervalHigh'] as const).map((name) =>
        ownField(name, 'number'),
      ),
      ownField('verdict'),
      ...(['differenceLow', 'differenceHigh'] as const).map((name) => ownField(name, 'number', '1')),
      ownField('drawnTo', 'boolean'),
      ...(['source', 'title', 'publisher', 'url', 'licence'] as const).map((name) => ownField(name)),
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
          named,
          textIn(language, source.title),
          source.publisher ? textIn(language, source.publisher) : null,
          source.url ?? null,
          source.licence ?? null,
        ]
      },
    ),
  }
}
