import { html, type TemplateResult } from 'lit/html.js'
import type { CombinationArea, Measurement } from '../../../core/model/measurement.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { combinationEntries } from '../../state/ground.ts'
import type { PageState } from '../../state/page-state.ts'
import { classEntry } from '../../controls/class-entry.ts'
import { groundRow, shareText } from '../../controls/ground-row.ts'
import { pivotTable } from './pivot-table.ts'
import { swatch } from '../../controls/swatch.ts'

/** What lies over one and the same ground, the largest first; the rows add up to the plan. */
export function combinedTable(state: PageState, measurement: Measurement): TemplateResult {
  const { language } = state
  const rows = measurement.combinations.filter(({ areaM2 }) => areaM2 > 0).toSorted((a, b) => b.areaM2 - a.areaM2)
  return html`${pivotTable(state, measurement)}
  <h3>${translate(language, 'page.combined.all')}</h3>
  <table>
    <thead>
      <tr>
        <th scope="col"><span class="visually-hidden">${translate(language, 'page.column.combination')}</span></th>
        <th scope="col" class="number">${translate(language, 'page.column.ha')}</th>
        <th scope="col" class="number">${translate(language, 'page.column.share')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) =>
        groundRow(state, {
          ground: { kind: 'combination', classes: row.classes },
          ...captionOf(state, measurement, row),
          areaM2: row.areaM2,
          interval: row,
          last: shareText(row.share, language, row),
        }),
      )}
    </tbody>
  </table>`
}

function captionOf(state: PageState, { layers }: Measurement, { classes }: CombinationArea) {
  const entries = combinationEntries(classes).flatMap(([layer, names]) => {
    const measured = layers.find(({ name }) => name === layer)
    return measured ? names.flatMap((name) => classEntry(state, measured, name) ?? []) : []
  })
  if (entries.length === 0) return { sign: html``, caption: translate(state.language, 'page.row.nothing') }
  return {
    sign: html`<span class="swatches">${entries.map(({ style }) => swatch(style))}</span>`,
    caption: entries.map(({ caption }) => caption).join(' + '),
  }
}
