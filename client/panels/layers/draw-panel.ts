import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { textIn } from '../../../core/model/text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import {
  addTyped,
  change,
  chooseTool,
  closeDrawing,
  drawnLayer,
  finish,
  setSketch,
  startOver,
  takeBack,
} from '../../actions/draw.ts'
import { readPlace } from '../../../core/drawing/read-place.ts'
import { problemText } from '../../api/page-problem.ts'
import { opacityInput } from '../../controls/opacity-input.ts'
import { noteList } from '../../controls/note-list.ts'
import { drawingTools, sketchOf, type DrawingState } from '../../state/drawing-state.ts'
import type { PageState } from '../../state/page-state.ts'
import { cornerList } from './corner-list.ts'
import { drawStart } from './draw-start.ts'
import { liveText } from './drawn-area.ts'
import { regionList } from './region-list.ts'

/** The tools with which a layer is drawn, what is being drawn, and the regions that it holds. */
export function drawPanel(state: PageState, drawing: DrawingState): TemplateResult | typeof nothing {
  const { language, study } = state
  const layer = drawnLayer(state)
  if (drawing.layer === null) return drawStart(state, drawing)
  if (!layer) return nothing
  const isSketching = drawing.tool === 'region' || drawing.tool === 'hole' || drawing.tool === 'split'
  return html`<section class="settings draw" aria-labelledby="draw-title">
    <div class="settings-head">
      <h2 id="draw-title" tabindex="-1">${translate(language, 'draw.title', { layer: textIn(language, layer.title) })}</h2>
      <span class="quiet" role="status"
        >${drawing.saving === 'nothing' ? nothing : translate(language, drawing.saving === 'saving' ? 'draw.saving' : 'draw.saved')}</span
      >
      <button type="button" class="button primary" id="draw-done" @click=${closeDrawing}>${translate(language, 'draw.done')}</button>
    </div>
    <fieldset class="field draw-tools">
      <legend class="visually-hidden">${translate(language, 'draw.tool')}</legend>
      ${drawingTools.map(
        (tool) =>
          html`<label class="check"
            ><input type="radio" name="draw-tool" value=${tool} .checked=${live(drawing.tool === tool)} @change=${() => chooseTool(tool)} />
            <span>${translate(language, `draw.tool.${tool}`)}</span></label
          >`,
      )}
    </fieldset>
    <p class="quiet">${translate(language, `draw.hint.${drawing.tool}`)}</p>
    ${drawing.problem ? html`<p class="problem wrap" role="alert">${problemText(drawing.problem, language)}</p>` : nothing}
    ${drawing.wasCut ? html`<p class="quiet" role="status" id="draw-cut">${translate(language, 'draw.was-cut')}</p>` : nothing}
    ${isSketching ? sketching(state, drawing) : nothing}
    ${layer.picture ? opacityInput('draw-opacity', drawing.pictureOpacity, (pictureOpacity) => change({ pictureOpacity }), language) : nothing}
    ${regionList(state, drawing, layer)}
    ${layer.notes.length > 0 ? noteList(layer.notes, language, study) : nothing}
  </section>`
}

function sketching(state: PageState, drawing: DrawingState): TemplateResult {
  const { language } = state
  const layer = drawnLayer(state)!
  const sketch = sketchOf(drawing)
  const isSplit = drawing.tool === 'split'
  return html`${
    drawing.tool === 'region' && layer.classField !== undefined
      ? classChoice(
          drawing,
          layer.classes.flatMap(({ values }) => values),
          language,
        )
      : nothing
  }
    ${
      drawing.tool === 'region'
        ? html`<label class="check"
            ><input
              type="checkbox"
              id="draw-follow"
              .checked=${live(drawing.isFollowing)}
              @change=${() => change({ isFollowing: !drawing.isFollowing })}
            />
            <span>${translate(language, 'draw.follow')}</span></label
          >
            <label class="check"
              ><input
                type="checkbox"
                id="draw-keep-off"
                .checked=${live(drawing.isKeptOff)}
                @change=${() => change({ isKeptOff: !drawing.isKeptOff })}
              />
              <span>${translate(language, 'draw.keep-off')}</span></label
            >`
        : nothing
    }
    <form class="field" @submit=${typed}>
      <label for="draw-place">${translate(language, 'draw.type')}</label>
      <div class="field-row">
        <input id="draw-place" dir="ltr" autocomplete="off" inputmode="text" aria-describedby="draw-place-hint" />
        <button type="submit" class="button plain">${translate(language, 'draw.type.add')}</button>
      </div>
      <p class="quiet" id="draw-place-hint">${translate(language, 'draw.type.hint')}</p>
    </form>
    <p class="draw-live" role="status">${liveText(state, drawing)}</p>
    <div class="field-row">
      <button type="button" class="button primary" id="draw-close" ?disabled=${sketch.length < (isSplit ? 2 : 3)} @click=${finish}>
        ${translate(language, isSplit ? 'draw.cut' : 'draw.close')}
      </button>
      <button type="button" class="button plain" ?disabled=${sketch.length === 0} @click=${takeBack}>${translate(language, 'draw.back')}</button>
      <button type="button" class="button plain" ?disabled=${sketch.length === 0} @click=${startOver}>${translate(language, 'draw.again')}</button>
    </div>
    ${
      sketch.length === 0
        ? nothing
        : cornerList(
            sketch,
            {
              move: (i, place) => setSketch(sketch.with(i, place)),
              remove: (i) => setSketch(sketch.toSpliced(i, 1)),
            },
            language,
          )
    }`

  /** A place is added; nothing typed closes. */
  function typed(event: SubmitEvent): void {
    event.preventDefault()
    const input = (event.currentTarget as HTMLFormElement).querySelector('input')!
    if (input.value.trim() === '') return finish()
    const place = readPlace(input.value)
    input.setCustomValidity(place ? '' : translate(language, 'draw.type.wrong'))
    if (!place) {
      input.reportValidity()
      input.addEventListener('input', () => input.setCustomValidity(''), { once: true })
      return
    }
    input.value = ''
    addTyped(place)
  }
}

function classChoice({ className }: DrawingState, known: readonly string[], language: Language): TemplateResult {
  return html`<div class="field">
    <label for="draw-class">${translate(language, 'draw.class')}</label>
    <input
      id="draw-class"
      list="draw-classes"
      dir="auto"
      maxlength="200"
      autocomplete="off"
      .value=${live(className)}
      @change=${(event: Event) => change({ className: (event.currentTarget as HTMLInputElement).value.trim() })}
    />
    <datalist id="draw-classes">${known.map((value) => html`<option value=${value}></option>`)}</datalist>
  </div>`
}
