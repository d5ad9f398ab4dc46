import { isSeveral } from '../overlay/several.ts'
import { ownersIn, shownAs } from '../model/owners.ts'
import { bareStyle, notKnownStyle, severalStyle, swatch, type ClassStyle } from '../sheet/class-style.ts'
import { flow, leastHeightMm } from '../sheet/flow.ts'
import { labelText } from '../sheet/legend.ts'
import { inks, type Box } from '../sheet/paper.ts'
import { patternDefinition, patternId } from '../sheet/patterns.ts'
import { sheetLayers } from '../sheet/sheet-layers.ts'
import { element, group, type Svg } from '../sheet/svg.ts'
import { signOf, tableRows } from '../sheet/table.ts'
import { textLine } from '../sheet/text.ts'
import { formatDate, formatShare } from '../format/format.ts'
import { uncoveredParts } from '../answer/hold-ended-text.ts'
import type { ClassName, LayerMeasurement } from '../model/measurement.ts'
import { sumOf } from '../measure/tally.ts'
import { daysBetween } from '../time/days.ts'
import type { TimelineDate } from '../timeline/timeline.ts'
import { say, type Language } from '../i18n/say.ts'
import type { Figure } from './blocks.ts'
import { figureSvg } from './figure-svg.ts'
import type { ReportInput } from './report-input.ts'

const widthMm = 170
const plot: Box = { x: 12, y: 6, width: 154, height: 44 }
/** The last state has no end; it is drawn on for this part of the axis. */
const openEndShare = 0.05
const leastLabelMm = 27
const axisPt = 6.5
const legendColumns = 3
const gapMm = 5

type Part = { readonly label: string; readonly style: ClassStyle; readonly shares: readonly number[] }

/** The plan as a column of 100 % on every day, each state drawn on until the next; time runs left to right. */
export function timeChart(input: ReportInput, name: string, measuredDays: readonly TimelineDate[]): Figure {
  const { study, measurement, language, font } = input
  const stateOf = ({ layers }: TimelineDate): string => JSON.stringify(layers.find((own) => own.name === name)?.classes)
  const days = measuredDays.filter((day, i) => i === 0 || stateOf(day) !== stateOf(measuredDays[i - 1]!))
  const parts = partsOf(input, name, days)
  const [first, last] = [measuredDays[0]!.date, measuredDays.at(-1)!.date]
  const spanDays = Math.max(1, daysBetween(first, last)) / (1 - openEndShare)
  const xOf = (date: string): number => plot.x + (daysBetween(first, date) / spanDays) * plot.width
  const columns = days.map((day, i): Svg => {
    const x = xOf(day.date)
    const next = days[i + 1]
    const width = (next ? xOf(next.date) : plot.x + plot.width) - x
    let top = plot.y + plot.height
    return parts
      .map(({ style, shares }) => {
        const height = shares[i]! * plot.height
        top -= height
        return height === 0 ? '' : swatch({ ...style, line: { color: inks.ink, widthMm: 0.1 } }, x, top, width, height)
      })
      .join('')
  })
  const columnMm = (plot.width - (legendColumns - 1) * gapMm) / legendColumns
  const column = { widthMm: columnMm, language, font }
  const legendTop = plot.y + plot.height + 10
  const boxes = Array.from({ length: legendColumns }, (_, i): Box => {
    const from = i * (columnMm + gapMm)
    return {
      x: language === 'ar' ? plot.x + plot.width - from - columnMm : plot.x + from,
      y: legendTop,
      width: columnMm,
      height: 60,
    }
  })
  const rows = tableRows(
    column,
    parts.map(({ label, style }) => ({ sign: signOf(style), label: labelText(label, column), figures: [] })),
  ).map((row) => ({ ...row, keepsWithNext: false }))
  const legendMm = leastHeightMm(rows, boxes, 60)
  const heightMm = Math.ceil(legendTop + legendMm + 1)
  const within = (date: string | null | undefined): date is string =>
    typeof date === 'string' && date >= first && date <= last
  const at = within(measurement.at) ? measurement.at : null
  const announced = within(study.plan.announced) ? study.plan.announced : null
  const series = study.layers.find((layer) => layer.name === name)!
  const about = {
    layer: say(language, `role.${series.role}`),
    from: formatDate(first, language),
    to: formatDate(last, language),
  }
  return {
    kind: 'figure',
    caption: [
      say(language, 'report.time.chart', about),
      ...(at === null ? [] : [say(language, 'report.time.chart-day')]),
      ...(announced === null ? [] : [say(language, 'report.time.chart-announced')]),
    ].join(' '),
    alt: say(language, 'report.time.chart-alt', about),
    svg: figureSvg({ widthMm, heightMm, language }, patternsOf(parts), [
      group({ id: 'states' }, ...columns),
      group({ id: 'axes' }, ...percentAxis(language), ...dayAxis(days, xOf, language)),
      at === null ? '' : mark(xOf(at), 'triangle'),
      announced === null ? '' : mark(xOf(announced), 'diamond'),
      group(
        { id: 'legend' },
        ...flow(
          rows,
          boxes.map((box) => ({ ...box, height: legendMm })),
        ).drawn,
      ),
    ]),
    widthMm,
    heightMm,
  }
}

