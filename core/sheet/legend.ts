import { affectedTogether } from '../measure/class-groups.ts'
import {
  formatHectares,
  formatHectareValue,
  formatLayerDate,
  formatNumber,
  formatShare,
  hectare,
  squareKilometre,
} from '../format/format.ts'
import { uncoveredRows } from '../answer/hold-ended-text.ts'
import { formatShareOf, intervalParts } from '../format/interval-text.ts'
import { isMeasured } from '../model/layer.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import type { Interval, LayerMeasurement, Measurement, PointCount } from '../model/measurement.ts'
import { overlappingRows } from '../answer/overlapping-rows.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import { layerWhen } from '../format/when.ts'
import { zonesText } from '../format/zones-text.ts'
import { lastReported } from '../model/validity.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'
import { faded, notKnownStyle, severalStyle, uncoveredStyle, type ClassStyle } from './class-style.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { pointStyle, pointRadiusMm } from './class-ground.ts'
import { inks } from './paper.ts'
import { groundOfClass, isOf } from './legend-classes.ts'
import type { SheetClass, SheetLayer } from './sheet-layers.ts'
import { element } from './svg.ts'
import { signOf, table, tableHead, type Row, type Sign } from './table.ts'
import { printable } from './text.ts'
import { shortened } from './clean-text.ts'

const longestLabel = 240
/** A column this wide has a column of figures for intervals. */
const widthForIntervalsMm = 70

/**
 * The legend and the table in one: for each measured layer its classes with their sample, area and share of the plan,
 * ground that several claim and ground not covered; then what the study found no source for.
 */
export function legend(
  study: Study,
  layers: readonly SheetLayer[],
  measurement: Measurement,
  column: Column,
  of: 'plan' | 'unit' = 'plan',
): Block[] {
  return [
    ...measurement.layers.flatMap((measured) => measuredLayer(study, layers, measured, measurement, column, of)),
    ...layers.flatMap((layer) => countedLayer(layer, measurement, column)),
    ...notMeasured(study, layers, column),
  ]
}

/** The legend alone, for a figure whose text gives the areas: the samples of each measured layer. */
export function plainLegend(layers: readonly SheetLayer[], measurement: Measurement, column: Column): Block[] {
  const several = { sign: signOf(severalStyle), label: translate(column.language, 'class.several'), figures: [] }
  return [
    ...measurement.layers.flatMap((measured) => {
      const { layer: id, multipleM2 } = measured
      const layer = layers.find(({ layer }) => layer.id === id)
      if (!layer) return []
      const head = tableHead(column, whole(layer.title, column), aboutLayer(layer, column.language), [])
      const rows = layer.classes.map(({ label, style }) => ({
        sign: signOf(style),
        label: whole(label, column),
        figures: [],
      }))
      const notKnown = uncoveredRows(measured, column.language)
        .filter((own) => own.areaM2 > 0 && uncoveredStyle(measured, own) === notKnownStyle)
        .map(({ text }) => ({ sign: signOf(notKnownStyle), label: whole(text, column), figures: [] }))
      return table(column, head, [...rows, ...(multipleM2 > 0 ? [several] : []), ...notKnown])
    }),
    ...layers.flatMap((layer) => countedLayer(layer, measurement, column)),
  ]
}

/** A label as a figure of a report prints it, where the table beside it has it whole. */
export const labelText = (text: string, column: Column): string => shortened(printable(text, column.font), longestLabel)

/** A label as the legend prints it, whatever its length. */
const whole = (text: string, column: Column): string => printable(text, column.font)

