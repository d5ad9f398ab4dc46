import { formatHectareValue, formatNumber, formatShare } from '../format/format.ts'
import { textIn } from '../model/text.ts'
import { translate } from '../i18n/translate.ts'
import { uncertainStyle } from './class-style.ts'
import type { Column } from './column.ts'
import type { DrawnScene } from './drawn-scene.ts'
import type { Block } from './flow.ts'
import { signOf, table, tableHead } from './table.ts'
import { printable } from './text.ts'

/** What the dotted band is: how wide, of which layer, and with one map how much of the plan it takes. */
export function uncertainRows(scenes: readonly DrawnScene[], column: Column, hasAreas: boolean): Block[] {
  const { language } = column
  const rows = scenes.flatMap(({ study, measurement, uncertain = [] }) =>
    uncertain.map(({ layer, bandM, areaM2 }) => {
      const title = study.layers.find(({ id }) => id === layer)?.title
      const text = translate(language, 'sheet.uncertain-ground', {
        layer: title ? textIn(language, title) : layer,
        metres: formatNumber(bandM),
      })
      const figures = [formatHectareValue(areaM2, language), formatShare(areaM2 / measurement.plan.areaM2, language)]
      return {
        sign: signOf(uncertainStyle),
        label: printable(text, column.font),
        figures: hasAreas && scenes.length === 1 ? figures : [],
      }
    }),
  )
  if (rows.length === 0) return []
  const heads =
    hasAreas && scenes.length === 1
      ? [translate(language, 'sheet.area-head'), translate(language, 'sheet.share-head')]
      : []
  return table(column, tableHead(column, translate(language, 'sheet.uncertain-head'), '', heads), rows)
}
