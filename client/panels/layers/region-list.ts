import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatHectares, formatShare } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { Place, Region } from '../../../core/drawing/region.ts'
import {
  chooseRegion,
  classify,
  deleteCorner,
  deleteRegion,
  insertCorner,
  merge,
  moveCorner,
} from '../../actions/draw.ts'
import type { DrawingState } from '../../state/drawing-state.ts'
import type { PageState } from '../../state/page-state.ts'
import { cornerList } from './corner-list.ts'
import { areaOf, shareOfPlan } from './drawn-area.ts'

/** The regions of a layer, each with its ground; the chosen one with what can be done with it. */
export function regionList(state: PageState, drawing: DrawingState, layer: Layer): TemplateResult {
  const { language } = state
  const { regions, selected } = drawing
  return html`<fieldset class="field regions">
    <legend>${translate(language, 'draw.regions')}</legend>
    ${regions.length === 0 ? html`<p class="quiet">${translate(language, 'draw.regions.none')}</p>` : nothing}
    ${regions.map((region, i) => {
      const share = shareOfPlan(state, drawing, region)
      return html`<label class="check">
          <input type="radio" name="draw-region" .checked=${live(i === selected)} @change=${() => chooseRegion(i)} />
          <span
            >${nameOf(region, i)}${share === null ? nothing : html` <span class="quiet">${translate(language, 'draw.region.share', { share: formatShare(share, language) })}</span>`}</span
          >
        </label>
        ${i === selected ? chosen(region, i) : nothing}`
    })}
  </fieldset>`

  function nameOf(region: Region, i: number): string {
    const area = formatHectares(areaOf(region), language)
    const own = classOf(region)
    return own === ''
      ? translate(language, 'draw.region', { number: i + 1, area })
      : translate(language, 'draw.region.class', { number: i + 1, class: own, area })
  }

  function classOf({ properties }: Region): string {
    const value = layer.classField === undefined ? null : properties[layer.classField]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }

  function chosen(region: Region, number: number): TemplateResult {
    const others = regions.flatMap((other, i) => (i === number ? [] : [{ other, i }]))
    return html`<div class="chosen-region indented">
      ${
        layer.classField === undefined
          ? nothing
          : html`<label for="region-class">${translate(language, 'draw.region.choose')}</label>
            <input
              id="region-class"
              list="region-classes"
              dir="auto"
              maxlength="200"
              autocomplete="off"
              .value=${live(classOf(region))}
              @change=${(event: Event) => classify(number, (event.currentTarget as HTMLInputElement).value.trim())}
            />
            <datalist id="region-classes">
              ${layer.classes.flatMap(({ values }) => values).map((value) => html`<option value=${value}></option>`)}
            </datalist>`
      }
      ${
        drawing.tool === 'merge' && others.length > 0
          ? html`<form class="field-row" @submit=${(event: SubmitEvent) => mergeWith(event, number)}>
              <label for="merge-with">${translate(language, 'draw.merge.with')}</label>
              <select id="merge-with">
                ${others.map(({ other, i }) => html`<option value=${i}>${nameOf(other, i)}</option>`)}
              </select>
              <button type="submit" class="button plain">${translate(language, 'draw.merge.do')}</button>
            </form>`
          : nothing
      }
      ${drawing.tool === 'corners' ? region.polygons.flat().map((ring) => corners(ring)) : nothing}
      <button type="button" class="button danger" @click=${() => deleteRegion(number)}>
        ${translate(language, 'draw.region.delete', { number: number + 1 })}
      </button>
    </div>`
  }

  function corners(ring: readonly Place[]): TemplateResult {
    return cornerList(
      ring,
      {
        move: (i, place) => moveCorner(ring[i]!, place),
        remove: (i) => deleteCorner(ring[i]!),
        insert: (i) => {
          const [from, to] = [ring[i]!, ring[(i + 1) % ring.length]!]
          insertCorner(from, to, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])
        },
      },
      language,
    )
  }
}

function mergeWith(event: SubmitEvent, number: number): void {
  event.preventDefault()
  merge(number, Number((event.currentTarget as HTMLFormElement).querySelector('select')!.value))
}
