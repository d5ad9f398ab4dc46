import { html, nothing, svg, type TemplateResult } from 'lit/html.js'
import { isNotNamed } from '../../../core/compare/held-ground.ts'
import { shortRangeText } from '../../../core/compare/finding-sentence.ts'
import { precedentTable, type PrecedentTable } from '../../../core/compare/precedent-table.ts'
import { formatShare } from '../../../core/format/format.ts'
import { textIn } from '../../../core/model/text.ts'
import { comma, translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import type { ComparedStudy, Comparison, LayerGround } from '../../../core/compare/comparison-answer.ts'

const panels = [
  ['held-at-announcement', ({ onAnnouncement }) => onAnnouncement?.held ?? null],
  ['held', ({ onDay }) => onDay.held],
  ['shelled', ({ onDay }) => onDay.shelled],
  ['damaged', ({ onDay }) => onDay.damaged],
] as const satisfies readonly (readonly [
  PrecedentTable['rows'][number]['key'],
  (study: ComparedStudy) => LayerGround | null,
])[]

const ticks = [0, 0.5, 1]

/** Shares of every plan as dots on one scale, from what all sources say to what some say, with their intervals as thin lines. */
export function shareChart(comparison: Comparison, { language }: PageState): TemplateResult {
  const { rows } = precedentTable(comparison, language)
  const hasIntervals = comparison.studies.some((study) => panels.some(([, groundOf]) => groundOf(study)?.interval))
  return html`<section class="share-chart" aria-labelledby="share-chart-title">
    <h3 id="share-chart-title">${translate(language, 'page.compare.chart')}</h3>
    <p class="quiet">${translate(language, 'page.compare.chart.about')} ${hasIntervals ? translate(language, 'page.compare.chart.intervals') : nothing}</p>
    <div class="share-panels">
      ${panels.map(([key, groundOf]) => {
        const row = rows.find((one) => one.key === key)
        return row ? panel(row, groundOf, comparison.studies, language) : nothing
      })}
    </div>
  </section>`
}

function panel(
  { caption, cells }: PrecedentTable['rows'][number],
  groundOf: (study: ComparedStudy) => LayerGround | null,
  studies: readonly ComparedStudy[],
  language: PageState['language'],
): TemplateResult {
  const spoken = studies
    .map(({ title }, i) => `${textIn(language, title)}: ${cells[i]!.join(comma(language))}`)
    .join('. ')
  return html`<div class="share-panel" role="img" aria-label="${caption}. ${spoken}">
    <p class="share-caption" aria-hidden="true">${caption}</p>
    ${studies.map((study, i) => {
      const ground = groundOf(study)
      return html`<div class="share-row" aria-hidden="true">
        <span class="share-name">${textIn(language, study.title)}</span>
        ${
          ground &&
          (ground.wideM2 > 0 ||
            (!isNotNamed(ground) && (ground === study.onDay.held || ground === study.onAnnouncement?.held)))
            ? html`${strip(ground)}<span class="share-figure number">${shortRangeText(ground, language)}</span>`
            : html`<span class="share-silence quiet">${cells[i]![0]}</span>`
        }
      </div>`
    })}
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
