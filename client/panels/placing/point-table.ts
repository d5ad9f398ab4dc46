import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import type { PlacedPicture } from '../../../core/picture/place-picture.ts'
import { changePoint, choosePoint, removePoint } from '../../actions/place-picture.ts'
import { closeIcon } from '../../controls/icons.ts'
import { pointsOf, type PlacingState } from '../../state/placing-state.ts'
import { pointInputs } from './point-inputs.ts'

/** The control points, how far off each is, and by how much a fit without it misses it. */
export function pointTable(placing: PlacingState, placed: PlacedPicture | null, language: Language): TemplateResult {
  const points = pointsOf(placing)
  const { chosen } = placing
  const own = chosen === null ? undefined : points[chosen]
  if (points.length === 0) return html`<p class="quiet">${translate(language, 'placing.points.none')}</p>`
  return html`<table class="figures placing-points">
      <caption class="visually-hidden">${translate(language, 'placing.points')}</caption>
      <thead>
        <tr>
          <th scope="col">${translate(language, 'placing.column.point')}</th>
          <th scope="col" class="number">${translate(language, 'placing.column.residual')}</th>
          <th scope="col" class="number">${translate(language, 'placing.column.left-out')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${points.map((_, i) => {
          const judged = placed?.answer.points[i]
          const isOff = placed?.notes.some(({ code, values }) => code === 'point-off' && values['point'] === i + 1)
          return html`<tr class=${isOff ? 'is-off' : ''}>
            <th scope="row">
              <label class="check"
                ><input
                  type="radio"
                  name="placing-point"
                  aria-label=${translate(language, 'placing.choose', { number: i + 1 })}
                  .checked=${live(i === chosen)}
                  @change=${() => choosePoint(i)}
                />
                <span>${formatNumber(i + 1)}</span></label
              >
            </th>
            <td class="number">${off(judged?.residualM, judged?.residualPx)}</td>
            <td class="number">${off(judged?.leaveOneOutM, judged?.leaveOneOutPx)}</td>
            <td>
              <button type="button" class="icon-button" aria-label=${translate(language, 'placing.remove', { number: i + 1 })} @click=${() => removePoint(i)}>
                ${closeIcon}
              </button>
            </td>
          </tr>`
        })}
      </tbody>
    </table>
    ${
      own
        ? html`<div class="placing-chosen">
            ${pointInputs('placing-chosen', own, (point) => changePoint(chosen!, point), language)}
            <button type="button" class="button plain" @click=${() => choosePoint(null)}>${translate(language, 'placing.release')}</button>
          </div>`
        : nothing
    }`

  function off(metres: number | null | undefined, pixels: number | null | undefined): string {
    if (typeof metres !== 'number' || typeof pixels !== 'number') return '–'
    return `${formatNumber(metres, 1)} (${formatNumber(pixels, 1)})`
  }
}
