import { html, nothing, type TemplateResult } from 'lit/html.js'
import { isMeasured, roles, type Role } from '../../../core/model/layer.ts'
import { translate, type Language, type MessageKey } from '../../../core/i18n/translate.ts'
import { tell, traceOn } from '../../actions/place-picture.ts'
import type { PageState } from '../../state/page-state.ts'
import type { PlacingState } from '../../state/placing-state.ts'
import { sourceInputs } from '../layers/source-inputs.ts'

/** What the layer is that is drawn on the picture, where the picture comes from, and how exact both are. */
export function traceForm({ language }: PageState, placing: PlacingState): TemplateResult {
  const { source, clickPx, linePx, sourceM, isSaving } = placing
  return html`<form class="settings placing-trace" aria-labelledby="trace-title" @submit=${start}>
    <h3 id="trace-title">${translate(language, 'placing.trace')}</h3>
    <div class="field">
      <label for="trace-name">${translate(language, 'draw.start.name')}</label>
      <input id="trace-name" name="name" required maxlength="200" dir="auto" autocomplete="off" />
    </div>
    <fieldset class="field roles">
      <legend>${translate(language, 'draw.start.role')}</legend>
      ${roles.map(
        (role) =>
          html`<label class="check"
            ><input type="radio" name="role" value=${role} required />
            <span>${translate(language, `role.${role}`)}</span></label
          >`,
      )}
    </fieldset>
    <div class="load-pair">
      <div class="field">
        <label for="trace-date">${translate(language, 'draw.start.date')}</label>
        <input id="trace-date" name="date" type="date" />
      </div>
      <div class="field">
        <label for="trace-class">${translate(language, 'draw.start.class')}</label>
        <input id="trace-class" name="class" maxlength="200" dir="auto" autocomplete="off" />
      </div>
    </div>
    ${sourceInputs({ id: (field) => `trace-${field}`, language, source, tell: (texts) => tell({ source: texts }), before: nothing, others: [], isOpen: false })}
    ${number('sourceM', 'placing.sourceM', sourceM, 0, (value) => tell({ sourceM: value }), language)}
    <p class="quiet">${translate(language, 'placing.sourceM.hint')}</p>
    <details>
      <summary class="quiet">${translate(language, 'placing.parameters')}</summary>
      ${number('linePx', 'placing.linePx', linePx, 0, (value) => value !== null && tell({ linePx: value }), language)}
      ${number('clickPx', 'placing.clickPx', clickPx, 0.1, (value) => value !== null && tell({ clickPx: value }), language)}
    </details>
    <div class="field-row">
      <button type="submit" class="button primary" id="trace-start" ?disabled=${isSaving}>${translate(language, 'placing.trace.do')}</button>
    </div>
  </form>`

  function start(event: SubmitEvent): void {
    event.preventDefault()
    const said = new FormData(event.currentTarget as HTMLFormElement)
    const text = (name: string): string => {
      const value = said.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const [name, role, date, first] = [text('name'), text('role') as Role, text('date'), text('class')]
    void traceOn({
      name,
      role,
      title: { en: name, [language]: name },
      ...(date === '' || role === 'context' ? {} : { date }),
      ...(first === '' || !isMeasured({ role }) ? {} : { classes: [{ values: [first] }] }),
    })
  }
}

function number(
  id: string,
  label: MessageKey,
  value: number | null,
  least: number,
  told: (value: number | null) => void,
  language: Language,
): TemplateResult {
  return html`<div class="field">
    <label for="placing-${id}">${translate(language, label)}</label>
    <input
      id="placing-${id}"
      type="number"
      min=${least}
      max="100000"
      step="any"
      dir="ltr"
      .value=${value === null ? '' : String(value)}
      @change=${(event: Event) => {
        const input = event.currentTarget as HTMLInputElement
        if (input.checkValidity()) told(input.value === '' ? null : input.valueAsNumber)
        else input.reportValidity()
      }}
    />
  </div>`
}
