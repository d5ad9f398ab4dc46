import { cellOf, crossTable, type CrossAxis, type CrossCategory, type CrossTable } from '../measure/cross-table.ts'
import type { Layer } from '../model/layer.ts'
import type { Interval, LayerMeasurement } from '../model/measurement.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { areaFigure, planShareFigure, unitFor, type AreaUnit } from './area-figures.ts'
import { heading, paragraph, type Block, type Row, type Table } from './blocks.ts'
import { classTitle, shownTitle, nameIn } from './class-titles.ts'
import { mainLayer } from '../answer/main-layer.ts'
import type { ReportInput } from './report-input.ts'

/** A table wider than this is told as a list of its largest cells. */
const mostColumns = 5
const mostCells = 40
/** Areas closer than this are the same ground. */
const leastDifferenceM2 = 0.5

/** The main layer against every other layer that has ground in the plan on the day. */
export function crossingSection(input: ReportInput): Block[] {
  const { study, measurement, language } = input
  const main = mainLayer(study, measurement)
  const others = measurement.layers.filter((own) => own.classes.some(({ areaM2 }) => areaM2 > 0) && own !== main)
  if (!main || others.length === 0) return []
  const unit = unitFor(measurement.plan.areaM2)
  return [
    heading(translate(language, 'report.crossing')),
    paragraph(translate(language, 'report.crossing.about')),
    ...others.flatMap((other): Block[] => {
      const crossed = crossTable(study, measurement, [main.name, other.name])
      if (!crossed.ok) throw new Error(`${main.name} and ${other.name} cannot be crossed: ${crossed.problem.code}`)
      const layers = [main, other].map(({ layer }) => study.layers.find(({ id }) => id === layer)!)
      const [a, b] = layers.map((layer) => shownTitle(layer, measurement.at, language)) as [string, string]
      const labelOf = (axis: 0 | 1, { kind, names, label }: CrossCategory): string =>
        kind === 'class' || kind === 'several' ? joined(layers[axis]!, names, language) : nameIn(language, label)
      const about = { a, b, unit: translate(language, `report.column.${unit}`) }
      const intervalOf = (axis: 0 | 1, category: CrossCategory): Interval =>
        totalInterval([main, other][axis]!, category)
      const key = `crossing ${other.name}`
      const isNarrow = crossed.value.axes[1]!.categories.length <= mostColumns
      return [
        isNarrow
          ? grid(crossed.value, { key, labelOf, intervalOf, about, unit, language, plan: measurement.plan })
          : list(crossed.value, { key, labelOf, about, unit, language }),
      ]
    }),
  ]
}

type Setting = {
  readonly key: string
  readonly labelOf: (axis: 0 | 1, category: CrossCategory) => string
  readonly about: About
  readonly unit: AreaUnit
  readonly language: Language
}
type About = { readonly a: string; readonly b: string; readonly unit: string }

const joined = (layer: Layer, names: CrossCategory['names'], language: Language): string =>
  names.map((name) => classTitle(layer, name, language)).join(' + ')

/** The interval of a total where it is the ground of one class, or ground not covered, as the layer itself gives it. */
function totalInterval(
  { classes, uncoveredM2, uncovered }: LayerMeasurement,
  { kind, names, areaM2 }: CrossCategory,
): Interval {
  const own = kind === 'class' ? classes.find((each) => each.class === names[0]) : undefined
  if (own && Math.abs(own.areaM2 - areaM2) < leastDifferenceM2) return own
  return kind === 'uncovered' && uncovered && Math.abs(uncoveredM2 - areaM2) < leastDifferenceM2 ? uncovered : {}
}

type GridSetting = Setting & {
  readonly intervalOf: (axis: 0 | 1, category: CrossCategory) => Interval
  readonly plan: Interval
}

/** Rows and columns with their totals. */
function grid(table: CrossTable, { key, labelOf, intervalOf, about, unit, language, plan }: GridSetting): Table {
  const [rows, columns] = table.axes as readonly [CrossAxis, CrossAxis]
  const figure = (areaM2: number, interval: Interval): string => areaFigure(areaM2, interval, unit, language)
  const setOf = ({ kind, names }: CrossCategory) => (kind === 'silent' ? null : names)
  const total = translate(language, 'report.row.total')
  return {
    kind: 'table',
    key,
    caption: translate(language, 'report.crossing.caption', about),
    columns: [
      { head: '', width: 4 },
      ...columns.categories.map((category) => ({ head: labelOf(1, category), isFigure: true, width: 2.2 })),
      { head: total, isFigure: true, width: 1.8 },
    ],
    rows: [
      ...rows.categories.map((row): Row => ({
        cells: [
          labelOf(0, row),
          ...columns.categories.map((column) => {
            const cell = cellOf(table, [setOf(row), setOf(column)])
            return cell.areaM2 === 0 ? translate(language, 'report.nothing') : figure(cell.areaM2, cell)
          }),
          figure(row.areaM2, intervalOf(0, row)),
        ],
      })),
      {
        cells: [
          total,
          ...columns.categories.map((own) => figure(own.areaM2, intervalOf(1, own))),
          figure(table.totalM2, plan),
        ],
        isTotal: true,
      },
    ],
    remarks: [],
  }
}

/** The largest cells, one under the other. */
function list(table: CrossTable, { key, labelOf, about, unit, language }: Setting): Table {
  const shown = table.cells.slice(0, mostCells)
  const categoryOf = (axis: 0 | 1, named: string): CrossCategory =>
    table.axes[axis]!.categories.find((own) => own.key === named)!
  const left = table.cells.length - shown.length
  return {
    kind: 'table',
    key,
    caption: translate(language, 'report.crossing.list', about),
    columns: [
      { head: about.a, width: 4 },
      { head: about.b, width: 4 },
      { head: about.unit, isFigure: true, width: 2 },
      { head: translate(language, 'report.column.plan-share'), isFigure: true, width: 2 },
    ],
    rows: shown.map((cell) => ({
      cells: [
        labelOf(0, categoryOf(0, cell.keys[0]!)),
        labelOf(1, categoryOf(1, cell.keys[1]!)),
        areaFigure(cell.areaM2, cell, unit, language),
        planShareFigure(cell.areaM2, table.planM2, cell, language),
      ],
    })),
    remarks: left > 0 ? [translate(language, 'report.more-rows', { count: left })] : [],
  }
}
