import { html, nothing, type TemplateResult } from 'lit/html.js'
import { classText } from '../../../core/classify/classes.ts'
import { classLabel } from '../../../core/format/class-label.ts'
import { formatPosition } from '../../../core/format/position-text.ts'
import { layerWhen } from '../../../core/format/when.ts'
import { languages } from '../../../core/i18n/languages.ts'
import { comma, translate, type Language } from '../../../core/i18n/translate.ts'
import type { Identified } from '../../../core/measure/identify.ts'
import { isMeasured, type Layer } from '../../../core/model/layer.ts'
import { namedSource } from '../../../core/model/sources.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import { forgetPlace } from '../../actions/ask-place.ts'
import { closeIcon } from '../../controls/icons.ts'
import type { PageState } from '../../state/page-state.ts'

/** What every layer says of the place that was clicked, and who says so. */
export function placeCard({ study, place, language }: PageState): TemplateResult | typeof nothing {
  if (!study || !place) return nothing
  const { lon, lat, said } = place
  return html`<section class="place-card" dir=${languages[language].direction} role="status" aria-label=${translate(language, 'page.place')}>
    <h2><bdi>${formatPosition(lon, lat, language)}</bdi></h2>
    <button
      type="button"
      class="icon-button"
      aria-label=${translate(language, 'page.place.close')}
      title=${translate(language, 'page.place.close')}
      @click=${forgetPlace}
    >
      ${closeIcon}
    </button>
    ${
      said === null
        ? html`<p class="quiet">${translate(language, 'page.place.asking')}</p>`
        : said.layers.length === 0
          ? html`<p>${translate(language, 'page.place.nothing')}</p>`
          : html`<ul>
            ${said.layers.map((own) => saying(study, own, said.at, language))}
          </ul>`
    }
  </section>`
}

type Saying = Identified['layers'][number]

function saying(study: Study, own: Saying, at: string | null, language: Language): TemplateResult | typeof nothing {
  const layer = study.layers.find(({ id }) => id === own.layer)
  if (!layer) return nothing
  const sources = own.sources.map((id) => {
    const { title, publisher } = namedSource(study.sources, id)
    return textIn(language, publisher ?? title)
  })
  const name = nameOf(layer, own, language)
  const named = [...new Set(sources)].join(comma(language))
  return html`<li>
    <span class="quiet">${textIn(language, layer.title)} (${layerWhen(layer, at, language)})</span>
    ${isMeasured(layer) ? html`<b>${textIn(language, classLabel(layer, own.class))}</b>` : nothing}
    ${name === null ? nothing : html`<b><bdi>${name}</bdi></b>`}
    <span>${named === '' ? translate(language, 'page.place.no-source') : translate(language, 'page.place.sources', { list: named })}</span>
  </li>`
}

/** What the feature is called, in English where it has no name in the language; `null` where its layer names none. */
function nameOf({ labelField }: Layer, { attributes }: Saying, language: Language): string | null {
  if (!labelField) return null
  return classText(attributes[textIn(language, labelField)]) ?? classText(attributes[labelField.en])
}
