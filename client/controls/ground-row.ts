import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatHectareValue, formatShare } from '../../core/format/format.ts'
import { formatInterval, formatShareInterval } from '../../core/format/interval-text.ts'
import type { Interval } from '../../core/model/measurement.ts'
import type { Language } from '../../core/i18n/translate.ts'
import { light, pin } from '../actions/light-ground.ts'
import { isSameGround, type Ground } from '../state/ground.ts'
import type { PageState } from '../state/page-state.ts'
import { estimatedInterval } from './estimate.ts'
import { errorBar } from './error-bar.ts'
import { pinIcon } from './icons.ts'

export type GroundRow = {
  readonly ground: Ground
  readonly sign: TemplateResult | typeof nothing
  readonly caption: string | TemplateResult
  readonly areaM2: number
  readonly interval?: Interval | undefined
  /** What stands in the last column: a share, or anything else. */
  readonly last: string | TemplateResult
}

/** A row that is one with its ground: pointer or focus lights it on the map, Enter or a click keeps it lit. */
export function groundRow(state: PageState, row: GroundRow): TemplateResult {
  const { language, hovered, selected, measurement } = state
  const { ground, sign, caption, areaM2, last } = row
  const isEstimate = row.interval?.low === undefined
  const interval = isEstimate ? estimatedInterval(state, ground) : row.interval
  const isSelected = isSameGround(selected, ground)
  const quiet = areaM2 === 0 ? 'nothing' : ''
  const isHovered = isSelected || isSameGround(hovered, ground)
  return html`<tr
    class=${isHovered ? 'lit' : ''}
    @pointerenter=${() => light(ground)}
    @pointerleave=${() => light(null)}
    @click=${() => pin(ground)}
  >
    <th scope="row">
      <button
        type="button"
        class="row-button"
        aria-pressed=${isSelected}
        @focus=${() => light(ground)}
        @blur=${() => light(null)}
        @keydown=${clearOnEscape}
      >
        ${sign}<span class="row-caption">${caption}</span>${isSelected ? pinIcon : nothing}
      </button>
      ${errorBar(areaM2, interval, measurement?.plan.areaM2)}
    </th>
    <td class="number of-ground ${quiet}">${areaFigure(areaM2, interval, isEstimate, language)}</td>
    <td class="number of-ground ${quiet}">${typeof last === 'string' ? inTwoLines(last) : last}</td>
  </tr>`
}

/** One decimal where no interval is known; with one, the digits that it supports; an estimated one looks so. */
function areaFigure(
  areaM2: number,
  interval: Interval | undefined,
  isEstimate: boolean,
  language: Language,
): TemplateResult | string {
  const text = interval ? formatInterval(areaM2, interval, language) : null
  return text === null
    ? formatHectareValue(areaM2, language)
    : html`<span class="with-interval ${isEstimate ? 'estimated' : ''}">${inTwoLines(text)}</span>`
}

/** A figure whose interval in brackets goes to a second line where the class beside it needs the room; neither breaks. */
function inTwoLines(text: string): TemplateResult | string {
  const at = text.search(/[ \u00a0]\(/)
  if (at < 0) return text
  return html`<span class="unbroken">${text.slice(0, at)}</span> <span class="unbroken">${text.slice(at + 1)}</span>`
}

/** A share of the plan as its interval supports it; with one decimal where it has none. */
export const shareText = (share: number, language: Language, interval: Interval = {}): string =>
  formatShareInterval(share, interval, language) ?? formatShare(share, language)

function clearOnEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') light(null)
}
