import { html, nothing, svg, type TemplateResult } from 'lit/html.js'
import { shortRangeText } from '../../../core/compare/finding-sentence.ts'
import { sharePanels, type SharePanel } from '../../../core/compare/share-panels.ts'
import { formatShare } from '../../../core/format/format.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Comparison, LayerGround } from '../../../core/compare/comparison-answer.ts'

const ticks = [0, 0.5, 1]

/** Shares of every plan as dots on one scale, from what all sources say to what some say, with their intervals as thin lines. */
export function shareChart(comparison: Comparison, { language }: PageState): TemplateResult {
  const panels = sharePanels(comparison, language)
  const hasIntervals = panels.some(({ rows }) => rows.some(({ ground }) => ground?.interval))
  return html`<section class="share-chart" aria-labelledby="share-chart-title">
    <h3 id="share-chart-title">${translate(language, 'page.compare.chart')}</h3>
    <p class="quiet">${translate(language, 'page.compare.chart.about')} ${hasIntervals ? translate(language, 'page.compare.chart.intervals') : nothing}</p>
    <div class="share-panels">${panels.map((own) => panel(own, language))}</div>
  </section>`
}

function panel({ caption, rows }: SharePanel, language: PageState['language']): TemplateResult {
  const spoken = rows.map(({ title, text }) => `${title}: ${text}`).join('. ')
  return html`<div class="share-panel" role="img" aria-label="${caption}. ${spoken}">
    <p class="share-caption" aria-hidden="true">${caption}</p>
    ${rows.map(
      ({ title, ground, silence }) => html`<div class="share-row" aria-hidden="true">
        <span class="share-name">${title}</span>
        ${
          ground
            ? html`${strip(ground)}<span class="share-figure number">${shortRangeText(ground, language)}</span>`
            : html`<span class="share-silence quiet">${silence}</span>`
        }
      </div>`,
    )}
    <div class="share-row axis" aria-hidden="true">
      <span></span>
      <span class="share-axis">${ticks.map((share) => html`<span>${formatShare(share, language, 0)}</span>`)}</span>
      <span></span>
    </div>
  </div>`
}

function strip({ lowShare, highShare, interval }: LayerGround): TemplateResult {
  const at = (share: number): string => `${(100 * Math.min(1, Math.max(0, share))).toFixed(3)}%`
  return html`<svg class="share-strip">
    ${ticks.map((share) => svg`<line class="grid" x1=${at(share)} x2=${at(share)} y1="0" y2="100%" />`)}
    ${interval ? svg`<line class="interval" x1=${at(interval.shareLow)} x2=${at(interval.shareHigh)} y1="50%" y2="50%" />` : nothing}
    <line class="range" x1=${at(lowShare)} x2=${at(highShare)} y1="50%" y2="50%" />
    <circle class="all" cx=${at(highShare)} cy="50%" r="5" />
    <circle class="firm" cx=${at(lowShare)} cy="50%" r="4" />
  </svg>`
}
