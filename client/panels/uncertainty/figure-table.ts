import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { FigureUncertainty, Uncertainty } from '../../../core/uncertainty/uncertainty.ts'
import { formatHectareValue } from '../../../core/format/format.ts'
import { formatInterval } from '../../../core/format/interval-text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import { intervalOf, isShown, type LayerSubject } from '../../controls/estimate.ts'
import { figureName, layerTitle } from './names.ts'

/** Every area with its interval and its bounds, the layers one after another. */
export function figureTable(state: PageState, { figures }: Uncertainty): TemplateResult {
  const { language } = state
  const shown = figures.filter(isShown).map((figure) => ({ figure, subject: figure.subject as LayerSubject }))
  let before = ''
  return html`<table class="sure-table">
    <caption>${translate(language, 'sure.areas')}</caption>
    <thead>
      <tr>
        <th scope="col"><span class="visually-hidden">${translate(language, 'page.column.class')}</span></th>
        <th scope="col" class="number">${translate(language, figures.some(({ draws }) => draws) ? 'sure.head.draws' : 'sure.head.estimate')}</th>
        <th scope="col" class="number">${translate(language, 'sure.head.bounds')}</th>
      </tr>
    </thead>
    <tbody>
      ${shown.map(({ figure, subject }) => {
        const layer = subject.kind === 'plan' ? '' : subject.layer
        const head =
          layer === before
            ? nothing
            : html`<tr class="group"><th colspan="3" scope="rowgroup">${layerTitle(state, layer)}</th></tr>`
        before = layer
        return html`${head}
          <tr>
            <th scope="row">${figureName(state, subject)}</th>
            <td class="number">${intervalText(figure, state)}</td>
            <td class="number">${boundsText(figure, state)}</td>
          </tr>`
      })}
    </tbody>
  </table>`
}

const intervalText = (figure: FigureUncertainty, { language }: PageState): string =>
  formatInterval(figure.areaM2, intervalOf(figure), language) ?? translate(language, 'sure.unknown')

function boundsText({ bounds }: FigureUncertainty, { language, sure }: PageState): string {
  if (!bounds) return sure.drawing === null ? translate(language, 'sure.unknown') : '…'
  const [low, high] = [bounds.minM2, bounds.maxM2].map((areaM2) => wholeHectares(areaM2, language))
  return translate(language, 'interval.ends', { low: low!, high: high! })
}

/** Bounds are wide: hectares without decimals from ten on. */
const wholeHectares = (areaM2: number, language: PageState['language']): string =>
  areaM2 === 0
    ? '0'
    : areaM2 >= 100_000
      ? formatHectareValue(Math.round(areaM2 / 10_000) * 10_000, language).replace(/\.0$/, '')
      : formatHectareValue(areaM2, language)
