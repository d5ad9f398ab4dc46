import { html, nothing, type TemplateResult } from 'lit/html.js'
import { isMeasured, roles, type Role } from '../../../core/model/layer.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { closeDrawing, startLayer } from '../../actions/draw.ts'
import { problemText } from '../../api/page-problem.ts'
import type { DrawingState } from '../../state/drawing-state.ts'
import type { PageState } from '../../state/page-state.ts'

/** Asks what a new layer is, and how exact its lines will be, before anything is drawn. */
export function drawStart({ language, study }: PageState, drawing: DrawingState): TemplateResult {
  const copyable = (study?.layers ?? []).filter(
    ({ geometryType, features }) => geometryType === 'polygon' && features > 0,
  )
  return html`<form class="settings draw-start" aria-labelledby="draw-title" @submit=${start}>
    <h2 id="draw-title" tabindex="-1">${translate(language, 'draw.start')}</h2>
    ${drawing.problem ? html`<p class="problem wrap" role="alert">${problemText(drawing.problem, language)}</p>` : nothing}
    <div class="field">
      <label for="draw-name">${translate(language, 'draw.start.name')}</label>
      <input id="draw-name" name="name" required maxlength="200" dir="auto" autocomplete="off" />
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
    <div class="field">
      <label for="draw-date">${translate(language, 'draw.start.date')}</label>
      <input id="draw-date" name="date" type="date" />
    </div>
    <div class="field">
      <label for="draw-first-class">${translate(language, 'draw.start.class')}</label>
      <input id="draw-first-class" name="class" maxlength="200" dir="auto" autocomplete="off" />
    </div>
    ${
      copyable.length === 0
        ? nothing
        : html`<div class="field">
            <label for="draw-from">${translate(language, 'draw.start.from')}</label>
            <select id="draw-from" name="copyOf">
              <option value="">${translate(language, 'draw.start.nothing')}</option>
              ${copyable.map(({ id, title }) => html`<option value=${id}>${translate(language, 'draw.start.copy', { layer: textIn(language, title) })}</option>`)}
            </select>
          </div>`
    }
    <div class="field">
      <label for="draw-accuracy">${translate(language, 'draw.start.accuracy')}</label>
      <input id="draw-accuracy" name="accuracy" type="number" min="0.1" max="100000" step="any" dir="ltr" required />
      <label class="check"
        ><input type="checkbox" name="unknown" @change=${(event: Event) => unknown(event.currentTarget as HTMLInputElement)} />
        <span>${translate(language, 'draw.start.unknown')}</span></label
      >
      <p class="quiet">${translate(language, 'draw.start.accuracy.hint')}</p>
    </div>
    <div class="field-row">
      <button type="submit" class="button primary" ?disabled=${drawing.saving === 'saving'}>${translate(language, 'draw.start.do')}</button>
      <button type="button" class="button plain" @click=${closeDrawing}>${translate(language, 'page.cancel')}</button>
    </div>
  </form>`

  function start(event: SubmitEvent): void {
    event.preventDefault()
    const said = new FormData(event.currentTarget as HTMLFormElement)
    const text = (name: string): string => {
      const value = said.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const [name, role, first, copyOf] = [text('name'), text('role') as Role, text('class'), text('copyOf')]
    void startLayer({
      name,
      role,
      title: { en: name, [language]: name },
      ...(text('date') === '' || role === 'context' ? {} : { date: text('date') }),
      ...(first === '' || copyOf !== '' || !isMeasured({ role }) ? {} : { classes: [{ values: [first] }] }),
      ...(copyOf === '' ? {} : { copyOf }),
      ...(text('accuracy') === '' ? {} : { accuracyM: Number(text('accuracy')) }),
    })
  }
}

/** Whoever does not know must say so, for nothing is guessed. */
function unknown({ checked, form }: HTMLInputElement): void {
  const accuracy = form!.querySelector<HTMLInputElement>('#draw-accuracy')!
  accuracy.disabled = checked
  accuracy.required = !checked
}
