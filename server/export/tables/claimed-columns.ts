import type { ClaimedFigure } from '../../../core/model/claimed-figure.ts'
import { ofWhat } from '../../../core/format/claimed-text.ts'
import { measureText } from './named.ts'
import { sideText } from '../../../core/format/said-by.ts'
import { textIn } from '../../../core/model/text.ts'
import { isMessageKey, translate, type Language } from '../../../core/i18n/translate.ts'
import type { TableRow } from './table-row.ts'

/** The columns that hold claimed figures: apart from those of measured areas and shares, so that no sum takes both. */
export const claimedColumns = ['measure', 'claimed', 'claimedLow', 'claimedHigh', 'of', 'saidBy', 'side'] as const

/** A row for each figure that a source claims. */
export const claimedRows = (claimed: readonly ClaimedFigure[], language: Language): TableRow[] =>
  claimed.map((figure): TableRow => {
    const { label, measure, value, low, high, layer, by } = figure
    return {
      row: 'claimed',
      ...(layer === undefined ? {} : { layer: layerCell(layer, language) }),
      ...dayOf(figure),
      class: textIn(language, label),
      measure: measureText(measure, language),
      ...(value === undefined ? {} : { claimed: value }),
      ...(low === undefined ? {} : { claimedLow: low }),
      ...(high === undefined ? {} : { claimedHigh: high }),
      of: ofWhat(figure, language),
      saidBy: textIn(language, by.publisher ?? by.title),
      ...(by.side === undefined ? {} : { side: sideText(by.side, language) }),
    }
  })

/** For programs as the study writes it, in Arabic in words where it is the name of a role. */
function layerCell(layer: string, language: Language): string {
  const key = `role.${layer}`
  return language === 'ar' && isMessageKey(key) ? translate(language, key) : layer
}

/** As ISO 8601 writes a day, a month or a year, and an interval of them. */
function dayOf({ date, from, to }: ClaimedFigure): { date?: string } {
  if (date !== undefined) return { date }
  return from === undefined && to === undefined ? {} : { date: `${from ?? '..'}/${to ?? '..'}` }
}
