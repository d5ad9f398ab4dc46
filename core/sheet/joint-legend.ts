import { formatHectareValue, formatNumber } from '../format/format.ts'
import { uncoveredRows } from '../answer/hold-ended-text.ts'
import { intervalParts } from '../format/interval-text.ts'
import { isMeasured } from '../model/layer.ts'
import type { Interval } from '../model/measurement.ts'
import { translate, semicolon, type Language, type MessageKey } from '../i18n/translate.ts'
import { severalStyle, uncoveredStyle } from './class-style.ts'
import type { Column } from './column.ts'
import type { DrawnScene } from './drawn-scene.ts'
import type { Block } from './flow.ts'
import { countOfClass, dotOf } from './legend.ts'
import { groundOfClass } from './legend-classes.ts'
import type { SheetClass, SheetLayer } from './sheet-layers.ts'
import { signOf, table, tableHead, type Row, type Sign } from './table.ts'
import { printable } from './text.ts'

/** Up to so many maps have their figures side by side in the legend. */
export const mostWithFigures = 2

/** How much of one class a map has; several classes of one look and name have no interval together. */
type Amount = { readonly value: number; readonly interval: Interval }
type Entry = { readonly sign: Sign; readonly label: string; readonly figures: (Amount | null)[] }

/**
 * One legend for several maps: each class of a series once, whatever the maps on which it stands; before and after with
 * their areas or counts side by side.
 */
export function jointLegend(scenes: readonly DrawnScene[], column: Column, hasAreas: boolean): Block[] {
  const { language } = column
  const hasFigures = hasAreas && scenes.length <= mostWithFigures
  const series = new Map<
    string,
    { role: string; isCounted: boolean; isSchematic: boolean; entries: Map<string, Entry> }
  >()
  scenes.forEach(({ others, measurement }, place) => {
    for (const layer of others) {
      if (!isMeasured(layer.layer)) continue
      const measured = measurement.layers.find((own) => own.layer === layer.layer.id)
      const points = measured ? undefined : measurement.points?.filter((own) => own.layer === layer.layer.name)
      const key = `${layer.layer.role} ${layer.layer.name}`
      const known = series.get(key) ?? {
        role: layer.layer.role,
        isCounted: points !== undefined,
        isSchematic: false,
        entries: new Map<string, Entry>(),
      }
      series.set(key, { ...known, isSchematic: known.isSchematic || layer.layer.schematic })
      const put = (
        label: string,
        style: SheetClass['style'],
        sign: Sign,
        value: number,
        interval: Interval = {},
      ): void => {
        const entryKey = `${label} ${JSON.stringify(style)}`
        const entry = known.entries.get(entryKey) ?? { sign, label, figures: scenes.map(() => null) }
        const before = entry.figures[place]
        entry.figures[place] = before ? { value: before.value + value, interval: {} } : { value, interval }
        known.entries.set(entryKey, entry)
      }
      for (const own of layer.classes) {
        const { label, style } = own
        const ground = measured && groundOfClass(own, measured, measurement)
        put(
          label,
          style,
          points ? countedSign(layer, style) : signOf(style),
          points ? countOfClass(own, points) : (ground?.areaM2 ?? 0),
          ground,
        )
      }
      if (measured?.ended)
        for (const own of uncoveredRows(measured, language)) {
          const style = uncoveredStyle(measured, own)
          if (own.areaM2 > 0) put(own.text, style, signOf(style), own.areaM2, own.interval)
        }
      if ((measured?.multipleM2 ?? 0) > 0)
        put(
          translate(language, 'class.several'),
          severalStyle,
          signOf(severalStyle),
          measured!.multipleM2,
          measured!.multiple,
        )
    }
  })
  return [...series.values()].flatMap(({ role, isCounted, isSchematic, entries }) => {
    const unit = translate(language, isCounted ? 'sheet.count-head' : 'sheet.area-head')
    const heads = hasFigures
      ? scenes.map((_, i) => translate(language, 'sheet.map-number', { number: i + 1, unit }))
      : []
    const about = isSchematic ? `\u00a0· ${translate(language, 'sheet.schematic')}` : ''
    const text = (amount: Amount | null): string =>
      amount === null
        ? '–'
        : isCounted
          ? formatNumber(amount.value)
          : (intervalParts(amount.value, amount.interval)?.value ?? formatHectareValue(amount.value, language))
    const rows = [...entries.values()].map(({ sign, label, figures }): Row => {
      const row = { sign, label: printable(label, column.font), figures: hasFigures ? figures.map(text) : [] }
      const remark = hasFigures && !isCounted ? intervalsText(figures, language) : null
      return remark === null ? row : { ...row, remark }
    })
    return table(column, tableHead(column, translate(language, `role.${role}` as MessageKey), about, heads), rows)
  })
}

/** The intervals of the maps' figures, in their order; `null` where none is wider than its figure as printed. */
function intervalsText(figures: Entry['figures'], language: Language): string | null {
  const texts = figures.map((amount) => {
    const parts = amount && intervalParts(amount.value, amount.interval)
    return parts && parts.low !== parts.high ? translate(language, 'sheet.interval-of-map', parts) : null
  })
  if (texts.every((own) => own === null)) return null
  return translate(language, 'sheet.intervals', {
    list: texts.map((own) => own ?? '–').join(semicolon(language)),
  })
}

const countedSign = ({ layer }: SheetLayer, style: SheetClass['style']): Sign =>
  layer.geometryType === 'point' ? dotOf(style) : signOf(style)
