import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import { builtClass } from '../../../core/classify/default-classes.ts'
import type { LayerOptions } from '../../../core/model/layer-options.ts'
import { roles, type Layer } from '../../../core/model/layer.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { closeLayerPanel, changeLayerOptions } from '../../actions/change-layer-options.ts'
import { problemText } from '../../api/page-problem.ts'
import { buildingsSetting } from '../damage/buildings-setting.ts'
import { eventSettings } from '../events/event-settings.ts'
import { noteList } from '../../controls/note-list.ts'
import { columnSeries, seriesRemark } from './column-series.ts'
import type { LayerPanel, PageState } from '../../state/page-state.ts'
import { accuracySetting } from './accuracy-setting.ts'
import { dateFieldsSetting } from './date-fields-setting.ts'
import { classSettings } from './class-settings.ts'
import { namesSetting } from './names-setting.ts'
import { readingSettings } from './reading-settings.ts'
import { removeLayerButton } from './remove-layer.ts'
import { numberSetting } from '../../controls/number-setting.ts'
import { sensitiveSetting } from './sensitive-setting.ts'
import { sourceSetting } from './source-setting.ts'
import { validitySettings } from './validity-settings.ts'

/** What is known of a layer and what may be said of it, beside the map; each change measures anew. */
export function layerSettings(state: PageState, panel: LayerPanel): TemplateResult | typeof nothing {
  const { language, study } = state
  const resolved = study?.layers.find(({ id }) => id === panel.id)
  if (!resolved) return nothing
  const layer = withPending(resolved, panel.pending)
  const isOneParty = layer.role === 'control' && layer.classField === undefined
  const kind = translate(language, `page.settle.kind.${layer.geometryType}`)
  return html`<section class="settings" aria-labelledby="settings-title">
    <div class="settings-head">
      <h2 id="settings-title" tabindex="-1">${translate(language, 'page.settle.title')}</h2>
      <span class="quiet" role="status">${panel.isBusy ? translate(language, 'page.settle.saving') : nothing}</span>
      <button type="button" class="button primary" @click=${closeLayerPanel}>${translate(language, 'page.settle.done')}</button>
    </div>
    ${panel.problem ? html`<p class="problem wrap" role="alert">${problemText(panel.problem, language)}</p>` : nothing}
    <div class="field">
      <label for="layer-title">${translate(language, isOneParty ? 'page.load.holder' : 'page.settle.name')}</label>
      <input
        id="layer-title"
        .value=${textIn(language, layer.title)}
        maxlength="500"
        @change=${(event: Event) => rename(layer, language, valueOf(event))}
      />
      <p class="quiet">${translate(language, 'page.settle.found', { features: formatNumber(layer.features), kind })}</p>
    </div>
    ${seriesRemark(state, layer)} ${columnSeries(state, layer)}
    ${roleChoice(layer, panel.isRoleOpen, state)}
    ${layer.role === 'context' ? nothing : dateSetting(layer, state)}
    ${dateFieldsSetting(state, layer)}
    ${classSettings(state, layer)}
    ${buildingsSetting(state, layer)}
    ${radiusSetting(layer, state)}
    ${layer.role === 'context' ? nothing : accuracySetting(layer, panel, state)}
    ${sourceSetting(layer, panel, state)}
    ${namesSetting(state, layer)} ${sensitiveSetting(layer, state)}
    ${eventSettings(state, layer)}
    ${readingSettings(state, layer)}
    ${
      layer.notes.length > 0
        ? html`<div class="field">
          <h3>${translate(language, 'page.settle.notes')}</h3>
          ${noteList(layer.notes, language, state.study)}
        </div>`
        : nothing
    }
    ${validitySettings(state, layer, panel)}
    ${removeLayerButton(layer, language)}
  </section>`
}

/** The layer as it will be once the change under way is taken, so that what was chosen stays chosen meanwhile. */
function withPending(layer: Layer, { role, classField, classes, idField, events, sensitive }: LayerOptions): Layer {
  const { classField: field, idField: id, events: rules, sensitive: kept, ...rest } = layer
  const sensitiveThen = sensitive === undefined ? kept : sensitive
  const rulesThen = events === undefined ? rules : events
  const fieldThen = classField === undefined ? field : classField
  const idThen = idField === undefined ? id : idField
  return {
    ...rest,
    role: role ?? layer.role,
    classes: classes ? classes.map((own, place) => builtClass(own, place, role ?? layer.role)) : layer.classes,
    ...(fieldThen ? { classField: fieldThen } : {}),
    ...(idThen ? { idField: idThen } : {}),
    ...(rulesThen ? { events: rulesThen } : {}),
    ...(sensitiveThen ? { sensitive: sensitiveThen } : {}),
  }
}

/** What the layer is about; where nobody has said so yet, none is chosen. */
function roleChoice(layer: Layer, isOpen: boolean, { language }: PageState): TemplateResult {
  return html`<fieldset class="field roles">
    <legend>${translate(language, 'page.settle.role')}</legend>
    ${roles.map(
      (role) =>
        html`<label class="check"
          ><input
            type="radio"
            name="role"
            value=${role}
            .checked=${live(layer.role === role && !isOpen)}
            @change=${() => void changeLayerOptions(layer.id, { role })}
          />
          <span>${translate(language, `role.${role}`)}</span></label
        >`,
    )}
    ${isOpen ? html`<p>${translate(language, 'page.settle.role.open')}</p>` : nothing}
    <p class="quiet">${translate(language, 'page.settle.role.hint')}</p>
  </fieldset>`
}

function radiusSetting({ id, geometryType, bufferM }: Layer, { language }: PageState): TemplateResult | typeof nothing {
  if (geometryType === 'polygon') return nothing
  return numberSetting('buffer', translate(language, 'page.settle.buffer'), bufferM, (value) =>
    changeLayerOptions(id, { bufferM: value || null }),
  )
}

const dateSetting = (layer: Layer, { language }: PageState): TemplateResult =>
  html`<div class="field">
    <label for="layer-date">${translate(language, 'page.settle.date')}</label>
    <input
      id="layer-date"
      type="date"
      .value=${layer.date ?? ''}
      @change=${(event: Event) => void changeLayerOptions(layer.id, { date: valueOf(event) || null })}
    />
  </div>`

function rename(layer: Layer, language: PageState['language'], title: string): void {
  if (title.trim() !== '') void changeLayerOptions(layer.id, { title: { ...layer.title, [language]: title.trim() } })
}

const valueOf = (event: Event): string => (event.currentTarget as HTMLInputElement).value
