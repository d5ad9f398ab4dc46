import { readingRecord } from '../layers/reading-record.ts'
import { namesIn } from '../format/names.ts'
import { translate } from '../i18n/translate.ts'
import type { Layer } from '../model/layer.ts'
import type { Table } from './blocks.ts'
import { layerTitle } from './class-titles.ts'
import type { ReportInput } from './report-input.ts'

/** What was believed of the file of each layer, and why. */
export function readingTable({ study, measurement, language }: ReportInput, layers: readonly Layer[]): Table {
  const names = namesIn(study, language)
  return {
    kind: 'table',
    caption: translate(language, 'record.about'),
    columns: [
      { head: translate(language, 'report.column.layer'), width: 3 },
      { head: translate(language, 'record.column.about'), width: 2.2 },
      { head: translate(language, 'record.column.believed'), width: 4 },
      { head: translate(language, 'record.column.why'), width: 7 },
    ],
    rows: layers.flatMap((layer) => {
      const measured = measurement.notes.filter((own) => own.layer === layer.name)
      return readingRecord({ ...layer, notes: [...layer.notes, ...measured] }, language, names).map((row, i) => ({
        cells: [
          i === 0 ? layerTitle(layer, language) : '',
          translate(language, `record.about-${row.about}`),
          row.believed,
          row.why.length === 0 ? translate(language, 'report.nothing') : row.why.join(' '),
        ],
      }))
    }),
    remarks: [],
  }
}
