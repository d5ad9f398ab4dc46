import { formatHectareValue, formatNumber } from '../format/format.ts'
import { uncoveredRows } from '../answer/hold-ended-text.ts'
import { isMeasured } from '../model/layer.ts'
import { say, type WordKey } from '../i18n/say.ts'
import { severalStyle, uncoveredStyle } from './class-style.ts'
import type { Column } from './column.ts'
import type { DrawnScene } from './drawn-scene.ts'
import type { Block } from './flow.ts'
import { pointLook, pointRadiusMm } from './map-frame.ts'
import type { SheetClass, SheetLayer } from './sheet-layers.ts'
import { element } from './svg.ts'
import { signOf, table, tableHead, type Row, type Sign } from './table.ts'
import { printable } from './text.ts'

/** Up to so many maps have their figures side by side in the legend. */
export const mostWithFigures = 2

type Entry = { readonly sign: Sign; readonly label: string; readonly figures: (number | null)[] }

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
      const put = (label: string, style: SheetClass['style'], sign: Sign, figure: number): void => {
        const entryKey = `${label} ${JSON.stringify(style)}`
        const entry = known.entries.get(entryKey) ?? { sign, label, figures: scenes.map(() => null) }
        entry.figures[place] = (entry.figures[place] ?? 0) + figure
        known.entries.set(entryKey, entry)
      }
      for (const { name, label, style } of layer.classes) {
        const areaM2 = measured?.classes.find((own) => own.class === name)?.areaM2 ?? 0
        const count = points?.find((own) => own.class === name)?.count ?? 0
        put(label, style, points ? dotOf(layer, style) : signOf(style), points ? count : areaM2)
      }
      if (measured?.ended)
        for (const own of uncoveredRows(measured, language)) {
          const style = uncoveredStyle(measured, own)
          if (own.areaM2 > 0) put(own.text, style, signOf(style), own.areaM2)
        }
      if ((measured?.multipleM2 ?? 0) > 0)
        put(say(language, 'class.several'), severalStyle, signOf(severalStyle), measured!.multipleM2)
    }
  })
  return [...series.values()].flatMap(({ role, isCounted, isSchematic, entries }) => {
    const unit = say(language, isCounted ? 'sheet.count-head' : 'sheet.area-head')
    const heads = hasFigures ? scenes.map((_, i) => say(language, 'sheet.map-number', { number: i + 1, unit })) : []
    const about = isSchematic ? `\u00a0· ${say(language, 'sheet.schematic')}` : ''
    const text = (value: number | null): string =>
      value === null ? '–' : isCounted ? formatNumber(value) : formatHectareValue(value, language)
    const rows = [...entries.values()].map(({ sign, label, figures }): Row => ({
      sign,
      label: printable(label, column.font),
      figures: hasFigures ? figures.map(text) : [],
    }))
    return table(column, tableHead(column, say(language, `role.${role}` as WordKey), about, heads), rows)
  })
}

const dotOf =
  ({ layer }: SheetLayer, style: SheetClass['style']): Sign =>
  (x, y, width, height) =>
    layer.geometryType === 'point'
      ? element('circle', {
          cx: x + width / 2,
          cy: y + height / 2,
          r: pointRadiusMm,
          ...pointLook(style.fill?.color ?? style.line.color),
        })
      : signOf(style)(x, y, width, height)
