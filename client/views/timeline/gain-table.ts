import { html, type TemplateResult } from 'lit/html.js'
import { formatHectares, formatHectareValue } from '../../../core/format/format.ts'
import { netText } from '../../../core/timeline/net-change.ts'
import { ownerText, type OwnerNames } from '../../../core/timeline/owner-text.ts'
import { isOneReading } from '../../../core/timeline/party-change-text.ts'
import { areOfZones } from '../../../core/timeline/zones-change.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { groundCell } from '../../controls/ground-cell.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Change, PartyChange, ReadingChange } from '../../../core/timeline/timeline-answer.ts'

/** What a row is of: a party by one end of its readings; what any source names is one with its ground on the map. */
type Row = {
  readonly name: string
  readonly change: ReadingChange
  readonly drawn: Pick<PartyChange, 'fromClasses' | 'toClasses'> | null
}

/** Gains and losses of each party as figures, with their ground on the map, and as bars from a common middle; slivers are pale. */
export function gainTable(change: Change, state: PageState, named: OwnerNames): TemplateResult {
  const { parties, layer, from, to } = change
  const { language, study } = state
  const whose = study && areOfZones(study, [change]) ? 'page.column.class' : 'page.change.whose'
  const rows = parties.flatMap((own) => rowsOf(own, named, language))
  const largest = Math.max(...rows.flatMap(({ change }) => [change.gainedM2, change.lostM2]), 1)
  const width = (areaM2: number): string => `inline-size:${(100 * areaM2) / largest}%`
  const bar = (kind: 'lost' | 'gained', areaM2: number, sliverM2: number): TemplateResult =>
    html`<span class="gain-half ${kind}"
      ><span class="gain-bar ${kind}" .style=${width(areaM2 - sliverM2)}></span
      ><span class="gain-bar sliver" .style=${width(sliverM2)}></span
    ></span>`
  const figureCell = (what: 'gained' | 'lost', { name, change, drawn }: Row): TemplateResult => {
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
  const row = (own: Row): TemplateResult =>
    html`<tr>
      <th scope="row">${own.name}</th>
      ${figureCell('lost', own)}
      <td class="gain-cell" aria-hidden="true">${bar('lost', own.change.lostM2, own.change.sliversM2.lost)}${bar('gained', own.change.gainedM2, own.change.sliversM2.gained)}</td>
      ${figureCell('gained', own)}
      <td class="number">${netText(own.change, language)}</td>
      <td class="number">${formatHectareValue(own.change.unchangedM2, language)}</td>
    </tr>`
  return html`<table class="gain-table">
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
  </table>`
}

/** One row where both ends are alike, else one for what all sources name and one for what any does; none where neither day has ground. */
function rowsOf(own: PartyChange, named: OwnerNames, language: Language): Row[] {
  const { agreed, all, fromClasses, toClasses } = own
  const name = ownerText(own, named, language)
  const ofAll = { change: all, drawn: { fromClasses, toClasses } }
  const rows = isOneReading(own)
    ? [{ name, ...ofAll }]
    : [
        { name: translate(language, 'change.of-all-sources', { name }), change: agreed, drawn: null },
        { name: translate(language, 'change.of-any-source', { name }), ...ofAll },
      ]
  return rows.filter(
    ({ change: { gainedM2, lostM2, unchangedM2, notKnownM2 = 0 } }) => gainedM2 + lostM2 + unchangedM2 + notKnownM2 > 0,
  )
}

const signed = (sign: string, areaM2: number, language: Language): string =>
  `\u2066${sign}${formatHectareValue(areaM2, language)}\u2069`
