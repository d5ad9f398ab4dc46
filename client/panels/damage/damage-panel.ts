import { html, nothing, type TemplateResult } from 'lit/html.js'
import { damageSentences } from '../../../core/damage/damage-sentences.ts'
import type { DamageList, DamageReport } from '../../../core/damage/damage-answer.ts'
import { formatNumber } from '../../../core/format/format.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { openLayerPanel, changeLayerOptions } from '../../actions/change-layer-options.ts'
import { noteList } from '../../controls/note-list.ts'
import type { PageState } from '../../state/page-state.ts'
import { imageBars } from './image-bars.ts'
import { imageTable } from './image-table.ts'
import { unitSites } from './unit-sites.ts'

/** What the study's lists of damaged sites come to: totals, images, units, and the rule of the clusters. */
export function damagePanel(state: PageState): TemplateResult | typeof nothing {
  const { damage } = state
  return damage === null ? nothing : html`${damage.lists.map((list) => listPanel(state, damage, list))}`
}

function listPanel(state: PageState, report: DamageReport, list: DamageList): TemplateResult {
  const { language } = state
  const [totals, ...others] = damageSentences(report, list, language)
  return html`<section class="list-panel">
    <h3>${textIn(language, list.title)}</h3>
    ${
      list.whole === null
        ? openPanel(state, list)
        : html`<p class="list-total">${totals}</p>
          ${imageBars(state, list, list.whole)}
          <ul class="sentences">
            ${others.map((text) => html`<li>${text}</li>`)}
          </ul>
          ${noteList(
            report.notes.filter(({ layer }) => layer === list.layer),
            language,
            state.study,
          )}
          ${imageTable(state, list.whole)} ${unitSites(state, list)}`
    }
  </section>`
}

/** Which way the codes run: what each way would come to, to be chosen. */
function openPanel({ language, study }: PageState, { images, readings }: DamageList): TemplateResult {
  const last = images.at(-1)!
  const layer = study?.layers.find(({ id }) => id === last.layer)
  return html`<p>${translate(language, 'damage.open')}</p>
    ${
      readings.length === 0
        ? html`<p>${translate(language, 'damage.open.classes')}</p>
          <button type="button" class="button plain" @click=${() => openLayerPanel(last.layer)}>
            ${translate(language, 'page.layer.settings', { layer: layer ? textIn(language, layer.title) : '' })}
          </button>`
        : html`<ul class="choices">
          ${readings.map(
            ({ destroyed, destroyedCount, affected }) =>
              html`<li>
                <button type="button" class="choice" @click=${() => void changeLayerOptions(last.layer, { destroyed })}>
                  ${translate(language, 'damage.open.choose', { code: destroyed, destroyed: formatNumber(destroyedCount), affected: formatNumber(affected) })}
                </button>
              </li>`,
          )}
        </ul>`
    }`
}
