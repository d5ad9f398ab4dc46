import type { Layer } from '../model/layer.ts'
import { isWithoutOutline } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import { translate } from '../i18n/translate.ts'
import { faded } from './class-style.ts'
import type { Column } from './column.ts'
import type { Block } from './flow.ts'
import { aboutLayer } from './legend.ts'
import { planDash, planLineMm, unitStyle } from './map-frame.ts'
import { lineStyle, outlineOf, placeRadiusMm } from './outlines.ts'
import { placeSign } from './plan-place.ts'
import { inks } from './paper.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { element } from './svg.ts'
import { table, tableHead, type Row, type Sign } from './table.ts'
import { printable } from './text.ts'

/** The plans' lines, the mask, units and context: what the maps show without a figure. */
export function alsoOnMap(
  studies: readonly Study[],
  layers: readonly SheetLayer[],
  column: Column,
  unit?: string,
): Block[] {
  const { language } = column
  const plans = studies.flatMap((study) => study.layers.find(({ id }) => id === study.plan.layer) ?? [])
  const kinds = [...new Set(plans.map(({ schematic }) => schematic))]
  const rows: Row[] = [
    ...kinds.map((isSchematic) => ({
      sign: planSign(isSchematic),
      label: translate(language, isSchematic ? 'sheet.plan-boundary-schematic' : 'sheet.plan-boundary'),
      figures: [],
    })),
    ...(plans.length > 0 ? [{ sign: maskSign, label: translate(language, 'sheet.outside'), figures: [] }] : []),
    ...(studies.some(isWithoutOutline)
      ? [{ sign: placeRowSign, label: translate(language, 'told.point'), figures: [] }]
      : []),
  ]
  if (unit !== undefined)
    rows.push({
      sign: unitSign,
      label: printable(translate(language, 'sheet.unit-boundary', { unit }), column.font),
      figures: [],
    })
  const reported = new Set<string>()
  for (const own of layers) {
    const { layer, title } = own
    if (layer.role !== 'units' && layer.role !== 'context') continue
    const about = aboutLayer(own, language)
    const key = `${layer.role} ${layer.geometryType} ${title}${about}`
    if (reported.has(key)) continue
    reported.add(key)
    rows.push({ sign: contextSign(layer), label: printable(title + about, column.font), figures: [] })
  }
  if (rows.length === 0) return []
  return table(column, tableHead(column, translate(language, 'sheet.also-on-map'), '', []), rows)
}

const planSign =
  (isSchematic: boolean): Sign =>
  (x, y, width, height) =>
    element('path', {
      d: `M${x} ${y + height / 2}h${width}`,
      stroke: inks.ink,
      'stroke-width': planLineMm,
      ...(isSchematic ? { 'stroke-dasharray': planDash } : {}),
    })

const placeRowSign: Sign = (x, y, width, height) => placeSign(x + width / 2, y + height / 2)

const unitSign: Sign = (x, y, width, height) => element('rect', { x, y, width, height, fill: 'none', ...unitStyle })

const maskSign: Sign = (x, y, width, height) =>
  element('rect', {
    x,
    y,
    width,
    height,
    fill: inks.faint,
    'fill-opacity': 0.5,
    stroke: inks.rule,
    'stroke-width': 0.1,
  })

const contextSign =
  ({ role, geometryType, opacity }: Layer): Sign =>
  (x, y, width, height) => {
    const middle = y + height / 2
    const sign =
      geometryType === 'point'
        ? element('circle', { cx: x + width / 2, cy: middle, r: placeRadiusMm, fill: inks.second })
        : geometryType === 'line'
          ? element('path', { d: `M${x} ${middle}h${width}`, fill: 'none', ...lineStyle })
          : element('rect', { x, y, width, height, fill: 'none', ...outlineOf(role) })
    return faded(opacity, sign)
  }
