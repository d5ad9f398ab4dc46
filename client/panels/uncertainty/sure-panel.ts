import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Uncertainty } from '../../../core/uncertainty/uncertainty.ts'
import { formatHectares, formatNumber, formatShare } from '../../../core/format/format.ts'
import { say } from '../../../core/i18n/say.ts'
import { problemText } from '../../api/page-problem.ts'
import type { PageState } from '../../state/page-state.ts'
import { contributionTable } from './contribution-table.ts'
import { corrections } from './corrections.ts'
import { curves } from './curves.ts'
import { figureTable } from './figure-table.ts'
import { toggleSure } from '../../actions/load-sure.ts'
import { className, layerTitle } from './names.ts'

/** "How sure is this?": closed until asked for, because its draws take a while. */
export function surePanel(state: PageState): TemplateResult {
  const { language, sure } = state
  const { isOpen, uncertainty, drawing, problem } = sure
  const text = say(language, 'sure.working')
  return html`<section class="sure" aria-labelledby="sure-title">
    <h3 id="sure-title">
      <button type="button" class="link" aria-expanded=${isOpen} aria-controls="sure" @click=${toggleSure}>${say(language, 'sure.title')}</button>
    </h3>
    <div id="sure" ?hidden=${!isOpen}>
      ${isOpen && problem ? html`<p class="problem" role="alert">${problemText(problem, language)}</p>` : nothing}
      ${
        isOpen && drawing !== null
          ? html`<div class="progress" role="status"><progress aria-label=${text} max="1" value=${drawing}></progress><span>${text}</span></div>`
          : nothing
      }
      ${isOpen && uncertainty ? content(state, uncertainty) : nothing}
    </div>
  </section>`
}

function content(state: PageState, uncertainty: Uncertainty): TemplateResult {
  const { language } = state
  const { method, notes, openOrders } = uncertainty
  const kind =
    method.draws > 0
      ? say(language, 'sure.kind.draws', { draws: formatNumber(method.draws), seed: method.seed })
      : say(language, 'sure.kind.estimate')
  const missing = notes.filter(({ code }) => code === 'accuracy-missing' || code === 'bounds-too-fine')
  return html`${figureTable(state, uncertainty)}
    <p class="quiet">${kind}. ${say(language, 'sure.kind.bounds', { sigmas: method.bandSigmas })}. ${say(language, 'sure.covariance')}</p>
    ${missing.map(({ code, values }) => html`<p class="quiet">${say(language, `note.${code}`, values)}</p>`)}
    ${unattributed(state, uncertainty)}
    ${openOrders.map(
      ({ layer, larger, smaller, probability }) =>
        html`<p class="open-order">${say(language, 'sure.open-order', {
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
  return html`<h4>${say(language, 'sure.unattributed')}</h4>
    <ul class="plain-list">
      ${known.map(
        ({ name, bandM, unattributedM2, unattributedShare }) =>
          html`<li>${say(language, 'sure.unattributed.layer', {
            layer: layerTitle(state, name),
            area: formatHectares(unattributedM2!, language, 0),
            share: formatShare(unattributedShare!, language, 0),
            metres: formatNumber(bandM!),
          })}</li>`,
      )}
    </ul>`
}
