import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { DamageRow } from '../../../core/damage/damage-answer.ts'
import type { DamageList } from '../../../core/damage/damage-answer.ts'
import { formatDate, formatNumber, formatShare } from '../../../core/format/format.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { unitNames } from '../../controls/unit-table.ts'
import type { PageState } from '../../state/page-state.ts'

const mostShown = 8

/** The sites of each unit at the last image, those with most affected first; sites outside all units stand last. */
export function unitSites(state: PageState, { units }: DamageList): TemplateResult | typeof nothing {
  const { language } = state
  const date = units[0]?.dates.at(-1)?.date
  if (units.length === 0) return nothing
  const affected = (row: DamageRow): number => row.dates.at(-1)?.affected ?? 0
  const inside = units.filter(({ id, sites }) => id !== null && sites > 0).toSorted((a, b) => affected(b) - affected(a))
  const outside = units.filter(({ id, sites }) => id === null && sites > 0)
  const caption = translate(language, 'damage.units', {
    date: date ? formatDate(date, language) : translate(language, 'damage.undated'),
  })
  return html`${table(state, [...inside.slice(0, mostShown), ...outside], caption)}
  ${
    inside.length > mostShown
      ? html`<details>
        <summary>${translate(language, 'damage.units.more', { count: formatNumber(inside.length) })}</summary>
        ${table(state, inside, caption)}
      </details>`
      : nothing
  }`
}

function table(state: PageState, rows: readonly DamageRow[], caption: string): TemplateResult {
  const { language } = state
  const names = unitNames(state)
  const hasShare = rows.some(({ dates }) => dates.at(-1)?.shareOfBuildings !== undefined)
  return html`<table class="unit-sites">
    <caption>${caption}</caption>
    <thead>
      <tr>
        <th scope="col">${translate(language, 'damage.column.unit')}</th>
        <th scope="col" class="number">${translate(language, 'damage.column.affected')}</th>
        <th scope="col" class="number">${translate(language, 'grade.destroyed')}</th>
        <th scope="col" class="number">${translate(language, 'damage.column.perHa')}</th>
        ${hasShare ? html`<th scope="col" class="number">${translate(language, 'damage.column.share')}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${rows.map(({ id, dates }) => {
        const { affected = 0, counts, affectedPerHa = null, shareOfBuildings } = dates.at(-1) ?? {}
        return html`<tr>
          <th scope="row">${id === null ? translate(language, 'sheet.row.outside') : (names.get(id) ?? id)}</th>
          <td class="number">${formatNumber(affected)}</td>
          <td class="number">${formatNumber(counts?.destroyed ?? 0)}</td>
          <td class="number">${affectedPerHa === null ? '–' : formatNumber(affectedPerHa, 2)}</td>
          ${
            hasShare
              ? html`<td class="number">${shareOfBuildings === undefined ? '–' : formatShare(shareOfBuildings, language)}</td>`
              : nothing
          }
        </tr>`
      })}
    </tbody>
  </table>`
}
