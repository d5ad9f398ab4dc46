import { html, type TemplateResult } from 'lit/html.js'
import type { DamageRow } from '../../../core/damage/damage-answer.ts'
import { grades } from '../../../core/classify/grades.ts'
import { formatDate, formatNumber } from '../../../core/format/format.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'

/** Every image with every grade; affected and destroyed stand apart, and so do not assessed and no damage. */
export function imageTable({ language }: PageState, { dates }: DamageRow): TemplateResult {
  const shown = grades.filter((grade) => grade !== 'possible' || dates.some(({ counts }) => counts.possible > 0))
  return html`<details>
    <summary>${translate(language, 'damage.images.all')}</summary>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${translate(language, 'damage.images.all')}>
      <table class="wide">
        <thead>
          <tr>
            <th scope="col">${translate(language, 'damage.column.image')}</th>
            <th scope="col" class="number">${translate(language, 'damage.column.affected')}</th>
            ${shown.map((grade) => html`<th scope="col" class="number">${translate(language, `grade.${grade}`)}</th>`)}
            <th scope="col" class="number">${translate(language, 'damage.column.new')}</th>
          </tr>
        </thead>
        <tbody>
          ${dates.map(
            ({ date, affected, counts, newlyAffected, since }) =>
              html`<tr>
                <th scope="row">${date === null ? translate(language, 'damage.undated') : formatDate(date, language)}</th>
                <td class="number">${formatNumber(affected)}</td>
                ${shown.map((grade) => html`<td class="number">${formatNumber(counts[grade])}</td>`)}
                <td class="number">${since === null ? '–' : formatNumber(newlyAffected)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`
}
