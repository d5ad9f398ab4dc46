import { html, nothing, type TemplateResult } from 'lit/html.js'
import { fitOf } from '../../../core/classify/class-mapping.ts'
import { builtClass } from '../../../core/classify/default-classes.ts'
import { formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { textIn } from '../../../core/model/text.ts'
import { comma, translate, type Language } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import { symbolOfClass } from '../../../core/symbology/class-symbol.ts'
import { swatch } from '../../controls/swatch.ts'
import type { PageState } from '../../state/page-state.ts'
import { hasControl } from '../../state/shown-series.ts'
import type { SuggestedClasses } from './suggested-classes.ts'

const mostListed = 12

/** Classes that may be taken, with the values each would have here and those that none would have. */
export function suggestedClassesPanel(way: SuggestedClasses, layer: Layer, state: PageState): TemplateResult {
  const { language } = state
  const { title, field, values, isFromOtherLayer } = way
  const classes = way.classes.map((own, place) => builtClass(own, place, layer.role))
  const { counts, unmapped, missing, empty } = fitOf(classes, values)
  const drawn = { ...layer, classField: field, classes }
  const isTaken = layer.classField === field && JSON.stringify(layer.classes) === JSON.stringify(classes)
  const isFieldThere = values.length > 0
  const list = unmapped
    .slice(0, mostListed)
    .map(({ value, count }) => `${isolated(value)} (${formatNumber(count)})`)
    .join(comma(language))
  const unmappedText = list + (unmapped.length > mostListed ? `${comma(language)}…` : '')
  return html`<details class="way" ?open=${way.isOpen ?? false}>
    <summary>${title}</summary>
    <div class="way-body">
      <p class="quiet wrap">${translate(language, isFieldThere ? 'page.classes.by-field' : 'page.classes.field-missing', { field })}</p>
      <table class="values">
        <thead>
          <tr>
            <th scope="col">${translate(language, 'page.column.class')}</th>
            <th scope="col">${translate(language, 'page.classes.values')}</th>
            <th scope="col" class="number">${translate(language, 'page.settle.count')}</th>
          </tr>
        </thead>
        <tbody>
          ${classes.map(
            (one, i) =>
              html`<tr>
                <th scope="row">${swatch(symbolOfClass(drawn, one.class, i, hasControl(state)))} <bdi>${textIn(language, one.label)}</bdi></th>
                <td class="quiet wrap">${valueList(one.values, language)}</td>
                <td class="number">${formatNumber(counts[i]!)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        unmapped.length > 0
          ? html`<p class="wrap">${translate(language, isFromOtherLayer ? 'page.classes.new-here' : 'page.classes.unmatched', { values: unmappedText })}</p>`
          : nothing
      }
      ${
        isFromOtherLayer && missing.length > 0
          ? html`<p class="quiet wrap">${translate(language, 'page.classes.missing-here', { values: missing.slice(0, mostListed).map(isolated).join(comma(language)) })}</p>`
          : nothing
      }
      ${empty > 0 ? html`<p class="quiet">${translate(language, 'page.classes.empty', { count: formatNumber(empty) })}</p>` : nothing}
      ${
        isTaken
          ? html`<p class="quiet" role="status">${translate(language, 'page.classes.taken')}</p>`
          : html`<button
            type="button"
            class="button plain"
            ?disabled=${!isFieldThere}
            @click=${() => void changeLayerOptions(layer.id, { classField: field, classes })}
          >
            ${translate(language, 'page.classes.take')}
          </button>`
      }
    </div>
  </details>`
}

/** Values keep their own direction inside a sentence. */
const isolated = (value: string): string => `\u2068${value}\u2069`

function valueList(values: readonly string[], language: Language): TemplateResult[] {
  return values.map(
    (value, i) =>
      html`${i > 0 ? comma(language) : nothing}<bdi>${value === '' ? translate(language, 'class.empty') : value}</bdi>`,
  )
}
