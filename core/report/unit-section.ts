import type { FeatureMeasurement, Interval } from '../model/measurement.ts'
import { lastReported } from '../model/validity.ts'
import { layerWhen } from '../format/when.ts'
import { layersAt } from '../model/snapshot.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import { translate } from '../i18n/translate.ts'
import { areaFigure, leastShownM2, unitFor } from './area-figures.ts'
import { heading, paragraph, type Block } from './blocks.ts'
import { classTitle, shownTitle, nameIn } from './class-titles.ts'
import { mainLayer } from '../answer/main-layer.ts'
import type { ReportInput } from './report-input.ts'
import { unitNames } from './unit-names.ts'

const mostRows = 150
const mostClasses = 4

/** A row for each unit inside the plan, with the main layer's largest classes. */
export function unitSection(input: ReportInput): Block[] {
  const { study, measurement, language } = input
  const main = mainLayer(study, measurement)
  const mainOf = study.layers.find(({ id }) => id === main?.layer)
  const units = (measurement.units ?? []).filter(({ areaM2 }) => areaM2 > 0)
  const unitLayer = layersAt(study, measurement.at).find(({ role }) => role === 'units')
  if (!unitLayer || units.length === 0) return []
  const unit = unitFor(measurement.plan.areaM2)
  const names = unitNames(input)
  const bySize = (main?.classes ?? []).filter(({ areaM2 }) => areaM2 > 0).toSorted((a, b) => b.areaM2 - a.areaM2)
  const own = new Set(
    bySize.slice(0, bySize.length === mostClasses + 1 ? mostClasses + 1 : mostClasses).map((each) => each.class),
  )
  const shown = (main?.classes ?? []).filter((each) => own.has(each.class))
  const others = bySize.filter((each) => !own.has(each.class))
  const figure = (areaM2: number, interval: Interval = {}): string =>
    areaM2 === 0 && (interval.high ?? 0) < leastShownM2
      ? translate(language, 'report.nothing')
      : areaFigure(areaM2, interval, unit, language)
  const areaIn = ({ layers }: FeatureMeasurement, name: string | null): number => layers[main!.name]?.[name ?? ''] ?? 0
  const titled = units.slice(0, mostRows).map((row) => ({
    row,
    title: row.id === null ? translate(language, 'page.row.outside-units') : (names.get(row.id) ?? row.id),
  }))
  const about = { units: nameIn(language, unitLayer.title), unit: translate(language, `report.column.${unit}`) }
  return [
    heading(translate(language, 'report.units', about)),
    ...(mainOf
      ? [paragraph(translate(language, 'report.units.about', { layer: shownTitle(mainOf, measurement.at, language) }))]
      : []),
    {
      kind: 'table',
      caption:
        mainOf && lastReported(mainOf, measurement.at) !== null
          ? translate(language, 'report.units.caption-when', {
              ...about,
              when: layerWhen(mainOf, measurement.at, language),
            })
          : translate(language, 'report.units.caption', about),
      columns: [
        { head: translate(language, 'report.column.unit'), width: 4 },
        { head: translate(language, 'report.column.in-plan'), isFigure: true, width: 1.8 },
        ...(mainOf
          ? shown.map((each) => ({ head: classTitle(mainOf, each.class, language), isFigure: true, width: 2 }))
          : []),
        ...(others.length > 0 ? [{ head: translate(language, 'report.row.other'), isFigure: true, width: 1.8 }] : []),
      ],
      rows: titled.map(({ row, title }) => ({
        cells: [
          title,
          figure(row.areaM2, row),
          ...shown.map((each) => figure(areaIn(row, each.class), row.intervals?.[main!.name]?.[each.class ?? ''])),
          ...(others.length > 0 ? [figure(sumOf(others.map((each) => areaIn(row, each.class))))] : []),
        ],
      })),
      remarks: [
        ...(units.some(({ low }) => low !== undefined)
          ? [translate(language, 'report.layer.interval')]
          : measurement.method.interval
            ? [translate(language, 'report.units.no-intervals')]
            : []),
        ...(units.length > mostRows
          ? [translate(language, 'report.more-rows', { count: units.length - mostRows })]
          : []),
      ],
    },
  ]
}
