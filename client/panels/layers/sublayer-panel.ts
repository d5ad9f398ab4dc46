import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { forgetUpload, takeSublayers } from '../../actions/upload-files.ts'
import { seriesForm } from './series-form.ts'
import { page } from '../../state/page-state.ts'
import type { SublayerQuestion } from '../../state/upload-state.ts'

/**
 * The question which of the layers that files hold are to be loaded; each becomes a layer of its own. A series comes
 * first where a name speaks of a day, and is a quiet offer where none does.
 */
export function sublayerPanel(upload: SublayerQuestion, language: Language): TemplateResult {
  const { names, sublayers, chosen, snapshots } = upload
  const isSeries = snapshots.length > 1 && snapshots.some(({ reason }) => reason !== 'none')
  const choose = (wanted: Iterable<string>): void => page.update({ upload: { ...upload, chosen: new Set(wanted) } })
  return html`<section class="card" aria-live="polite">
    <h2 class="wrap">
      ${isSeries ? translate(language, 'page.series', { count: formatNumber(snapshots.length) }) : translate(language, 'page.upload.sublayers', { names })}
    </h2>
    ${isSeries ? seriesForm(snapshots, language) : nothing}
    ${isSeries && sublayers.length > 0 ? html`<p>${translate(language, 'page.series.or')}</p>` : nothing}
    ${sublayers.length > 0 ? choices() : nothing}
    ${
      !isSeries && snapshots.length > 1
        ? html`<details class="series-offer" ?open=${sublayers.length === 0}>
          <summary>${translate(language, 'page.series', { count: formatNumber(snapshots.length) })}</summary>
          ${seriesForm(snapshots, language)}
        </details>`
        : nothing
    }
    <button type="button" class="button plain" @click=${forgetUpload}>${translate(language, 'page.cancel')}</button>
  </section>`

  function choices(): TemplateResult {
    return html`<ul class="choices">
      ${sublayers.map(
        (sublayer) =>
          html`<li>
            <label class="check">
              <input
                type="checkbox"
                .checked=${live(chosen.has(sublayer))}
                @change=${() => choose(sublayers.filter((other) => chosen.has(other) !== (other === sublayer)))}
              />
              <bdi class="wrap">${sublayer}</bdi>
            </label>
          </li>`,
      )}
    </ul>
    <div class="field-row">
      <button type="button" class="button primary" ?disabled=${chosen.size === 0} @click=${takeSublayers}>
        ${translate(language, 'page.upload.sublayers.take', { count: chosen.size })}
      </button>
      <button type="button" class="button plain" @click=${() => choose(sublayers)}>
        ${translate(language, 'page.upload.sublayers.all')}
      </button>
    </div>`
  }
}