/** Ground of each class, ground that several claim, ground not covered: on each day they add up to the plan. */
function partsOf({ study, features, language }: ReportInput, name: string, days: readonly TimelineDate[]): Part[] {
  const known = new Map<ClassName, { readonly label: string; readonly style: ClassStyle }>()
  for (const layer of study.layers.filter((own) => own.name === name)) {
    const day = days.find(({ layers }) => layers.some((own) => own.layer === layer.id))
    if (!day) continue
    for (const drawn of sheetLayers({ ...study, layers: [layer] }, features, day.date, language)) {
      for (const { name: own, label, style } of drawn.classes) known.set(own, { label, style })
    }
  }
  const sharesWhere = (
    holds: (classes: readonly ClassName[], among: LayerMeasurement['classes']) => boolean,
  ): number[] =>
    days.map(({ plan, layers, combinations }) => {
      const among = layers.find((own) => own.name === name)?.classes ?? []
      const own = combinations.filter(({ classes }) => holds(classes[name] ?? [], among))
      return sumOf(own.map(({ areaM2 }) => areaM2)) / plan.areaM2
    })
  return [
    ...[...known].map(([own, look]) => ({
      ...look,
      shares: sharesWhere((classes, among) => shownAs(classes, among) === own),
    })),
    {
      label: say(language, 'class.several'),
      style: severalStyle,
      shares: sharesWhere((classes, among) => isSeveral(classes, ownersIn(among))),
    },
    ...uncoveredParts(
      days.flatMap(({ layers }) => layers.filter((own) => own.name === name)),
      language,
    ).map(({ key, text, of }) => ({
      label: text,
      style: key === '' ? bareStyle : notKnownStyle,
      shares: days.map(({ plan, layers }) => {
        const own = layers.find((layer) => layer.name === name)
        return own?.layer ? (of(own)?.areaM2 ?? 0) / plan.areaM2 : 0
      }),
    })),
  ].filter(({ shares }) => shares.some((share) => share > 0))
}

const patternsOf = (parts: readonly Part[]): Svg[] =>
  [
    ...new Map(
      parts.flatMap(({ style: { pattern } }) => (pattern ? [[patternId(pattern), pattern] as const] : [])),
    ).values(),
  ].map(patternDefinition)

const line = (x1: number, y1: number, x2: number, y2: number): Svg =>
  element('path', {
    d: `M${x1.toFixed(2)} ${y1.toFixed(2)}L${x2.toFixed(2)} ${y2.toFixed(2)}`,
    stroke: inks.second,
    'stroke-width': 0.15,
  })

const percentAxis = (language: Language): Svg[] =>
  [0, 0.25, 0.5, 0.75, 1].flatMap((share) => {
    const y = plot.y + (1 - share) * plot.height
    const text = formatShare(share, language, 0)
    return [
      line(plot.x - 1.2, y, plot.x, y),
      textLine(text, { x: plot.x - 1.8, y: y + 0.8, anchor: 'end' }, { sizePt: axisPt, fill: inks.second }, language),
    ]
  })

/** A tick for every day, its date where there is room. */
function dayAxis(days: readonly TimelineDate[], xOf: (date: string) => number, language: Language): Svg[] {
  const y = plot.y + plot.height
  let free = -Infinity
  return days.flatMap(({ date }) => {
    const x = xOf(date)
    const tick = line(x, y, x, y + 1.4)
    if (x < free) return [tick]
    free = x + leastLabelMm
    const anchor =
      x < plot.x + leastLabelMm / 2 ? 'start' : x > plot.x + plot.width - leastLabelMm / 2 ? 'end' : 'middle'
    return [
      tick,
      textLine(formatDate(date, language), { x, y: y + 4.2, anchor }, { sizePt: axisPt, fill: inks.second }, language),
    ]
  })
}

/** Over the plot: a triangle that points down, or a diamond. */
function mark(x: number, kind: 'triangle' | 'diamond'): Svg {
  const y = plot.y - 0.6
  const outline =
    kind === 'triangle'
      ? [
          [-1.4, -2.6],
          [1.4, -2.6],
          [0, 0],
        ]
      : [
          [0, -3],
          [1.4, -1.5],
          [0, 0],
          [-1.4, -1.5],
        ]
  const d = outline
    .map(([dx, dy], i) => `${i === 0 ? 'M' : 'L'}${(x + dx!).toFixed(2)} ${(y + dy!).toFixed(2)}`)
    .join('')
  return element('path', {
    d: `${d}Z`,
    fill: kind === 'triangle' ? inks.ink : inks.paper,
    stroke: inks.ink,
    'stroke-width': 0.25,
  })
}
