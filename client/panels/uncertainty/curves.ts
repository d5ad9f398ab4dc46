import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Uncertainty } from '../../../core/uncertainty/uncertainty.ts'
import { formatHectareValue, formatNumber, formatShare } from '../../../core/format/format.ts'
import { formatInterval } from '../../../core/format/interval-text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import { isShown, type LayerSubject } from '../../controls/estimate.ts'
import { lineChart } from './line-chart.ts'
import { chartFigure } from '../../actions/load-sure.ts'
import { figureName, layerTitle } from './names.ts'

const haOf = (areaM2: number): number => areaM2 / 10_000

/** How the areas depend on the accuracies, on the radius that makes ground of points, and on the damage that counts. */
export function curves(state: PageState, uncertainty: Uncertainty): TemplateResult {
  const { radius, threshold } = uncertainty.sensitivity
  return html`${sigmaCurve(state, uncertainty)} ${radius.map((curve) => radiusCurve(state, curve))} ${threshold.map((curve) => thresholdCurve(state, curve))}`
}

function sigmaCurve(
  state: PageState,
  { figures, sensitivity: { sigma }, planM2 }: Uncertainty,
): TemplateResult | typeof nothing {
  const { language, sure } = state
  const choices = figures.flatMap((figure, place) =>
    isShown(figure) && figure.draws ? [{ place, subject: figure.subject as LayerSubject }] : [],
  )
  const place = sure.charted ?? choices.find(({ subject }) => subject.kind === 'class')?.place ?? choices[0]?.place
  if (sigma.length === 0 || place === undefined || !choices.some((choice) => choice.place === place)) return nothing
  const subject = figures[place]!.subject as LayerSubject
  const points = sigma.map(({ factor, figures: own }) => ({ x: factor, ...own[place]! }))
  const name = figureName(state, subject)
  return html`<section>
    <h4>${translate(language, 'sure.curve.sigma')}</h4>
    <label class="field">
      <span class="visually-hidden">${translate(language, 'sure.curve.choose')}</span>
      <select @change=${(event: Event) => chartFigure(Number((event.target as HTMLSelectElement).value))}>
        ${choices.map((choice) => html`<option value=${choice.place} ?selected=${choice.place === place}>${optionName(state, choice.subject)}</option>`)}
      </select>
    </label>
    ${lineChart({
      label: translate(language, 'sure.curve.sigma.label', { name }),
      xLabel: translate(language, 'sure.curve.sigma.x'),
      yLabel: translate(language, 'sure.curve.y', { name }),
      points: points.map(({ x, meanM2, lowM2, highM2 }) => ({
        x,
        y: haOf(meanM2),
        low: haOf(lowM2),
        high: haOf(highM2),
      })),
      chosen: 1,
    })}
    ${figuresTable(
      state,
      [
        translate(language, 'sure.curve.sigma.x'),
        translate(language, 'page.column.ha'),
        translate(language, 'page.column.share'),
      ],
      points.map(({ x, meanM2, lowM2, highM2 }) => [
        formatNumber(x, x % 1 === 0 ? 0 : 2),
        formatInterval(meanM2, { low: lowM2, high: highM2 }, language) ?? '',
        formatShare(meanM2 / planM2, language),
      ]),
    )}
  </section>`
}

const optionName = (state: PageState, subject: LayerSubject): string =>
  subject.kind === 'plan'
    ? figureName(state, subject)
    : `${layerTitle(state, subject.layer)}: ${figureName(state, subject)}`

function radiusCurve(
  state: PageState,
  { layer, by, chosenM, points }: Uncertainty['sensitivity']['radius'][number],
): TemplateResult {
  const { language } = state
  const title = layerTitle(state, layer)
  return html`<section>
    <h4>${translate(language, `sure.curve.${by}`, { layer: title })}</h4>
    ${chosenM === null ? html`<p class="quiet">${translate(language, 'sure.curve.counted')}</p>` : nothing}
    ${lineChart({
      label: translate(language, `sure.curve.${by}`, { layer: title }),
      xLabel: translate(language, `sure.curve.${by}.x`),
      yLabel: translate(language, 'sure.curve.y', { name: title }),
      points: points.map(({ lengthM, areaM2 }) => ({ x: lengthM, y: haOf(areaM2) })),
      chosen: chosenM,
    })}
    ${figuresTable(
      state,
      [
        translate(language, `sure.curve.${by}.x`),
        translate(language, 'page.column.ha'),
        translate(language, 'page.column.share'),
      ],
      points.map(({ lengthM, areaM2, share }) => [
        formatNumber(lengthM),
        formatHectareValue(areaM2, language),
        formatShare(share, language),
      ]),
    )}
  </section>`
}

function thresholdCurve(
  state: PageState,
  { layer, points }: Uncertainty['sensitivity']['threshold'][number],
): TemplateResult {
  const { language } = state
  const title = layerTitle(state, layer)
  const isCount = points.every(({ count }) => count !== undefined)
  const names = points.map(({ grade }) => translate(language, `sure.grade.${grade}` as 'sure.grade.severe'))
  return html`<section>
    <h4>${translate(language, 'sure.curve.threshold', { layer: title })}</h4>
    ${lineChart({
      label: translate(language, 'sure.curve.threshold', { layer: title }),
      xLabel: names.map((name, i) => `${i + 1} ${name}`).join(' · '),
      yLabel: isCount ? translate(language, 'sure.curve.count') : translate(language, 'sure.curve.y', { name: title }),
      points: points.map(({ areaM2, count }, i) => ({ x: i + 1, y: count ?? haOf(areaM2 ?? 0) })),
      chosen: null,
    })}
    ${figuresTable(
      state,
      [
        translate(language, 'sure.curve.threshold.x'),
        isCount ? translate(language, 'sure.curve.count') : translate(language, 'page.column.ha'),
        translate(language, 'page.column.share'),
      ],
      points.map(({ areaM2, share, count }, i) => [
        names[i]!,
        count === undefined ? formatHectareValue(areaM2 ?? 0, language) : formatNumber(count),
        share === undefined ? '' : formatShare(share, language),
      ]),
    )}
  </section>`
}

/** The figures of a chart as a table, one click away. */
function figuresTable(
  { language }: PageState,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): TemplateResult {
  return html`<details>
    <summary>${translate(language, 'sure.curve.table')}</summary>
    <table class="sure-table">
      <thead><tr>${heads.map((head, i) => html`<th scope="col" class=${i === 0 ? '' : 'number'}>${head}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}
      </tbody>
    </table>
  </details>`
}
