import { html, nothing, svg, type TemplateResult } from 'lit/html.js'
import { timeBars, type TimeBars } from '../../../core/charts/time-bars.ts'
import { formatDate, formatShare } from '../../../core/format/format.ts'
import { comma, translate } from '../../../core/i18n/translate.ts'
import { outlineColor, tileSide } from '../../map/pattern-tile.ts'
import { readTheme } from '../../map/theme.ts'
import { severalSwatch, swatch, tileAddress, uncoveredSwatch } from '../../controls/swatch.ts'
import type { PageState } from '../../state/page-state.ts'
import { shownDate } from '../../state/shown-series.ts'
import type { ChartPart } from './chart-parts.ts'
import type { TimeAxis } from '../../../core/charts/time-axis.ts'
import { percent } from './time-track.ts'
import type { TimelineDate } from '../../../core/timeline/timeline-answer.ts'

const gridShares = [0.25, 0.5, 0.75]

/**
 * The plan as a column of 100 % on every day of a change; what nobody says still held is paler. Sizes are shares of the drawing, so that it fits any width without stretching its patterns.
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
  const label = translate(language, 'page.time.chart', { text: spoken(dates, parts, state) })
  return html`<div class="chart-frame" dir="ltr">
      <svg class="area-chart" role="img" aria-label=${label}>
        <defs>
          ${parts.map(({ style }, i) => (style ? svg`<pattern id="part-${i}" width=${tileSide} height=${tileSide} patternUnits="userSpaceOnUse"><image href=${tileAddress(style)} width=${tileSide} height=${tileSide} /></pattern>` : nothing))}
          <pattern id="part-several" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="several-stripe" width="4" height="8" />
          </pattern>
        </defs>
        ${timeBars(dates, series, parts, axis.xOf).map((bars) => drawn(bars, parts))}
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
        ({ kind, style, caption }) =>
          html`<li>${style ? swatch(style) : kind === 'several' ? severalSwatch : uncoveredSwatch}${caption}</li>`,
      )}
      <li class="quiet">${translate(language, 'chart.pale')}</li>
      ${parts.some(({ intervals }) => intervals.some((interval) => interval !== null)) ? html`<li class="quiet">${translate(language, 'chart.intervals')}</li>` : nothing}
      <li class="quiet">${translate(language, 'chart.break')}</li>
    </ul>`
}

/** A step until the next: the day itself as a full line where it was shown on it, and the stretch after it. */
function drawn(
  { from, to, isLastKnown, isSnapshot, bars, errors }: TimeBars,
  parts: readonly ChartPart[],
): TemplateResult {
  return svg`<g class=${isLastKnown ? 'last-known' : 'stated'}>${bars.map(({ part, low, high }) => {
    const { kind, style } = parts[part]!
    const fill = style ? `url(#part-${part})` : kind === 'several' ? 'url(#part-several)' : 'none'
    const stroke = style ? outlineColor(style, readTheme()) : 'currentColor'
    return svg`<rect x=${percent(from)} width=${percent(to - from)} y=${percent(1 - high)} height=${percent(high - low)} fill=${fill} stroke=${stroke} />`
  })}</g>${errors.map(errorBar)}${isSnapshot ? svg`<line class="snapshot" x1=${percent(from)} x2=${percent(from)} y1="0" y2="100%" />` : nothing}`
}

function errorBar({ x, low, high }: TimeBars['errors'][number]): TemplateResult[] {
  const [at, y1, y2] = [percent(x), percent(1 - high), percent(1 - low)]
  return [
    svg`<line class="error-halo" x1=${at} x2=${at} y1=${y1} y2=${y2} />`,
    svg`<line class="error-bar" x1=${at} x2=${at} y1=${y1} y2=${y2} />`,
  ]
}

/** The chart in words, for those who do not see it. */
function spoken(dates: readonly TimelineDate[], parts: readonly ChartPart[], { language }: PageState): string {
  return dates
    .flatMap(({ date }, i) => {
      const said = parts
        .filter(({ shares }) => shares[i]! > 0)
        .map(({ caption, shares }) => `${caption} ${formatShare(shares[i]!, language, 0)}`)
      return said.length > 0 ? [`${formatDate(date, language)}: ${said.join(comma(language))}`] : []
    })
    .join('. ')
}
