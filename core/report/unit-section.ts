import type { FeatureMeasurement, Interval } from '../model/measurement.ts'
import { lastReported } from '../model/holding.ts'
import { layerWhen } from '../format/when.ts'
import { layersAt } from '../model/snapshot.ts'
import { sumOf } from '../measure/tally.ts'
import { say } from '../i18n/say.ts'
import { areaFigure, leastShownM2, unitFor } from './area-figures.ts'
import { heading, paragraph, type Block } from './blocks.ts'
import { classTitle, shownTitle, nameIn } from './class-titles.ts'
import { mainLayer } from './main-layer.ts'
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
      ? say(language, 'report.nothing')
      : areaFigure(areaM2, interval, unit, language)
  const areaIn = ({ layers }: FeatureMeasurement, name: string | null): number => layers[main!.name]?.[name ?? ''] ?? 0
  const titled = units.slice(0, mostRows).map((row) => ({
    row,
    title: row.id === null ? say(language, 'page.row.outside-units') : (names.get(row.id) ?? row.id),
  }))
  const about = { units: nameIn(language, unitLayer.title), unit: say(language, `report.column.${unit}`) }
  return [
    heading(say(language, 'report.units', about)),
    ...(mainOf
      ? [paragraph(say(language, 'report.units.about', { layer: shownTitle(mainOf, measurement.at, language) }))]
      : []),
    {
      kind: 'table',
      caption:
        mainOf && lastReported(mainOf, measurement.at) !== null
          ? say(language, 'report.units.caption-when', { ...about, when: layerWhen(mainOf, measurement.at, language) })
          : say(language, 'report.units.caption', about),
      columns: [
        { head: say(language, 'report.column.unit'), width: 4 },
        { head: say(language, 'report.column.in-plan'), isFigure: true, width: 1.8 },
        ...(mainOf
          ? shown.map((each) => ({ head: classTitle(mainOf, each.class, language), isFigure: true, width: 2 }))
          : []),
        ...(others.length > 0 ? [{ head: say(language, 'report.row.other'), isFigure: true, width: 1.8 }] : []),
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
          ? [say(language, 'report.layer.interval')]
          : measurement.method.interval
            ? [say(language, 'report.units.no-intervals')]
            : []),
        ...(units.length > mostRows ? [say(language, 'report.more-rows', { count: units.length - mostRows })] : []),
      ],
    },
  ]
}
