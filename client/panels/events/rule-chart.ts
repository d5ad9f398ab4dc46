import { html, svg, type TemplateResult } from 'lit/html.js'
import type { EventList } from '../../../core/events/event-answer.ts'
import type { EventRule } from '../../../core/measure/listed-events.ts'
import { formatHectareValue, formatNumber } from '../../../core/format/format.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'

const size = { width: 290, height: 100 }
const margin = 6

type Curve = EventList['curves'][number]

/** The plan's ground as one number of the rule changes; the rule used is marked. */
export function ruleChart({ language }: PageState, { by, areas }: Curve, used: EventRule): TemplateResult {
  const points = areas.map(({ rule, areaM2 }) => ({ x: valueOf(rule, by), areaM2 }))
  const [least, most] = [points[0]!.x, points.at(-1)!.x]
  const mostM2 = Math.max(1, ...points.map(({ areaM2 }) => areaM2))
  const xOf = (x: number): number => margin + ((x - least) / Math.max(1e-9, most - least)) * (size.width - 2 * margin)
  const yOf = (areaM2: number): number => size.height - margin - (areaM2 / mostM2) * (size.height - 2 * margin)
  const own = valueOf(used, by)
  const spoken = points.map(({ x, areaM2 }) => `${formatNumber(x)}: ${formatHectareValue(areaM2, language)}`).join('; ')
  const axis = translate(language, `events.axis.${by}`)
  const ticks = [least, own, most].filter((x, i) => i === 1 || Math.abs(xOf(x) - xOf(own)) > 24)
  return html`<figure class="rule-chart">
    <div class="rule-plot" dir="ltr">
      <div class="y-ticks">
        ${[1, 0.5, 0].map((part) => html`<span>${formatHectareValue(part * mostM2, language)}</span>`)}
      </div>
      <svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label=${translate(language, 'events.curve.alt', { by: axis, text: spoken })}>
        ${[0, 0.5, 1].map((part) => svg`<line class="grid" x1="0" x2=${size.width} y1=${yOf(part * mostM2)} y2=${yOf(part * mostM2)} />`)}
        <line class="used" x1=${xOf(own)} x2=${xOf(own)} y1="0" y2=${size.height} />
        <polyline class="curve" points=${points.map(({ x, areaM2 }) => `${xOf(x)},${yOf(areaM2)}`).join(' ')} />
        ${points.map(({ x, areaM2 }) => svg`<circle class=${x === own ? 'own' : 'other'} cx=${xOf(x)} cy=${yOf(areaM2)} r=${x === own ? 4.5 : 2.5} />`)}
      </svg>
      <div class="x-ticks">
        ${ticks.map((x) => html`<span .style=${`left:${(xOf(x) / size.width) * 100}%`}>${formatNumber(x)}</span>`)}
      </div>
    </div>
    <figcaption>${axis} → ${translate(language, 'page.column.ha')}</figcaption>
  </figure>`
}

function valueOf(rule: EventRule, by: Curve['by']): number {
  if (rule.by === 'radius') return rule.radiusM
  return by === 'least' ? rule.least : rule.cellM
}
