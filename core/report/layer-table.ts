import { planAreasText } from '../sheet/plan-areas.ts'
import { affectedTogether } from '../measure/class-groups.ts'
import { uncoveredRows } from '../answer/hold-ended-text.ts'
import type { Layer } from '../model/layer.ts'
import type { ClassArea, Interval, LayerMeasurement } from '../model/measurement.ts'
import { overlappingRows } from '../answer/overlapping-rows.ts'
import { zonesText } from '../format/zones-text.ts'
import { namedIn } from '../answer/named-sources.ts'
import { saidBy } from '../format/said-by.ts'
import { sourceOf, type Source } from '../model/sources.ts'
import { comma, translate, semicolon } from '../i18n/translate.ts'
import { areaFigure, hasInterval, leastShownM2, planShareFigure, shareFigure, unitFor } from './area-figures.ts'
import type { Row, Table } from './blocks.ts'
import { classTitle, layerTitle, shownTitle } from './class-titles.ts'
import type { ReportInput } from './report-input.ts'
import type { SourceList } from './source-list.ts'

/** More pairs than this are counted, not named. */
const mostPairs = 3

/**
 * What a layer says of the plan: its classes, ground that several claim, ground not covered, and the plan as their base.
 * What holds for all such tables stands under the first.
 */
export function layerTable(
  input: ReportInput,
  measured: LayerMeasurement,
  layer: Layer,
  sources: SourceList,
  isFirst: boolean,
): Table {
  const { study, measurement, language } = input
  const { plan } = measurement
  const unit = unitFor(plan.areaM2)
  const coveredM2 = plan.areaM2 - measured.uncoveredM2
  const withIntervals = measured.classes.some(hasInterval)
  const row = (title: string, areaM2: number, interval: Interval, isCovered: boolean): Row => ({
    cells: [
      title,
      areaFigure(areaM2, interval, unit, language),
      planShareFigure(areaM2, plan.areaM2, interval, language),
      isCovered ? shareFigure(areaM2, coveredM2, interval, language) : translate(language, 'report.nothing'),
    ],
  })
  const shown = measured.classes.filter((own) => isShown(own.areaM2, own))
  const empty = measured.classes.filter((own) => !shown.includes(own))
  const title = (own: ClassArea): string => classTitle(layer, own.class, language)
  const overlap = overlappingRows(measured, plan.areaM2, language)
  const affected = affectedTogether(measured)
  const zones = zonesText(layer, language)
  const source = sourceOf(study.sources, layer.source)
  const cite = (own: Source): string =>
    translate(language, 'report.cited', { number: sources.cite(own, layerTitle(layer, language)) })
  const cited = source ? [cite(source)] : []
  const naming = namedIn(measurement, layer.id)
    .filter((id) => id !== layer.source)
    .flatMap((id) => sourceOf(study.sources, id) ?? [])
  return {
    kind: 'table',
    key: `layer ${measured.name}`,
    caption: [
      translate(language, 'report.layer.caption', { layer: shownTitle(layer, measurement.at, language) }),
      ...(zones === null ? [] : [translate(language, 'report.layer.zones', { zones })]),
      ...(layer.schematic ? [translate(language, 'report.layer.schematic')] : []),
      ...cited,
    ].join(' '),
    columns: [
      { head: translate(language, 'report.column.class'), width: 6 },
      {
        head: translate(language, withIntervals ? `report.column.${unit}-interval` : `report.column.${unit}`),
        isFigure: true,
        width: 3,
      },
      { head: translate(language, 'report.column.plan-share'), isFigure: true, width: 2.2 },
      { head: translate(language, 'report.column.covered-share'), isFigure: true, width: 2.6 },
    ],
    rows: [
      ...shown.map((own) => row(title(own), own.areaM2, own, true)),
      ...(isShown(measured.multipleM2, measured.multiple)
        ? [row(translate(language, 'class.several'), measured.multipleM2, measured.multiple ?? {}, true)]
        : []),
      ...uncoveredRows(measured, language)
        .filter(({ areaM2, interval }) => isShown(areaM2, interval))
        .map(({ text, areaM2, interval }) => row(text, areaM2, interval, false)),
      ...(affected ? [row(translate(language, 'class.affected'), affected.areaM2, affected, true)] : []),
      { ...row(translate(language, 'report.row.plan'), plan.areaM2, plan, false), isTotal: true },
    ],
    remarks: [
      ...(withIntervals && isFirst ? [translate(language, 'report.layer.interval')] : []),
      ...orderRemark(measured, title, input),
      ...(empty.length > 0
        ? [translate(language, 'report.layer.empty-classes', { list: empty.map(title).join(comma(language)) })]
        : []),
      ...(naming.length === 0
        ? []
        : [
            translate(language, 'report.layer.named-by', {
              list: naming.map((own) => `${saidBy(own, language)} ${cite(own)}`).join(comma(language)),
            }),
          ]),
      ...(overlap === null ? [] : [overlap]),
      ...(withIntervals || overlap !== null || addsUp(measured, plan.areaM2)
        ? []
        : [translate(language, 'sheet.rounding')]),
      ...(isFirst ? [planAreasText(study, measurement, language)] : []),
    ],
  }
}

const isShown = (areaM2: number, { high = 0 }: Interval = {}): boolean => areaM2 > 0 || high > leastShownM2

/** Names the classes of which the measurement notes that their order is not established. */
function orderRemark(
  { name, classes }: LayerMeasurement,
  title: (own: ClassArea) => string,
  { measurement, language }: ReportInput,
): string[] {
  const titleOf = (noted: unknown): string => {
    const own = classes.find((known) => (known.class ?? '∅') === noted)
    return own ? title(own) : String(noted)
  }
  const pairs = measurement.notes.flatMap(({ code, values }) =>
    code === 'order-not-established' && values['layer'] === name
      ? [translate(language, 'report.pair', { a: titleOf(values['larger']), b: titleOf(values['smaller']) })]
      : [],
  )
  if (pairs.length === 0) return []
  return pairs.length <= mostPairs
    ? [translate(language, 'report.layer.order', { pairs: pairs.join(semicolon(language)) })]
    : [translate(language, 'report.layer.order-many', { count: pairs.length })]
}

/** Whether the printed areas of a layer without overlaps give the printed area of the plan. */
function addsUp({ classes, multipleM2, uncoveredM2 }: LayerMeasurement, planM2: number): boolean {
  if (multipleM2 > 0) return true
  const decimal = unitFor(planM2) === 'ha' ? 1e3 : 1e5
  const printed = (areaM2: number): number => Math.round(areaM2 / decimal)
  return classes.reduce((sum, { areaM2 }) => sum + printed(areaM2), printed(uncoveredM2)) === printed(planM2)
}
