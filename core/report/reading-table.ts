import { readingRecord } from '../layers/reading-record.ts'
import { namesIn } from '../format/names.ts'
import { say } from '../i18n/say.ts'
import type { Layer } from '../model/layer.ts'
import type { Table } from './blocks.ts'
import { layerTitle } from './class-titles.ts'
import type { ReportInput } from './report-input.ts'

/** What was believed of the file of each layer, and why. */
export function readingTable({ study, measurement, language }: ReportInput, layers: readonly Layer[]): Table {
  const names = namesIn(study, language)
  return {
    kind: 'table',
    caption: say(language, 'record.about'),
    columns: [
      { head: say(language, 'report.column.layer'), width: 3 },
      { head: say(language, 'record.column.about'), width: 2.2 },
      { head: say(language, 'record.column.believed'), width: 4 },
      { head: say(language, 'record.column.why'), width: 7 },
    ],
    rows: layers.flatMap((layer) => {
      const measured = measurement.notes.filter((own) => own.layer === layer.name)
      return readingRecord({ ...layer, notes: [...layer.notes, ...measured] }, language, names).map((row, i) => ({
        cells: [
          i === 0 ? layerTitle(layer, language) : '',
          say(language, `record.about-${row.about}`),
          row.believed,
          row.why.length === 0 ? say(language, 'report.nothing') : row.why.join(' '),
        ],
      }))
    }),
    remarks: [],
  }
}
