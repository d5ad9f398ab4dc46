import { html, type TemplateResult } from 'lit/html.js'
import { formatHectares, formatHectareValue } from '../../../core/format/format.ts'
import { netText } from '../../../core/timeline/net-change.ts'
import type { OwnerNames } from '../../../core/timeline/owner-text.ts'
import { areOfZones } from '../../../core/timeline/zones-change.ts'
import { gainRows, type GainRow } from '../../../core/charts/gain-rows.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { groundCell } from '../../controls/ground-cell.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Change } from '../../../core/timeline/timeline-answer.ts'

/** Gains and losses of each party as figures, with their ground on the map, and as bars from a common middle; slivers are pale. */
export function gainTable(change: Change, state: PageState, named: OwnerNames): TemplateResult {
  const { layer, from, to } = change
  const { language, study } = state
  const whose = study && areOfZones(study, [change]) ? 'page.column.class' : 'page.change.whose'
  const rows = gainRows(change, named, language)
  const largest = Math.max(...rows.flatMap(({ change }) => [change.gainedM2, change.lostM2]), 1)
  const width = (areaM2: number): string => `inline-size:${(100 * areaM2) / largest}%`
  const bar = (kind: 'lost' | 'gained', areaM2: number, sliverM2: number): TemplateResult =>
    html`<span class="gain-half ${kind}"
      ><span class="gain-bar ${kind}" .style=${width(areaM2 - sliverM2)}></span
      ><span class="gain-bar sliver" .style=${width(sliverM2)}></span
    ></span>`
  const figureCell = (what: 'gained' | 'lost', { name, change, drawn }: GainRow): TemplateResult => {
    const areaM2 = what === 'gained' ? change.gainedM2 : change.lostM2
    if (areaM2 === 0) return html`<td class="number">–</td>`
    const figure = signed(what === 'gained' ? '+' : '−', areaM2, language)
    const sliverM2 = change.sliversM2[what]
    const ofWhich =
      sliverM2 > 0 ? translate(language, 'page.change.of-which', { area: formatHectares(sliverM2, language) }) : ''
    const text = html`${figure}${ofWhich === '' ? '' : html`<span class="interval">${ofWhich}</span>`}`
    if (!drawn) return html`<td class="number">${text}</td>`
    const { fromClasses, toClasses } = drawn
    return groundCell(state, {
      ground: { kind: 'change', what, fromClasses, toClasses, layer, from, to },
      figure: text,
      name: `${name}, ${translate(language, `page.change.${what}`)}: ${figure} ${ofWhich}`,
    })
  }
  const row = (own: GainRow): TemplateResult =>
    html`<tr>
      <th scope="row">${own.name}</th>
      ${figureCell('lost', own)}
      <td class="gain-cell" aria-hidden="true">${bar('lost', own.change.lostM2, own.change.sliversM2.lost)}${bar('gained', own.change.gainedM2, own.change.sliversM2.gained)}</td>
      ${figureCell('gained', own)}
      <td class="number">${netText(own.change, language)}</td>
      <td class="number">${formatHectareValue(own.change.unchangedM2, language)}</td>
    </tr>`
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${translate(language, whose)}>
  <table class="gain-table">
    <thead>
      <tr>
        <th scope="col">${translate(language, whose)}</th>
        <th scope="col" class="number">${translate(language, 'page.change.lost')}</th>
        <td aria-hidden="true"></td>
        <th scope="col" class="number">${translate(language, 'page.change.gained')}</th>
        <th scope="col" class="number">${translate(language, 'page.change.net')}</th>
        <th scope="col" class="number">${translate(language, 'page.change.kept')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(row)}
    </tbody>
  </table>
  </div>`
}

const signed = (sign: string, areaM2: number, language: Language): string =>
  `\u2066${sign}${formatHectareValue(areaM2, language)}\u2069`
