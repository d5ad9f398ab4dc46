import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { textIn } from '../../../core/model/text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeForm, closeLoadForm, loadRows } from '../../actions/load-form.ts'
import { problemText } from '../../api/page-problem.ts'
import { intoOf, layerOf, openRows, titleOf, valuesOf, type LoadForm } from '../../state/load-form.ts'
import type { PageState } from '../../state/page-state.ts'
import { loadRow } from './load-row.ts'

/** Files that were dropped together, a row each, with what is guessed of them; one button loads them all. */
export function loadForm(form: LoadForm, state: PageState): TemplateResult {
  const { language, study } = state
  const rows = openRows(form)
  const isReading = rows.some(({ phase }) => phase === 'reading')
  const isNothing = !rows.some(layerOf)
  const plans = rows.filter((row) => valuesOf(row).role === 'plan').length
  const into = intoOf(form, study)
  return html`<form class="load-form" aria-labelledby="load-form-title" @submit=${load}>
    <h2 id="load-form-title" tabindex="-1">${translate(language, 'page.load', { count: rows.length })}</h2>
    <p class="quiet">${translate(language, 'page.load.hint')}</p>
    <p class="visually-hidden" role="status">${status()}</p>
    ${repeat(
      rows,
      ({ key }) => key,
      (row) => loadRow(row, state),
    )}
    <fieldset class="field load-into">
      <legend>${translate(language, 'page.load.into')}</legend>
      ${study === null ? nothing : html`${intoChoice('this', textIn(language, study.title))} ${intoChoice('new', translate(language, 'page.load.into.new'))}`}
      ${
        into === 'new'
          ? html`<label for="load-title">${translate(language, 'page.load.title')}</label>
            <input
              id="load-title"
              required
              maxlength="200"
              dir="auto"
              autocomplete="off"
              .value=${titleOf(form)}
              @change=${(event: Event) => changeForm({ title: (event.currentTarget as HTMLInputElement).value })}
            />`
          : nothing
      }
    </fieldset>
    ${plans > 1 ? html`<p class="problem wrap" role="alert">${translate(language, 'page.load.two-plans', { count: plans })}</p>` : nothing}
    ${form.problem ? html`<p class="problem wrap" role="alert">${problemText(form.problem, language)}</p>` : nothing}
    <div class="field-row load-buttons">
      <button type="submit" class="button primary" ?disabled=${isReading || isNothing || plans > 1 || form.isLoading}>
        ${translate(language, form.isLoading ? 'page.load.loading' : 'page.load.do')}
      </button>
      <button type="button" class="button plain" @click=${closeLoadForm}>${translate(language, 'page.cancel')}</button>
    </div>
  </form>`

  function intoChoice(value: 'new' | 'this', text: string): TemplateResult {
    return html`<label class="check">
      <input
        type="radio"
        name="load-into"
        value=${value}
        .checked=${live(into === value)}
        @change=${() => changeForm({ into: value })}
      />
      <bdi class="wrap">${text}</bdi>
    </label>`
  }

  function status(): string {
    if (form.isLoading) return translate(language, 'page.load.loading')
    return translate(language, isReading ? 'page.load.reading' : 'page.load.read', { count: rows.length })
  }
}

function load(event: SubmitEvent): void {
  event.preventDefault()
  void loadRows()
}
