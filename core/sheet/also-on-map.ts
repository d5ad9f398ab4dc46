import type { Layer } from '../model/layer.ts'
import { isWithoutOutline } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import { say } from '../i18n/say.ts'
import type { Column } from './column.ts'
import type { Block } from './flow.ts'
import { aboutLayer } from './legend.ts'
import { lineLook, outlineOf, placeRadiusMm, planDash, planLineMm, unitLook } from './map-frame.ts'
import { placeSign } from './plan-place.ts'
import { inks } from './paper.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { element } from './svg.ts'
import { table, tableHead, type Row, type Sign } from './table.ts'
import { printable } from './text.ts'

/** The plan's line, the veil, units and context: what the map shows without a figure. */
export function alsoOnMap(study: Study, layers: readonly SheetLayer[], column: Column, unit?: string): Block[] {
  const { language } = column
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  const rows: Row[] = plan
    ? [
        {
          sign: planSign(plan.schematic),
          label: say(language, plan.schematic ? 'sheet.plan-boundary-schematic' : 'sheet.plan-boundary'),
          figures: [],
        },
        { sign: veilSign, label: say(language, 'sheet.outside'), figures: [] },
      ]
    : isWithoutOutline(study)
      ? [{ sign: placeRowSign, label: say(language, 'told.point'), figures: [] }]
      : []
  if (unit !== undefined)
    rows.push({
      sign: unitSign,
      label: printable(say(language, 'sheet.unit-boundary', { unit }), column.font),
      figures: [],
    })
  const told = new Set<string>()
  for (const own of layers) {
    const { layer, title } = own
    if (layer.role !== 'units' && layer.role !== 'context') continue
    const about = aboutLayer(own, language)
    const key = `${layer.role} ${layer.geometryType} ${title}${about}`
    if (told.has(key)) continue
    told.add(key)
    rows.push({ sign: contextSign(layer), label: printable(title + about, column.font), figures: [] })
  }
  if (rows.length === 0) return []
  return table(column, tableHead(column, say(language, 'sheet.also-on-map'), '', []), rows)
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

const unitSign: Sign = (x, y, width, height) => element('rect', { x, y, width, height, fill: 'none', ...unitLook })

const veilSign: Sign = (x, y, width, height) =>
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
  ({ role, geometryType }: Layer): Sign =>
  (x, y, width, height) => {
    const middle = y + height / 2
    if (geometryType === 'point')
      return element('circle', { cx: x + width / 2, cy: middle, r: placeRadiusMm, fill: inks.second })
    if (geometryType === 'line') return element('path', { d: `M${x} ${middle}h${width}`, fill: 'none', ...lineLook })
    return element('rect', { x, y, width, height, fill: 'none', ...outlineOf(role) })
  }