function measuredLayer(
  study: Study,
  layers: readonly SheetLayer[],
  measured: LayerMeasurement,
  measurement: Measurement,
  column: Column,
  of: 'plan' | 'unit',
): Block[] {
  const { language } = column
  const { plan } = measurement
  const { areaM2: planM2 } = plan
  const small = { sizePt: 6.5, fill: inks.second }
  const layer = layers.find(({ layer }) => layer.id === measured.layer)
  if (!layer) {
    const last = study.layers.find(({ name }) => name === measured.name)
    const head = tableHead(column, whole(last ? textIn(language, last.title) : measured.name, column), '', [])
    return [...head, ...paragraph(column, translate(language, 'sheet.not-covered-by-date'), small)]
  }
  const title = whole(layer.title, column)
  const about = aboutLayer(layer, language)
  const signs = layer.classes.map(({ label, style }) => ({
    sign: signOf(style),
    label: whole(label, column),
    figures: [],
  }))
  if (measured.classes.every(({ areaM2 }) => areaM2 === 0) && measured.uncoveredM2 > 0 && !measured.ended) {
    const area = formatHectares(measured.uncoveredM2, language)
    const sentence = translate(language, of === 'unit' ? 'sheet.nothing-said-unit' : 'sheet.nothing-said', { area })
    return [...table(column, tableHead(column, title, about, []), signs), ...paragraph(column, sentence, small)]
  }
  const rows = layer.classes.map((own) => ({ ...own, ...groundOfClass(own, measured, measurement) }))
  const inKm2 = measured.classes.some(({ areaM2 }) => formatHectares(areaM2, 'en').endsWith('km²'))
  const hasIntervalColumn =
    column.widthMm >= widthForIntervalsMm && measured.classes.some(({ low }) => low !== undefined)
  const row = (sign: Sign, label: string, areaM2: number, interval: Interval): Row => ({
    sign,
    label,
    ...areaFigures(areaM2, planM2, interval, inKm2, hasIntervalColumn, language),
  })
  const several = translate(language, 'class.several')
  const rest = uncoveredRows(measured, language)
  const { multipleM2, uncoveredM2 } = measured
  const none = [
    ...(layer.classes.length > 1 && multipleM2 === 0 ? [several] : []),
    ...(uncoveredM2 === 0 ? rest.slice(-1).map(({ text }) => text) : []),
  ].join(comma(language))
  const shown = { ...measured, classes: rows }
  const overlap = overlappingRows(shown, planM2, language)
  const affected = affectedTogether(measured)
  const remarks = [
    ...(none === '' ? [] : [translate(language, 'sheet.none', { list: none })]),
    ...(overlap === null ? [] : [overlap]),
    ...(overlap !== null || addsUp(shown, plan) ? [] : [translate(language, 'sheet.rounding')]),
    ...numbersRemark(layer, language),
    ...(layer.classes.some(({ together }) => together) && measured.classes.some(({ low }) => low !== undefined)
      ? [translate(language, 'sheet.other-classes-interval')]
      : []),
  ]
  const heads = [
    translate(language, inKm2 ? 'sheet.area-head-km2' : 'sheet.area-head'),
    ...(hasIntervalColumn ? [translate(language, 'sheet.interval-head')] : []),
    translate(language, of === 'unit' ? 'sheet.share-head-unit' : 'sheet.share-head'),
  ]
  return [
    ...table(column, tableHead(column, title, about, heads), [
      ...rows.map((own) => row(signOf(own.style), whole(own.label, column), own.areaM2, own)),
      ...(multipleM2 > 0 ? [row(signOf(severalStyle), several, multipleM2, measured.multiple ?? {})] : []),
      ...rest
        .filter(({ areaM2 }) => areaM2 > 0)
        .map((own) => row(signOf(uncoveredStyle(measured, own)), own.text, own.areaM2, own.interval)),
      ...(affected ? [row(() => '', translate(language, 'class.affected'), affected.areaM2, affected)] : []),
    ]),
    ...(remarks.length === 0 ? [] : paragraph(column, remarks.join(' '), small)),
  ]
}

/** What the numbers before labels stand for, and where the classes are that have none. */
const numbersRemark = ({ classes }: SheetLayer, language: Language): string[] =>
  classes.some(({ together }) => together) ? [translate(language, 'sheet.class-numbers')] : []

/** The rows of a layer as the legend has them. */
type ShownRows = Pick<LayerMeasurement, 'multipleM2' | 'uncoveredM2' | 'uncovered'> & {
  readonly classes: readonly ({ readonly areaM2: number } & Interval)[]
}

/** Whether the printed areas of a layer without overlaps give the printed area of the plan. */
function addsUp({ classes, multipleM2, uncoveredM2, uncovered = {} }: ShownRows, plan: Measurement['plan']): boolean {
  if (multipleM2 > 0) return true
  const printed = (areaM2: number, interval: Interval): number =>
    Number((intervalParts(areaM2, interval)?.value ?? formatNumber(areaM2 / 1e4, 1)).replaceAll(',', ''))
  const sum = classes.reduce((total, own) => total + printed(own.areaM2, own), printed(uncoveredM2, uncovered))
  return Math.abs(sum - printed(plan.areaM2, plan)) < leastDigit
}

