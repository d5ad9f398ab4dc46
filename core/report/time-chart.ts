import { groundShares, type GroundShare } from '../charts/ground-shares.ts'
import { timeAxis, type TimeAxis } from '../charts/time-axis.ts'
import { timeBars, type TimeBars } from '../charts/time-bars.ts'
import { defaultStyle, notKnownStyle, severalStyle, swatch, type ClassStyle } from '../sheet/class-style.ts'
import { flow, leastHeightMm } from '../sheet/flow.ts'
import { labelText } from '../sheet/legend.ts'
import { inks, type Box } from '../sheet/paper.ts'
import { patternDefinition, patternId } from '../sheet/patterns.ts'
import { sheetLayers, type SheetClass } from '../sheet/sheet-layers.ts'
import { element, group, type Svg } from '../sheet/svg.ts'
import { signOf, tableRows } from '../sheet/table.ts'
import { textLine } from '../sheet/text.ts'
import { formatDate, formatShare } from '../format/format.ts'
import type { ClassName } from '../model/measurement.ts'
import { isRightToLeft, translate, type Language } from '../i18n/translate.ts'
import type { Figure } from './blocks.ts'
import { figureSvg } from './figure-svg.ts'
import type { FullInput } from './report-input.ts'
import type { TimelineDate } from '../timeline/timeline-answer.ts'

const widthMm = 170
const plot: Box = { x: 12, y: 6, width: 154, height: 44 }
const leastLabelMm = 27
const axisPt = 6.5
const legendColumns = 3
const gapMm = 5
const lastKnownOpacity = 0.5

type Part = Pick<GroundShare, 'shares' | 'intervals'> & { readonly label: string; readonly style: ClassStyle }

/** The plan as a column of 100 % on every day, each state drawn on until the next; time runs left to right. */
export function timeChart(input: FullInput, name: string, days: readonly TimelineDate[]): Figure {
  const { study, measurement, language, font } = input
  const parts = partsOf(input, name, days)
  const [first, last] = [days[0]!.date, days.at(-1)!.date]
  const axis = timeAxis(days.map(({ date }) => date))
  const xOf = (date: string): number => plot.x + axis.xOf(date) * plot.width
  const steps = timeBars(days, name, parts, axis.xOf)
  const columnMm = (plot.width - (legendColumns - 1) * gapMm) / legendColumns
  const column = { widthMm: columnMm, language, font }
  const legendTop = plot.y + plot.height + 10
  const boxes = Array.from({ length: legendColumns }, (_, i): Box => {
    const from = i * (columnMm + gapMm)
    return {
      x: isRightToLeft(language) ? plot.x + plot.width - from - columnMm : plot.x + from,
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
    layer: translate(language, `role.${series.role}`),
    from: formatDate(first, language),
    to: formatDate(last, language),
  }
  return {
    kind: 'figure',
    caption: [
      translate(language, 'report.time.chart', about),
      ...(steps.some(({ isLastKnown }) => isLastKnown) ? [translate(language, 'chart.pale')] : []),
      ...(steps.some(({ errors }) => errors.length > 0) ? [translate(language, 'chart.intervals')] : []),
      ...(axis.breaks.length > 0 ? [translate(language, 'chart.break')] : []),
      ...(at === null ? [] : [translate(language, 'report.time.chart-day')]),
      ...(announced === null ? [] : [translate(language, 'report.time.chart-announced')]),
    ].join(' '),
    alt: translate(language, 'report.time.chart-alt', about),
    svg: figureSvg({ widthMm, heightMm, language }, patternsOf(parts), [
      group({ id: 'states' }, ...steps.map((step) => stepDrawn(step, parts))),
      group({ id: 'axes' }, ...percentAxis(language), ...dayAxis(steps, axis, language)),
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
function partsOf({ study, features, language }: FullInput, name: string, days: readonly TimelineDate[]): Part[] {
  const known = new Map<ClassName, SheetClass>()
  for (const layer of study.layers.filter((own) => own.name === name)) {
    const day = days.find(({ layers }) => layers.some((own) => own.layer === layer.id))
    if (!day) continue
    for (const drawn of sheetLayers({ ...study, layers: [layer] }, features, day.date, language)) {
      for (const own of drawn.classes) known.set(own.name, own)
    }
  }
  return groundShares(days, name, language)
    .filter(({ shares }) => shares.some((share) => share > 0))
    .flatMap(({ kind, name: own, uncovered, shares, intervals }): Part[] => {
      if (kind === 'several')
        return [{ label: translate(language, 'class.several'), style: severalStyle, shares, intervals }]
      if (uncovered)
        return [
          { label: uncovered.text, style: uncovered.key === '' ? defaultStyle : notKnownStyle, shares, intervals },
        ]
      const drawn = known.get(own)
      return drawn ? [{ label: drawn.label, style: drawn.style, shares, intervals }] : []
    })
}

/** A step until the next; paler where nobody says that it still held, with a full line on the day that was shown. */
function stepDrawn({ from, to, isLastKnown, isSnapshot, bars, errors }: TimeBars, parts: readonly Part[]): Svg {
  const [x, width] = [plot.x + from * plot.width, (to - from) * plot.width]
  const yOf = (share: number): number => plot.y + (1 - share) * plot.height
  return [
    group(
      isLastKnown ? { opacity: lastKnownOpacity } : {},
      ...bars.map(({ part, low, high }) =>
        swatch(
          { ...parts[part]!.style, line: { color: inks.ink, widthMm: 0.1 } },
          x,
          yOf(high),
          width,
          (high - low) * plot.height,
        ),
      ),
    ),
    ...errors.flatMap(({ x: place, low, high }) => {
      const at = plot.x + place * plot.width
      const upright = (color: string, widthMm: number): Svg => line(at, yOf(high), at, yOf(low), color, widthMm)
      return [upright(inks.paper, 1), upright(inks.ink, 0.35)]
    }),
    isSnapshot ? line(x, plot.y, x, plot.y + plot.height, inks.ink, 0.4) : '',
  ].join('')
}

const patternsOf = (parts: readonly Part[]): Svg[] =>
  [
    ...new Map(
      parts.flatMap(({ style: { pattern } }) => (pattern ? [[patternId(pattern), pattern] as const] : [])),
    ).values(),
  ].map(patternDefinition)

const line = (x1: number, y1: number, x2: number, y2: number, color: string = inks.second, widthMm = 0.15): Svg =>
  element('path', {
    d: `M${x1.toFixed(2)} ${y1.toFixed(2)}L${x2.toFixed(2)} ${y2.toFixed(2)}`,
    stroke: color,
    'stroke-width': widthMm,
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

/** A tick for every step, its date where there is room; stretches that are drawn shorter than they lasted are dashed. */
function dayAxis(steps: readonly TimeBars[], { breaks }: TimeAxis, language: Language): Svg[] {
  const y = plot.y + plot.height
  let free = -Infinity
  const dates = steps.flatMap(({ date, from }) => {
    const x = plot.x + from * plot.width
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
  return [...breaks.map(({ from, to }) => dashed(plot.x + from * plot.width, plot.x + to * plot.width, y)), ...dates]
}

/** Dashes over the line of the axis. */
const dashed = (x1: number, x2: number, y: number): Svg =>
  element('path', {
    d: `M${x1.toFixed(2)} ${y.toFixed(2)}L${x2.toFixed(2)} ${y.toFixed(2)}`,
    stroke: inks.paper,
    'stroke-width': 0.5,
    'stroke-dasharray': '1 1',
  })

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
