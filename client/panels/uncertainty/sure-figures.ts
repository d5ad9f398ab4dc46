import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Uncertainty } from '../../../core/uncertainty/uncertainty.ts'
import { formatHectares, formatNumber, formatShare } from '../../../core/format/format.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import { contributionTable } from './contribution-table.ts'
import { corrections } from './corrections.ts'
import { curves } from './curves.ts'
import { figureTable } from './figure-table.ts'
import { className, layerTitle } from './names.ts'

/** How sure each figure is, what that comes from, and what it would be with other accuracies. */
export function sureFigures(state: PageState, uncertainty: Uncertainty): TemplateResult {
  const { language } = state
  const { method, notes, openOrders } = uncertainty
  const kind =
    method.draws > 0
      ? translate(language, 'sure.kind.draws', { draws: formatNumber(method.draws), seed: method.seed })
      : translate(language, 'sure.kind.estimate')
  const missing = notes.filter(({ code }) => code === 'accuracy-missing' || code === 'bounds-too-fine')
  return html`${figureTable(state, uncertainty)}
    <p class="quiet">${kind}. ${translate(language, 'sure.kind.bounds', { sigmas: method.bandSigmas })}. ${translate(language, 'sure.covariance')}</p>
    ${missing.map(({ code, values }) => html`<p class="quiet">${translate(language, `note.${code}`, values)}</p>`)}
    ${unattributed(state, uncertainty)}
    ${openOrders.map(
      ({ layer, larger, smaller, probability }) =>
        html`<p class="open-order">${translate(language, 'sure.open-order', {
          layer: layerTitle(state, layer),
          larger: className(state, layer, larger),
          smaller: className(state, layer, smaller),
          share: formatShare(probability, language, 0),
        })}</p>`,
    )}
    ${contributionTable(state, uncertainty)} ${curves(state, uncertainty)} ${corrections(state)}`
}

const leastShownM2 = 5_000

/** How much of the plan each layer cannot attribute. */
function unattributed(state: PageState, { layers }: Uncertainty): TemplateResult | typeof nothing {
  const { language } = state
  const known = layers.filter(({ unattributedM2 }) => unattributedM2 !== undefined && unattributedM2 > leastShownM2)
  if (known.length === 0) return nothing
  return html`<h4>${translate(language, 'sure.unattributed')}</h4>
    <ul class="plain-list">
      ${known.map(
        ({ name, bandM, unattributedM2, unattributedShare }) =>
          html`<li>${translate(language, 'sure.unattributed.layer', {
            layer: layerTitle(state, name),
            area: formatHectares(unattributedM2!, language, 0),
            share: formatShare(unattributedShare!, language, 0),
            metres: formatNumber(bandM!),
          })}</li>`,
      )}
    </ul>`
}
