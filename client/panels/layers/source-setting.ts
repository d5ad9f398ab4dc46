import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { Layer } from '../../../core/model/layer.ts'
import { sourceOf } from '../../../core/model/sources.ts'
import { textIn } from '../../../core/model/text.ts'
import { comma, translate, type Language } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import type { LayerPanel, PageState } from '../../state/page-state.ts'
import { givenSource, textsOf } from '../../state/source-texts.ts'
import { sourceInputs } from './source-inputs.ts'

/** Where a layer comes from: one of the study's sources, or one that is typed here; and what a reader must know of it. */
export function sourceSetting(layer: Layer, { pending }: LayerPanel, { language, study }: PageState): TemplateResult {
  const sources = study?.sources ?? []
  const source = sourceOf(sources, layer.source)
  // What was written a moment ago is not part of the study yet, and must not be lost by what is written next.
  const given = typeof pending.source === 'object' && pending.source !== null ? pending.source : source
  const remark = layer.remark ? textIn(language, layer.remark) : ''
  const tellRemark = (text: string): void => {
    const written = text.trim()
    const before = layer.remark ?? { en: written }
    void changeLayerOptions(layer.id, { remark: written === '' ? null : { ...before, [language]: written } })
  }
  return html`<fieldset class="field source-setting">
    <legend>${translate(language, 'page.source')}</legend>
    ${
      sources.length > 0
        ? html`<select
          id="layer-source"
          aria-label=${translate(language, 'page.source.choose')}
          @change=${(event: Event) =>
            void changeLayerOptions(layer.id, { source: (event.currentTarget as HTMLSelectElement).value || null })}
        >
          <option value="" .selected=${live(source === undefined)}>${translate(language, 'page.source.none')}</option>
          ${sources.map(({ id, title }) => html`<option value=${id} .selected=${live(source?.id === id)}>${textIn(language, title)}</option>`)}
        </select>`
        : nothing
    }
    ${sharedRemark(layer, source?.id, study?.layers ?? [], language)}
    ${sourceInputs({
      id: (field) => `layer-${field}`,
      language,
      source: textsOf(given, language),
      tell: (texts) => void changeLayerOptions(layer.id, { source: givenSource(texts, language, given) }),
      before: nothing,
      others: [{ field: 'remark', label: 'page.source.remark', value: remark, tell: tellRemark }],
      isOpen: source !== undefined || remark !== '',
    })}
  </fieldset>`
}

/** That other layers have the same source, which stays as it is where another is typed for this one. */
function sharedRemark(
  { name }: Layer,
  source: string | undefined,
  layers: readonly Layer[],
  language: Language,
): TemplateResult | typeof nothing {
  const others = layers.filter((own) => source !== undefined && own.source === source && own.name !== name)
  const titles = [...new Set(others.map(({ title }) => textIn(language, title)))]
  if (titles.length === 0) return nothing
  return html`<p class="quiet">${translate(language, 'page.source.shared', { count: titles.length, list: titles.join(comma(language)) })}</p>`
}
