import { formatHectares, formatHectareValue, formatLayerDate, formatNumber, formatShare } from '../study/format.ts'
import type { Layer } from '../study/layer.ts'
import type { Interval, LayerMeasurement, Measurement } from '../study/measurement.ts'
import type { Study } from '../study/study.ts'
import { textIn } from '../study/text.ts'
import { say, type Language } from '../words/say.ts'
import { bareStyle, severalStyle } from './class-style.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { outlineOf, planDash, planLineMm, pointLook, pointRadiusMm } from './map-frame.ts'
import { inks } from './paper.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { element } from './svg.ts'
import { signOf, tableHead, tableRows, type Row, type Sign } from './table.ts'
import { printable } from './text.ts'
import { shortened } from './clean-text.ts'

const longestLabel = 240

/**
 * The legend and the table in one: for each measured layer its classes with their sample, area and share of the plan,
 * ground that several claim and ground not covered; then what else is on the map.
 */
export function legend(study: Study, layers: readonly SheetLayer[], measurement: Measurement, column: Column): Block[] {
  return [
    ...measurement.layers.flatMap((measured) => measuredLayer(study, layers, measured, column)),
    ...layers.flatMap((layer) => countedLayer(layer, measurement, column)),
    ...alsoOnMap(study, layers, column),
    ...notMeasured(study, column),
  ]
}

/** A label of any length as the legend prints it. */
const labelText = (text: string, column: Column): string => shortened(printable(text, column.font), longestLabel)

function measuredLayer(study: Study, layers: readonly SheetLayer[], measured: LayerMeasurement, column: Column): Block[] {
  const { language } = column
  const layer = layers.find(({ layer }) => layer.id === measured.layer)
  if (!layer) {
    const last = study.layers.find(({ name }) => name === measured.name)
    const head = tableHead(column, labelText(last ? textIn(language, last.title) : measured.name, column), '', [])
    return [...head, ...paragraph(column, say(language, 'sheet.not-covered-by-date'), { sizePt: 7, fill: inks.second })]
  }
  const inKm2 = measured.classes.some(({ areaM2 }) => formatHectares(areaM2, 'en').endsWith('km²'))
  const area = (areaM2: number): string => (inKm2 ? formatNumber(areaM2 / 1e6, 1) : formatHectareValue(areaM2, language))
  const planM2 = totalOf(measured)
  const row = (sign: Sign, label: string, areaM2: number, interval: Interval): Row => {
    const { low, high } = interval
    const figures = [area(areaM2), formatShare(planM2 === 0 ? 0 : areaM2 / planM2, language)]
    const remark = low === undefined || high === undefined ? undefined : say(language, 'sheet.interval', { low: area(low), high: area(high) })
    return { sign, label, figures, ...(remark === undefined ? {} : { remark }) }
  }
  const several = say(language, 'class.several')
  const uncovered = say(language, 'class.uncovered')
  const rows = [
    ...layer.classes.map(({ name, label, style }) => {
      const found = measured.classes.find((own) => own.class === name)
      return row(signOf(style), labelText(label, column), found?.areaM2 ?? 0, found ?? {})
    }),
    ...(layer.classes.length > 1 ? [row(signOf(severalStyle), several, measured.multipleM2, measured.multiple ?? {})] : []),
    row(signOf(bareStyle), uncovered, measured.uncoveredM2, measured.uncovered ?? {}),
  ]
  const heads = [say(language, inKm2 ? 'sheet.area-head-km2' : 'sheet.area-head'), say(language, 'sheet.share-head')]
  return [
    ...tableHead(column, labelText(layer.title, column), aboutLayer(layer.layer, layer.title, language), heads),
    ...tableRows(column, rows),
  ]
}

/** The plan's area, from the shares. */
function totalOf({ classes, uncoveredM2 }: LayerMeasurement): number {
  const largest = classes.reduce((a, b) => (b.share > a.share ? b : a), { areaM2: 0, share: 0 })
  return largest.share > 0 ? largest.areaM2 / largest.share : uncoveredM2
}

/** The date of a layer where its title does not say it, and the word "schematic". */
export function aboutLayer(layer: Layer, title: string, language: Language): string {
  const date = layer.date ?? layer.from ?? layer.to
  const dated = date === undefined ? '' : formatLayerDate(layer, language)
  return [
    ...(dated === '' || title.includes(dated) ? [] : [dated]),
    ...(layer.schematic ? [say(language, 'sheet.schematic')] : []),
  ]
    .map((part) => `·\u00a0${part}`)
    .join(' ')
}

function countedLayer(layer: SheetLayer, { points }: Measurement, column: Column): Block[] {
  const counts = points?.filter((count) => count.layer === layer.layer.name) ?? []
  if (counts.length === 0) return []
  const { language } = column
  return [
    ...tableHead(column, labelText(layer.title, column), aboutLayer(layer.layer, layer.title, language), [say(language, 'sheet.count-head')]),
    ...tableRows(
      column,
      layer.classes.map(({ name, label, style }) => ({
        sign: (x, y, width, height) =>
          element('circle', { cx: x + width / 2, cy: y + height / 2, r: pointRadiusMm, ...pointLook(style.fill?.color ?? style.line.color) }),
        label: labelText(label, column),
        figures: [formatNumber(counts.find((count) => count.class === name)?.count ?? 0)],
      })),
    ),
  ]
}

function alsoOnMap(study: Study, layers: readonly SheetLayer[], column: Column): Block[] {
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
    : []
  for (const { layer, title } of layers) {
    if (layer.role !== 'units' && layer.role !== 'context') continue
    const about = aboutLayer(layer, title, language)
    rows.push({ sign: lineSign(layer.role), label: labelText(`${title}${about === '' ? '' : ` ${about}`}`, column), figures: [] })
  }
  if (rows.length === 0) return []
  return [...tableHead(column, say(language, 'sheet.also-on-map'), '', []), ...tableRows(column, rows)]
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

const veilSign: Sign = (x, y, width, height) =>
  element('rect', { x, y, width, height, fill: inks.faint, 'fill-opacity': 0.5, stroke: inks.rule, 'stroke-width': 0.1 })

const lineSign =
  (role: string): Sign =>
  (x, y, width, height) =>
    element('rect', { x, y, width, height, fill: 'none', ...outlineOf(role) })

/** What the study does not measure because it found no source. */
function notMeasured(study: Study, column: Column): Block[] {
  const { language } = column
  if (study.gaps.length === 0) return []
  return [
    ...tableHead(column, say(language, 'sheet.not-measured'), '', []),
    ...study.gaps.flatMap(({ role, text }) =>
      paragraph(
        column,
        [
          { text: `${say(language, `role.${role}`)}: `, weight: 600 },
          { text: labelText(textIn(language, text), column), weight: 400 },
        ],
        { sizePt: 6.5, fill: inks.second },
        { beforeMm: 0.4 },
      ),
    ),
  ]
}
