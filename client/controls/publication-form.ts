import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { Publication } from '../../core/model/publication.ts'
import { translate, type MessageKey } from '../../core/i18n/translate.ts'
import { chooseScope, loadPublication, sayWhoPublishes } from '../actions/publish.ts'
import { problemText } from '../api/page-problem.ts'
import type { PageState } from '../state/page-state.ts'

const fields: readonly { readonly field: keyof Publication; readonly label: MessageKey }[] = [
  { field: 'author', label: 'imprint.author' },
  { field: 'institution', label: 'imprint.institution' },
  { field: 'contact', label: 'imprint.contact' },
  { field: 'date', label: 'imprint.date' },
  { field: 'mapNumber', label: 'imprint.map-number' },
  { field: 'glide', label: 'imprint.glide' },
  { field: 'doi', label: 'imprint.doi' },
]

/** Who publishes and when, of this study or of all that do not say so themselves: what sheet, report and exports carry. */
export function publicationForm({ language, study, publishing }: PageState): TemplateResult | typeof nothing {
  if (!study) return nothing
  const { usual, scope, problem } = publishing
  const said = scope === 'study' ? (study.publication ?? {}) : (usual ?? {})
  return html`<details
    class="publication-form"
    @toggle=${(event: Event) => (event.currentTarget as HTMLDetailsElement).open && void loadPublication()}
  >
    <summary>${translate(language, 'page.publication')}</summary>
    <fieldset>
      <legend class="visually-hidden">${translate(language, 'page.publication.scope')}</legend>
      ${(['study', 'workspace'] as const).map(
        (own) =>
          html`<label class="check">
            <input type="radio" name="publication-scope" .checked=${live(scope === own)} @change=${() => chooseScope(own)} />
            ${translate(language, `page.publication.scope.${own}`)}
          </label>`,
      )}
    </fieldset>
    ${fields.map(({ field, label }) => {
      const inherited = scope === 'study' && said[field] === undefined ? (usual?.[field] ?? '') : ''
      return html`<div class="field">
        <label for="publication-${field}">${translate(language, label)}</label>
        <input
          id="publication-${field}"
          type=${field === 'date' ? 'date' : 'text'}
          min="1900-01-01"
          max="2100-12-31"
          maxlength="300"
          dir="auto"
          autocomplete="off"
          ?disabled=${scope === 'workspace' && usual === null}
          aria-describedby="publication-${field}-usual"
          .value=${live(said[field] ?? '')}
          @change=${(event: Event) => void sayWhoPublishes(field, (event.currentTarget as HTMLInputElement).value)}
        />
        <p class="quiet" id="publication-${field}-usual">
          ${inherited === '' ? nothing : translate(language, 'page.publication.usual', { value: `\u2068${inherited}\u2069` })}
        </p>
      </div>`
    })}
    ${problem ? html`<p class="problem wrap" role="alert">${problemText(problem, language)}</p>` : nothing}
  </details>`
}
