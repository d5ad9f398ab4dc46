import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import type { PlacedPicture } from '../../../core/picture/place-picture.ts'
import { elsewhereNote } from '../../../core/picture/elsewhere.ts'
import { planes, transforms, type PlaneKind, type TransformKind } from '../../../core/model/picture-record.ts'
import { placeText } from '../../../core/drawing/read-place.ts'
import { closePlacing, redoPoint, tell, undoPoint } from '../../actions/place-picture.ts'
import { problemText, type PageProblem } from '../../api/page-problem.ts'
import { askForFile } from '../../controls/file-input.ts'
import { opacityInput } from '../../controls/opacity-input.ts'
import { noteList } from '../../controls/note-list.ts'
import type { PageState } from '../../state/page-state.ts'
import { placingFit } from '../../state/placing-fit.ts'
import { pointsOf, type PlacingState } from '../../state/placing-state.ts'
import { planLayer } from '../../state/shown-series.ts'
import { pointForm } from './point-form.ts'
import { pointTable } from './point-table.ts'
import { traceForm } from './trace-form.ts'

/** Placing a picture: its control points with how far off each is, the fit, and the layer that is to be drawn on it. */
export function placingPanel(state: PageState, placing: PlacingState): TemplateResult {
  const { language, study } = state
  const { picture, problem } = placing
  const fit = placingFit(placing)
  const points = pointsOf(placing)
  return html`<section class="settings placing" aria-labelledby="placing-title">
    <div class="settings-head">
      <h2 id="placing-title" tabindex="-1">${translate(language, 'placing.title', { file: placing.name })}</h2>
      <button type="button" class="button plain" @click=${closePlacing}>${translate(language, 'page.cancel')}</button>
    </div>
    ${problem ? problemLine(problem, language) : nothing}
    ${
      picture === null
        ? problem
          ? nothing
          : html`<p class="quiet" role="status">${translate(language, 'placing.sending')}</p>`
        : html`<p class="quiet placing-next" role="status">${nextText(placing, language)}</p>
            <div class="field-row">
              <button type="button" class="button plain" id="placing-undo" ?disabled=${placing.step === 0 && !(placing.half.pixel ?? placing.half.place)} @click=${undoPoint}>
                ${translate(language, 'placing.undo')}
              </button>
              <button type="button" class="button plain" id="placing-redo" ?disabled=${placing.step === placing.steps.length - 1} @click=${redoPoint}>
                ${translate(language, 'placing.redo')}
              </button>
            </div>
            ${pointTable(placing, fit?.ok ? fit.value : null, language)} ${pointForm(state, placing)} ${pointsFile(language)}
            ${fitChoice(placing, language)} ${fit?.ok ? fitFigures(fit.value, language) : nothing}
            ${fit && !fit.ok ? problemLine({ ...fit.problem, more: fit.problem.more ?? {}, detail: '' }, language) : nothing}
            ${notesOf()} ${opacityInput('placing-opacity', placing.opacity, (own) => tell({ opacity: own }), language)}
            ${points.length > 0 && fit?.ok ? traceForm(state, placing) : html`<p class="quiet">${translate(language, 'placing.trace.wait')}</p>`}`
    }
  </section>`

  function notesOf(): TemplateResult | typeof nothing {
    const notes = [
      ...(picture?.notes ?? []),
      ...placing.pointNotes,
      ...(fit?.ok ? fit.value.notes : []),
      ...(fit?.ok && picture
        ? elsewhereNote(fit.value.fit, picture, planLayer(state)?.extent ?? null, placing.name)
        : []),
    ]
    return notes.length === 0 ? nothing : noteList(notes, language, study)
  }
}

const problemLine = (problem: PageProblem, language: Language): TemplateResult =>
  html`<p class="problem wrap" role="alert">${problemText(problem, language)}</p>`

/** What the next click does. */
function nextText({ half, chosen }: PlacingState, language: Language): string {
  if (chosen !== null) return translate(language, 'placing.chosen', { number: chosen + 1 })
  if (half.pixel) return translate(language, 'placing.half.pixel', { x: half.pixel[0], y: half.pixel[1] })
  if (half.place) return translate(language, 'placing.half.place', { place: placeText(half.place) })
  return translate(language, 'placing.how')
}

const pointsFile = (language: Language): TemplateResult =>
  html`<div class="field">
    <button type="button" class="button plain" id="placing-file" aria-describedby="placing-file-hint" @click=${() => askForFile('.points,.csv,.txt')}>
      ${translate(language, 'placing.file')}
    </button>
    <p class="quiet" id="placing-file-hint">${translate(language, 'placing.file.hint')}</p>
  </div>`

function fitChoice({ transform, plane }: PlacingState, language: Language): TemplateResult {
  return html`<div class="load-pair">
    <div class="field">
      <label for="placing-transform">${translate(language, 'placing.transform')}</label>
      <select
        id="placing-transform"
        @change=${(event: Event) => tell({ transform: (valueOf(event) || null) as TransformKind | null })}
      >
        <option value="" .selected=${live(transform === null)}>${translate(language, 'placing.transform.auto')}</option>
        ${transforms.map((kind) => html`<option value=${kind} .selected=${live(transform === kind)}>${translate(language, `placing.transform.${kind}`)}</option>`)}
      </select>
    </div>
    <div class="field">
      <label for="placing-plane">${translate(language, 'placing.plane')}</label>
      <select id="placing-plane" @change=${(event: Event) => tell({ plane: (valueOf(event) || null) as PlaneKind | null })}>
        <option value="" .selected=${live(plane === null)}>${translate(language, 'placing.plane.auto')}</option>
        ${planes.map((kind) => html`<option value=${kind} .selected=${live(plane === kind)}>${translate(language, `placing.plane.${kind}`)}</option>`)}
      </select>
    </div>
  </div>`
}

function fitFigures({ answer }: PlacedPicture, language: Language): TemplateResult {
  const metres = (value: number): string => translate(language, 'placing.metres', { metres: formatNumber(value, 1) })
  const row = (label: string, value: string): TemplateResult => html`<dt>${label}</dt><dd>${value}</dd>`
  const { rmseM, leaveOneOutM, pixelM, accuracyM, transform, plane } = answer
  return html`<p class="quiet placing-fit">
      ${translate(language, 'placing.fit.is', { transform: translate(language, `placing.transform.${transform}`), plane: translate(language, `placing.plane.${plane}`) })}
    </p>
    <dl class="placing-figures">
      ${row(translate(language, 'placing.rmse'), metres(rmseM))}
      ${row(translate(language, 'placing.left-out'), leaveOneOutM === null ? translate(language, 'placing.left-out.unknown') : metres(leaveOneOutM))}
      ${row(translate(language, 'placing.pixel'), metres(pixelM))} ${row(translate(language, 'placing.accuracy'), metres(accuracyM))}
    </dl>`
}

const valueOf = (event: Event): string => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value
