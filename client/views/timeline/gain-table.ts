import { html, type TemplateResult } from 'lit/html.js'
import { formatHectares, formatHectareValue } from '../../../core/format/format.ts'
import type { Change, ClassChange } from '../../../core/timeline/change.ts'
import { netText } from '../../../core/timeline/net-change.ts'
import { say, type Language } from '../../../core/i18n/say.ts'
import { groundCell } from '../../controls/ground-cell.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Named } from './change-panel.ts'

/** Gains and losses as figures, each one with its ground on the map, and as bars from a common middle; slivers are pale. */
export function gainTable({ classes, layer, from, to }: Change, state: PageState, named: Named): TemplateResult {
  const { language } = state
  const largest = Math.max(...classes.flatMap(({ gainedM2, lostM2 }) => [gainedM2, lostM2]), 1)
  const width = (areaM2: number): string => `inline-size:${(100 * areaM2) / largest}%`
  const bar = (kind: 'lost' | 'gained', areaM2: number, sliverM2: number): TemplateResult =>
    html`<span class="gain-half ${kind}"
      ><span class="gain-bar ${kind}" .style=${width(areaM2 - sliverM2)}></span
      ><span class="gain-bar sliver" .style=${width(sliverM2)}></span
    ></span>`
  const figureCell = (what: 'gained' | 'lost', own: ClassChange): TemplateResult => {
    const areaM2 = what === 'gained' ? own.gainedM2 : own.lostM2
    if (areaM2 === 0) return html`<td class="number">–</td>`
    const figure = signed(what === 'gained' ? '+' : '−', areaM2, language)
    const sliverM2 = own.sliversM2[what]
    const ofWhich =
      sliverM2 > 0 ? say(language, 'page.change.of-which', { area: formatHectares(sliverM2, language) }) : ''
    return groundCell(state, {
      ground: { kind: 'change', what, class: own.class, layer, from, to },
      figure: html`${figure}${ofWhich === '' ? '' : html`<span class="interval">${ofWhich}</span>`}`,
      name: `${named([own.class])}, ${say(language, `page.change.${what}`)}: ${figure} ${ofWhich}`,
    })
  }
  const row = (own: ClassChange): TemplateResult =>
    html`<tr>
      <th scope="row">${named([own.class])}</th>
      ${figureCell('lost', own)}
      <td class="gain-cell" aria-hidden="true">${bar('lost', own.lostM2, own.sliversM2.lost)}${bar('gained', own.gainedM2, own.sliversM2.gained)}</td>
      ${figureCell('gained', own)}
      <td class="number">${netText(own, language)}</td>
      <td class="number">${formatHectareValue(own.unchangedM2, language)}</td>
    </tr>`
  return html`<table class="gain-table">
    <thead>
      <tr>
        <th scope="col">${say(language, 'page.column.class')}</th>
        <th scope="col" class="number">${say(language, 'page.change.lost')}</th>
        <td aria-hidden="true"></td>
        <th scope="col" class="number">${say(language, 'page.change.gained')}</th>
        <th scope="col" class="number">${say(language, 'page.change.net')}</th>
        <th scope="col" class="number">${say(language, 'page.change.kept')}</th>
      </tr>
    </thead>
    <tbody>
      ${classes.filter(({ gainedM2, lostM2, unchangedM2, notKnownM2 = 0 }) => gainedM2 + lostM2 + unchangedM2 + notKnownM2 > 0).map(row)}
    </tbody>
  </table>`
}

const signed = (sign: string, areaM2: number, language: Language): string =>
  `\u2066${sign}${formatHectareValue(areaM2, language)}\u2069`
