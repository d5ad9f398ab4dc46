import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { defaultSharedFrom } from '../../../core/measure/chosen-events.ts'
import { recogniseEvents } from '../../../core/measure/event-columns.ts'
import type { LayerOptions } from '../../../core/model/layer-options.ts'
import { isMeasured, type Layer } from '../../../core/model/layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import type { PageState } from '../../state/page-state.ts'
import { fieldsOf } from '../../controls/layer-rows.ts'
import { numberSetting } from '../../controls/number-setting.ts'

const levels = ['site', 'town', 'area'] as const

/** Whether points or lines are a list of dated events, which of them take part, and by which rule they become ground. */
export function eventSettings(state: PageState, layer: Layer): TemplateResult | typeof nothing {
  const { language } = state
  const fields = fieldsOf(state, layer)
  if (layer.geometryType === 'polygon' || !isMeasured(layer) || fields.length === 0) return nothing
  const columns = recogniseEvents(fields.map(({ name }) => name))
  if (columns === null && layer.events === undefined) return nothing
  const isChecked = (event: Event): boolean => (event.currentTarget as HTMLInputElement).checked
  return html`<fieldset class="field">
    <legend>${translate(language, 'page.events')}</legend>
    ${columns === null ? nothing : html`<p class="quiet">${translate(language, 'page.events.found', { kind: columns.kind })}</p>`}
    <label class="check"
      ><input
        type="checkbox"
        id="layer-events"
        .checked=${live(layer.events !== undefined)}
        @change=${(event: Event) => void changeLayerOptions(layer.id, { events: isChecked(event) ? {} : null })}
      />
      <span>${translate(language, 'page.events.take')}</span></label
    >
    ${layer.events === undefined ? nothing : rules(state, layer, layer.events)}
  </fieldset>`
}

function rules({ language }: PageState, layer: Layer, events: NonNullable<Layer['events']>): TemplateResult {
  const { id } = layer
  const change = (changed: Partial<Record<keyof typeof events, unknown>>): Promise<void> =>
    changeLayerOptions(id, {
      events: Object.fromEntries(Object.entries({ ...events, ...changed }).filter(([, value]) => value !== null)),
    })
  const day = (member: 'from' | 'to'): TemplateResult =>
    html`<div class="field">
      <label for="events-${member}">${translate(language, `page.events.${member}`)}</label>
      <input
        id="events-${member}"
        type="date"
        .value=${layer[member] ?? ''}
        @change=${(event: Event) => {
          const options: LayerOptions = { [member]: (event.currentTarget as HTMLInputElement).value || null }
          void changeLayerOptions(id, options)
        }}
      />
    </div>`
  return html`${day('from')} ${day('to')}
    <div class="field">
      <label for="events-coarsest">${translate(language, 'page.events.coarsest')}</label>
      <select id="events-coarsest" @change=${(event: Event) => void change({ coarsest: (event.currentTarget as HTMLSelectElement).value })}>
        ${levels.map(
          (level) =>
            html`<option value=${level} .selected=${live((events.coarsest ?? 'site') === level)}>
              ${translate(language, `page.events.coarsest.${level}`)}
            </option>`,
        )}
      </select>
    </div>
    ${numberSetting('events-shared', translate(language, 'page.events.shared'), events.sharedFrom ?? defaultSharedFrom, (sharedFrom) => change({ sharedFrom }))}
    ${numberSetting('events-cell', translate(language, 'page.events.cell'), events.cellM, (cellM) => change({ cellM: cellM || null }))}
    ${
      events.cellM === undefined
        ? nothing
        : numberSetting('events-least', translate(language, 'page.events.least'), events.least ?? 1, (least) =>
            change({ least }),
          )
    }`
}
