import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Fault, ValidityReport } from '../../../core/geometry-check/fault.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { checkLayer, showFault } from '../../actions/check-layer.ts'
import { problemText } from '../../api/page-problem.ts'
import type { LayerPanel, PageState } from '../../state/page-state.ts'

const mostRows = 50
/** Differences up to this are told in square metres. */
const smallM2 = 100

/** What is wrong with the layer's geometry, once it has been asked: per fault its place on the map and both areas. */
export function validitySettings({ language }: PageState, layer: Layer, { check }: LayerPanel): TemplateResult {
  return html`<div class="field">
    <h3>${translate(language, 'page.check')}</h3>
    ${
      check === null
        ? html`<button type="button" class="button plain" @click=${() => void checkLayer(layer.id)}>
          ${translate(language, 'page.check.do')}
        </button>`
        : nothing
    }
    <div role="status">
      ${check && !check.report && !check.problem ? html`<p>${translate(language, 'page.check.busy')}</p>` : nothing}
      ${check?.problem ? html`<p class="problem wrap">${problemText(check.problem, language)}</p>` : nothing}
      ${check?.report ? html`<p>${summary(check.report, language)}</p>` : nothing}
    </div>
    ${check?.report?.kinds.map((kind) => faultTable(check.report!, kind, layer, check.shown, language))}
    ${
      check?.report && check.report.unlisted > 0
        ? html`<p class="quiet">${translate(language, 'page.check.unlisted', { count: formatNumber(check.report.unlisted) })}</p>`
        : nothing
    }
    ${
      check?.report && check.report.uncompared > 0
        ? html`<p class="quiet">${translate(language, 'page.check.uncompared', { count: formatNumber(check.report.uncompared) })}</p>`
        : nothing
    }
  </div>`
}

function summary({ features, kinds }: ValidityReport, language: Language): string {
  const count = kinds.reduce((sum, kind) => sum + kind.count, 0)
  const values = { count: formatNumber(count), features: formatNumber(features) }
  return translate(language, count === 0 ? 'page.check.none' : 'page.check.found', values)
}

function faultTable(
  report: ValidityReport,
  { kind, count }: ValidityReport['kinds'][number],
  layer: Layer,
  shown: number | null,
  language: Language,
): TemplateResult {
  const rows = report.faults.map((fault, place) => ({ fault, place })).filter(({ fault }) => fault.kind === kind)
  const hasArea = layer.geometryType === 'polygon'
  const more = rows.length - mostRows
  return html`<table class="faults">
      <caption>
        <strong>${translate(language, `validity.${kind}`)}</strong> (${formatNumber(count)})
        <span class="quiet">${translate(language, `validity.${kind}.engine`)}</span>
        ${
          hasArea
            ? html`<span class="quiet">${translate(language, 'page.check.otherwise')}: ${translate(language, `validity.${kind}.otherwise`)}</span>`
            : nothing
        }
      </caption>
      <thead>
        <tr>
          <th scope="col">${translate(language, 'page.check.feature')}</th>
          ${
            hasArea
              ? html`<th scope="col" class="number">${translate(language, 'page.check.counted')}</th>
                <th scope="col" class="number">${translate(language, 'page.check.otherwise')}</th>`
              : nothing
          }
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, mostRows).map(
          ({ fault, place }) =>
            html`<tr class=${place === shown ? 'lit' : ''}>
              <th scope="row">${placeButton(fault, place, layer, shown, language)}</th>
              ${
                hasArea
                  ? html`<td class="number">${formatNumber(fault.areaM2 / 10_000, 2)}</td>
                    <td class="number">${otherwiseText(fault, language)}</td>`
                  : nothing
              }
            </tr>`,
        )}
      </tbody>
    </table>
    ${more > 0 ? html`<p class="quiet">${translate(language, 'page.check.more', { count: formatNumber(more) })}</p>` : nothing}`
}

/** The feature's number in its file; a button where there is a place to go to. */
function placeButton(
  fault: Fault,
  place: number,
  { id }: Layer,
  shown: number | null,
  language: Language,
): TemplateResult {
  const { feature, other, ring } = fault
  const numbers = other === undefined ? `${feature}` : `${other} + ${feature}`
  const text = html`<bdi>${numbers}</bdi>${
    ring !== undefined && ring > 1
      ? html` <span class="quiet">${translate(language, 'page.check.ring', { ring })}</span>`
      : nothing
  }`
  if (fault.place === null) return text
  const label = translate(language, 'page.check.show', { feature: numbers })
  return html`<button
    type="button"
    class="link"
    aria-label=${label}
    aria-pressed=${place === shown}
    @click=${() => showFault(id, place)}
  >
    ${text}
  </button>`
}

function otherwiseText({ areaM2, otherwiseM2 }: Fault, language: Language): string {
  const change = otherwiseM2 - areaM2
  if (Math.abs(change) < 0.05) return translate(language, 'page.check.same')
  if (Math.abs(change) > smallM2) return formatNumber(otherwiseM2 / 10_000, 2)
  return translate(language, 'unit.m2', { value: `\u2066${change > 0 ? '+' : ''}${formatNumber(change, 1)}\u2069` })
}
