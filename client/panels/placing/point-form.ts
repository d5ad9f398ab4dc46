import { html, nothing, type TemplateResult } from 'lit/html.js'
import { placeText, readPlace } from '../../../core/drawing/read-place.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import type { Position } from '../../../core/picture/transform.ts'
import { addPoint, giveHalf } from '../../actions/place-picture.ts'
import type { PageState } from '../../state/page-state.ts'
import type { PlacingState } from '../../state/placing-state.ts'

/** A point by its coordinates: typed, what a click has given already standing there, or the place of a name that the study knows. */
export function pointForm(state: PageState, { half }: PlacingState): TemplateResult {
  const { language } = state
  const places = namedPlaces(state)
  return html`<form class="placing-new" @submit=${(event: SubmitEvent) => add(event, language)}>
    <div class="placing-inputs">
      <div class="field">
        <label for="placing-x">${translate(language, 'placing.x')}</label>
        <input id="placing-x" name="x" type="number" step="any" dir="ltr" required .value=${half.pixel ? String(half.pixel[0]) : ''} />
      </div>
      <div class="field">
        <label for="placing-y">${translate(language, 'placing.y')}</label>
        <input id="placing-y" name="y" type="number" step="any" dir="ltr" required .value=${half.pixel ? String(half.pixel[1]) : ''} />
      </div>
      <div class="field">
        <label for="placing-place">${translate(language, 'placing.place')}</label>
        <input id="placing-place" name="place" dir="ltr" autocomplete="off" required .value=${half.place ? placeText(half.place) : ''} @input=${mended} />
      </div>
    </div>
    <div class="field-row">
      <button type="submit" class="button plain" id="placing-add">${translate(language, 'placing.add')}</button>
      ${
        places.length === 0
          ? nothing
          : html`<select
              id="placing-known"
              aria-label=${translate(language, 'placing.known')}
              @change=${(event: Event) => {
                const select = event.currentTarget as HTMLSelectElement
                const chosen = places[Number(select.value)]
                if (select.value !== '' && chosen) giveHalf({ place: chosen.place })
                select.value = ''
              }}
            >
              <option value="">${translate(language, 'placing.known')}: ${translate(language, 'placing.known.none')}</option>
              ${places.map(({ name }, i) => html`<option value=${i}>${name}</option>`)}
            </select>`
      }
    </div>
  </form>`
}

const mended = (event: Event): void => (event.currentTarget as HTMLInputElement).setCustomValidity('')

function add(event: SubmitEvent, language: Language): void {
  event.preventDefault()
  const form = event.currentTarget as HTMLFormElement
  const [x, y, placeInput] = ['x', 'y', 'place'].map((name) => form.elements.namedItem(name) as HTMLInputElement)
  const place = readPlace(placeInput!.value)
  if (!place) {
    placeInput!.setCustomValidity(translate(language, 'draw.type.wrong'))
    placeInput!.reportValidity()
    return
  }
  addPoint({ x: x!.valueAsNumber, y: y!.valueAsNumber, lon: place[0], lat: place[1] })
  form.reset()
  x!.focus()
}

type NamedPlace = { readonly name: string; readonly place: Position }

/** Points of the study that have a name: a place that a map shows too. */
function namedPlaces({ study, features, language }: PageState): NamedPlace[] {
  const places = (study?.layers ?? []).flatMap(({ id, labelField, geometryType }) => {
    const loaded = labelField && geometryType === 'point' ? features.get(id) : undefined
    if (!loaded || !labelField) return []
    const field = (language === 'ar' && labelField.ar) || labelField.en
    return loaded.ground.features.flatMap(({ geometry, properties }): NamedPlace[] => {
      const name: unknown = properties?.[field]
      if (geometry?.type !== 'Point' || typeof name !== 'string' || name === '') return []
      const [lon, lat] = geometry.coordinates
      return [{ name, place: [lon!, lat!] }]
    })
  })
  return places.toSorted((a, b) => a.name.localeCompare(b.name, language))
}
