import { html, nothing, svg, type TemplateResult } from 'lit/html.js'
import { formatDate, formatShare } from '../../../core/format/format.ts'
import type { Holding } from '../../../core/model/holding.ts'
import type { TimelineDate } from '../../../core/timeline/timeline.ts'
import { say } from '../../../core/i18n/say.ts'
import { outlineColor, tileSide } from '../../map/pattern-tile.ts'
import { readTheme } from '../../map/theme.ts'
import { severalSwatch, swatch, tileAddress, uncoveredSwatch } from '../../controls/swatch.ts'
import type { PageState } from '../../state/page-state.ts'
import { shownDate } from '../../state/shown-series.ts'
import { layerOn, type ChartPart } from './chart-parts.ts'
import type { TimeAxis } from './time-axis.ts'
import { percent } from './time-track.ts'

/** Sums of the same areas in another order may differ by so much. */
const noise = 1e-9
const gridShares = [0.25, 0.5, 0.75]

/**
 * The plan as a column of 100 % on every date, drawn on as a step until the next; what nobody says still held in between
 * is paler. Sizes are shares of the drawing, so that it fits any width without stretching its patterns.
 */
export function areaChart(
  state: PageState,
  dates: readonly TimelineDate[],
  series: string,
  parts: readonly ChartPart[],
  axis: TimeAxis,
): TemplateResult {
  const { language, study } = state
  const shown = shownDate(state)
  const label = say(language, 'page.time.chart', { text: spoken(dates, parts, state) })
  return html`<div class="chart-frame" dir="ltr">
      <svg class="area-chart" role="img" aria-label=${label}>
        <defs>
          ${parts.map(({ look }, i) => (look ? svg`<pattern id="part-${i}" width=${tileSide} height=${tileSide} patternUnits="userSpaceOnUse"><image href=${tileAddress(look)} width=${tileSide} height=${tileSide} /></pattern>` : nothing))}
          <pattern id="part-several" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="several-stripe" width="4" height="8" />
          </pattern>
        </defs>
        ${steps(dates, series, parts).map((step, i, all) => drawn(step, all[i + 1], parts, axis))}
        ${gridShares.map((share) => svg`<line class="grid" x1="0" x2="100%" y1=${percent(share)} y2=${percent(share)} />`)}
        ${study?.events.map(({ date, kind }) => {
          const x = percent(axis.xOf(date))
          return svg`<line class="event ${kind}" x1=${x} x2=${x} y1="0" y2="100%" />`
        })}
        ${
          shown === null
            ? nothing
            : svg`<line class="shown" x1=${percent(axis.xOf(shown))} x2=${percent(axis.xOf(shown))} y1="0" y2="100%" />`
        }
      </svg>
      <span class="grid-label whole">${formatShare(1, language, 0)}</span><span class="grid-label half">${formatShare(0.5, language, 0)}</span>
    </div>`
}

/** What the colours, the paleness and the dashes of the chart mean. */
export function chartLegend({ language }: PageState, parts: readonly ChartPart[]): TemplateResult {
  return html`<ul class="legend chart-legend">
      ${parts.map(
        ({ kind, look, caption }) =>
          html`<li>${look ? swatch(look) : kind === 'several' ? severalSwatch : uncoveredSwatch}${caption}</li>`,
      )}
      <li class="quiet">${say(language, 'page.time.pale')}</li>
      ${parts.some(({ intervals }) => intervals.some((interval) => interval !== null)) ? html`<li class="quiet">${say(language, 'page.time.bars')}</li>` : nothing}
      <li class="quiet">${say(language, 'page.time.break')}</li>
    </ul>`
}

type Step = { readonly date: string; readonly place: number; readonly layer: string | null; readonly holds: Holding }

/** The dates on which something of the series begins or ends; dates of other series make no step. */
function steps(dates: readonly TimelineDate[], series: string, parts: readonly ChartPart[]): Step[] {
  const all = dates.map((date, place): Step => {
    const measured = layerOn(date, series)
    return { date: date.date, place, layer: measured?.layer ?? null, holds: measured?.holds ?? 'nothing' }
  })
  return all.filter(({ layer, holds }, i) => {
    const before = all[i - 1]
    const isSame = parts.every(({ shares }) => Math.abs(shares[i]! - shares[i - 1]!) < noise)
    return !before || before.layer !== layer || !isSame || (before.holds === 'stated') !== (holds === 'stated')
  })
}

/** A step until the next: the day itself as a full line where it was shown on it, and the stretch after it. */
function drawn(
  { date, place, holds }: Step,
  next: Step | undefined,
  parts: readonly ChartPart[],
  axis: TimeAxis,
): TemplateResult | typeof nothing {
  if (holds === 'nothing') return nothing
  const from = axis.xOf(date)
  const to = next ? axis.xOf(next.date) : 1
  let below = 0
  const bars = parts.flatMap((part, i) => errorBar(part, i, place, parts, { from, width: to - from }))
  return svg`<g class=${holds === 'stated' ? 'stated' : 'last-known'}>${parts.map(({ kind, look, shares }, i) => {
    const share = shares[place]!
    below += share
    if (share === 0) return nothing
    const fill = look ? `url(#part-${i})` : kind === 'several' ? 'url(#part-several)' : 'none'
    const stroke = look ? outlineColor(look, readTheme()) : 'currentColor'
    return svg`<rect x=${percent(from)} width=${percent(to - from)} y=${percent(1 - below)} height=${percent(share)} fill=${fill} stroke=${stroke} />`
  })}</g>${bars}${holds === 'shown' ? svg`<line class="snapshot" x1=${percent(from)} x2=${percent(from)} y1="0" y2="100%" />` : nothing}`
}

/** How far the upper edge of a class may lie, measured from its lower one; beside those of the other classes. */
function errorBar(
  { shares, intervals }: ChartPart,
  i: number,
  place: number,
  parts: readonly ChartPart[],
  step: { readonly from: number; readonly width: number },
): TemplateResult[] {
  const interval = intervals[place]
  if (!interval || shares[place] === 0 || interval.high - interval.low < noise) return []
  const base = parts.slice(0, i).reduce((sum, part) => sum + part.shares[place]!, 0)
  const x = percent(step.from + (step.width * (i + 1)) / (parts.length + 1))
  const [y1, y2] = [percent(1 - Math.min(1, base + interval.high)), percent(1 - base - interval.low)]
  return [
    svg`<line class="error-halo" x1=${x} x2=${x} y1=${y1} y2=${y2} />`,
    svg`<line class="error-bar" x1=${x} x2=${x} y1=${y1} y2=${y2} />`,
  ]
}

/** The chart in words, for those who do not see it. */
function spoken(dates: readonly TimelineDate[], parts: readonly ChartPart[], { language }: PageState): string {
  return dates
    .flatMap(({ date }, i) => {
      const said = parts
        .filter(({ shares }) => shares[i]! > 0)
        .map(({ caption, shares }) => `${caption} ${formatShare(shares[i]!, language, 0)}`)
      return said.length > 0 ? [`${formatDate(date, language)}: ${said.join(say(language, 'page.list.comma'))}`] : []
    })
    .join('. ')
}