const leastDigit = 0.005

/**
 * Area and share as a row prints them: one decimal where no interval was asked for; with one, what it supports, and the
 * interval beside or under them where its ends differ when printed.
 */
function areaFigures(
  areaM2: number,
  planM2: number,
  interval: Interval,
  inKm2: boolean,
  hasIntervalColumn: boolean,
  language: Language,
): Pick<Row, 'figures' | 'remark'> {
  const share = areaM2 / planM2
  const middle = (text: string): string[] => (hasIntervalColumn ? [text] : [])
  const parts = intervalParts(areaM2, interval, inKm2 ? squareKilometre : hectare)
  if (parts === null) {
    const exact = inKm2 ? formatNumber(areaM2 / 1e6, 1) : formatHectareValue(areaM2, language)
    return { figures: [exact, ...middle(''), formatShare(share, language)] }
  }
  const isCertain = parts.low === parts.high
  const figures = [
    parts.value,
    ...middle(isCertain ? '' : translate(language, 'sheet.interval-short', parts)),
    formatShareOf(share, interval, language),
  ]
  return hasIntervalColumn || isCertain
    ? { figures }
    : { figures, remark: translate(language, 'sheet.interval', parts) }
}

/**
 * What follows a layer's title: its date where the title does not tell it, always that it was last reported on another day
 * than the sheet's, the radius that makes its ground, and the word "schematic".
 */
export function aboutLayer(
  { layer, title, at }: Pick<SheetLayer, 'layer' | 'title' | 'at'>,
  language: Language,
): string {
  const dates = [layer.date, layer.from, layer.to].filter((date) => date !== undefined)
  const isReported =
    (!isMeasured(layer) || lastReported(layer, at) === null) && dates.every((date) => title.includes(date.slice(0, 4)))
  const when = isMeasured(layer) ? layerWhen(layer, at, language) : formatLayerDate(layer, language)
  const zones = zonesText(layer, language)
  return [
    ...(isReported ? [] : [when]),
    ...(zones === null ? [] : [zones]),
    ...(layer.schematic ? [translate(language, 'sheet.schematic')] : []),
  ]
    .map((part) => `\u00a0· ${part}`)
    .join('')
}

/** A point as the map has it. */
export const dotOf =
  ({ fill, line, opacity }: ClassStyle): Sign =>
  (x, y, width, height) =>
    faded(
      opacity,
      element('circle', {
        cx: x + width / 2,
        cy: y + height / 2,
        r: pointRadiusMm,
        ...pointStyle(fill?.color ?? line.color),
      }),
    )

/** The points of a class as the legend lists it. */
export const countOfClass = (own: SheetClass, counts: readonly PointCount[]): number =>
  sumOf(counts.filter(({ class: name }) => isOf(own, name)).map(({ count }) => count))

function countedLayer(layer: SheetLayer, { points }: Measurement, column: Column): Block[] {
  const counts = points?.filter((count) => count.layer === layer.layer.name) ?? []
  if (counts.length === 0) return []
  const { language } = column
  return [
    ...table(
      column,
      tableHead(column, whole(layer.title, column), aboutLayer(layer, language), [
        translate(language, 'sheet.count-head'),
      ]),
      layer.classes.map((own) => ({
        sign: dotOf(own.style),
        label: whole(own.label, column),
        figures: [formatNumber(countOfClass(own, counts))],
      })),
    ),
    ...numbersRemark(layer, language).flatMap((text) => paragraph(column, text, { sizePt: 6.5, fill: inks.second })),
  ]
}

/** What the study does not measure: what it found no source for, and no layer on the sheet speaks of. */
function notMeasured({ gaps }: Study, layers: readonly SheetLayer[], column: Column): Block[] {
  const { language } = column
  const shown = gaps.filter(({ role }) => role !== 'plan' && !layers.some(({ layer }) => layer.role === role))
  if (shown.length === 0) return []
  return [
    ...tableHead(column, translate(language, 'sheet.not-measured'), '', []),
    ...shown.flatMap(({ role, text }) =>
      paragraph(
        column,
        [
          { text: `${translate(language, `role.${role}`)}: `, weight: 600 },
          { text: whole(textIn(language, text), column), weight: 400 },
        ],
        { sizePt: 6.5, fill: inks.second },
        { beforeMm: 0.4 },
      ),
    ),
  ]
}
