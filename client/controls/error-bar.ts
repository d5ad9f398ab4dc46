import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Interval } from '../../core/model/measurement.ts'

/** An area and its interval on a line that is the plan; the figures beside it say the same in words. */
export function errorBar(
  areaM2: number,
  interval: Interval | undefined,
  planM2: number | undefined,
): TemplateResult | typeof nothing {
  const { low, high } = interval ?? {}
  if (low === undefined || high === undefined || high === 0 || planM2 === undefined) return nothing
  const at = (value: number): number => Math.min(100, (100 * value) / planM2)
  return html`<span class="error-bar" aria-hidden="true">
    <span class="reach" .style=${`inset-inline-start:${at(low)}%;inline-size:${at(high) - at(low)}%`}></span>
    <span class="value" .style=${`inset-inline-start:${at(areaM2)}%`}></span>
  </span>`
}
