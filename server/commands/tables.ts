import type { Comparison } from '../../core/study/comparison.ts'
import { formatHectareValue, formatShare } from '../../core/study/format.ts'
import type { ClassName, FeatureMeasurement, Measurement } from '../../core/study/measurement.ts'
import { textIn } from '../../core/study/text.ts'
import { say } from '../../core/words/say.ts'

type Row = readonly string[]

/** A measurement as a plain table for the terminal: hectares and shares of the plan. */
export function measurementTable(measurement: Measurement): string {
  const { plan, layers, units, features, points } = measurement
  const at = measurement.at === null ? '' : `  ${measurement.at}`
  const blocks = [`${clean(plan.name)}: ${ha(plan.areaM2)} ha${at}`]
  for (const layer of layers) {
    const rows: Row[] = [[layer.date === null ? layer.name : `${layer.name}, ${layer.date}`, 'ha', 'share']]
    for (const each of layer.classes) rows.push([className(each.class), ha(each.areaM2), percent(each.share)])
    rows.push([say('en', 'class.several'), ha(layer.multipleM2), percent(layer.multipleM2 / plan.areaM2)])
    rows.push([say('en', 'class.uncovered'), ha(layer.uncoveredM2), percent(layer.uncoveredM2 / plan.areaM2)])
    blocks.push(aligned(rows))
  }
  for (const [title, list] of [['units', units], ['features', features]] as const) {
    if (list) blocks.push(aligned(featureRows(title, list)))
  }
  if (points) {
    const rows = points.map((each) => [`${each.layer}: ${className(each.class)}`, String(each.count), each.perHa.toFixed(2)])
    blocks.push(aligned([['points', 'count', 'per ha'], ...rows]))
  }
  return `${blocks.join('\n\n')}\n`
}

/** Studies side by side, a block for each. */
export function comparisonTable({ studies }: Comparison): string {
  const blocks = studies.map(({ id, title, at, plan, layers }) => {
    const rows: Row[] = [[`${textIn('en', title)} (${id})${at === null ? '' : `, ${at}`}`, 'ha', 'share']]
    rows.push(['plan', ha(plan.areaM2), percent(1)])
    for (const layer of layers) {
      for (const each of layer.classes) {
        rows.push([`${layer.name}: ${className(each.class)}`, ha(each.areaM2), percent(each.share)])
      }
      const uncovered = `${layer.name}: ${say('en', 'class.uncovered')}`
      rows.push([uncovered, ha(layer.uncoveredM2), percent(layer.uncoveredM2 / plan.areaM2)])
    }
    return aligned(rows)
  })
  return `${blocks.join('\n\n')}\n`
}

function featureRows(title: string, list: readonly FeatureMeasurement[]): Row[] {
  const cells = list.map(cellsOf)
  const columns = [...new Set(cells.flatMap((row) => [...row.keys()]))]
  const rows = list.map(({ id, areaM2 }, i) => [
    id ?? '(outside)',
    ha(areaM2),
    ...columns.map((column) => ha(cells[i]!.get(column) ?? 0)),
  ])
  return [[title, 'ha', ...columns], ...rows]
}

/** The areas of a row by the heads of their columns. */
const cellsOf = ({ layers }: FeatureMeasurement): Map<string, number> =>
  new Map(
    Object.entries(layers).flatMap(([layer, classes]) =>
      Object.entries(classes).map(([name, areaM2]) => [`${layer}: ${name}`, areaM2] as const),
    ),
  )

const ha = (areaM2: number): string => formatHectareValue(areaM2, 'en')
const percent = (share: number): string => formatShare(share, 'en').replaceAll('\u00a0', ' ')
const className = (name: ClassName): string => (name === null ? say('en', 'class.empty') : name)

/** Text of the user's must not steer the terminal. */
// oxlint-disable-next-line no-control-regex
const clean = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')

/** First column to the left, figures to the right. */
function aligned(rows: readonly Row[]): string {
  const cells = rows.map((row) => row.map(clean))
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  return cells
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ').trimEnd())
    .join('\n')
}
