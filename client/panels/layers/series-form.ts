import { html, nothing, type TemplateResult } from 'lit/html.js'
import { measuredRoles } from '../../../core/model/layer.ts'
import type { NamedSnapshot } from '../../../core/layers/series-of-files.ts'
import { comma, translate, type Language } from '../../../core/i18n/translate.ts'
import { loadSeries } from '../../actions/upload-files.ts'

const seriesRoles = [...measuredRoles, 'units', 'context'] as const

/** Asks what a series is and for the day of each snapshot; days that names tell beyond doubt are filled in. */
export function seriesForm(snapshots: readonly NamedSnapshot[], language: Language): TemplateResult {
  return html`<form class="series-form" @submit=${load}>
    <div class="field">
      <label for="series-name">${translate(language, 'page.series.name')}</label>
      <input id="series-name" name="series-name" maxlength="200" autocomplete="off" />
    </div>
    <div class="field">
      <label for="series-role">${translate(language, 'page.series.role')}</label>
      <select id="series-role" name="series-role" required>
        <option value="">${translate(language, 'page.series.role.choose')}</option>
        ${seriesRoles.map((role) => html`<option value=${role}>${translate(language, `role.${role}`)}</option>`)}
      </select>
    </div>
    <p class="quiet">${translate(language, 'page.series.days')}</p>
    <div class="series-days" tabindex="0" role="group" aria-label=${translate(language, 'page.series.days')}>
      ${snapshots.map(({ sublayer, date, reason, readings }) => {
        const text = translate(language, 'page.series.day', { name: `\u2068${sublayer}\u2069` })
        return html`<label>
          <span>${text}</span>
          ${
            reason === null
              ? nothing
              : html`<span class="problem">${translate(language, `page.series.open.${reason}`, { readings: readings.map((day) => `\u2066${day}\u2069`).join(comma(language)) })}</span>`
          }
          <input type="date" name=${`day ${sublayer}`} required min="1900-01-01" max="2100-12-31" .value=${date ?? ''} />
        </label>`
      })}
    </div>
    <button type="submit" class="button primary">${translate(language, 'page.series.load')}</button>
  </form>`

  function load(event: SubmitEvent): void {
    event.preventDefault()
    const data = new FormData(event.currentTarget as HTMLFormElement)
    const textOf = (field: string): string => {
      const value = data.get(field)
      return typeof value === 'string' ? value.trim() : ''
    }
    const dated = snapshots.map(({ sublayer }) => ({ sublayer, date: textOf(`day ${sublayer}`) }))
    const name = textOf('series-name')
    const role = seriesRoles.find((each) => each === textOf('series-role')) ?? 'context'
    void loadSeries({ snapshots: dated, role, ...(name === '' ? {} : { name }) })
  }
}
