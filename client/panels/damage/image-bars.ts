import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { DamageCount, DamageRow } from '../../../core/damage/damage-answer.ts'
import type { DamageList } from '../../../core/damage/damage-answer.ts'
import type { Grade } from '../../../core/classify/grades.ts'
import { formatDate, formatNumber } from '../../../core/format/format.ts'
import { comma, translate } from '../../../core/i18n/translate.ts'
import { classBackground, swatch } from '../../controls/swatch.ts'
import type { PageState } from '../../state/page-state.ts'
import { gradeStyle } from './grade-style.ts'

const affectedGrades = ['destroyed', 'severe', 'moderate'] as const satisfies readonly Grade[]

/** Every image as a line of its affected sites by grade, all at one scale, and how many sites it did not show. */
export function imageBars(state: PageState, { images }: DamageList, { dates }: DamageRow): TemplateResult {
  const { language } = state
  const most = Math.max(1, ...dates.map(({ affected }) => affected))
  const last = images.at(-1)!.layer
  return html`<figure class="image-bars">
    <figcaption>${translate(language, 'damage.images')}</figcaption>
    <ul class="bar-legend">
      ${affectedGrades.map((grade) => {
        const style = gradeStyle(state, last, grade)
        return html`<li>${style ? swatch(style) : nothing}${translate(language, `grade.${grade}`)}</li>`
      })}
    </ul>
    <ol>
      ${dates.map((count) => bar(state, last, count, most))}
    </ol>
  </figure>`
}

function bar(state: PageState, layer: string, { date, counts, affected }: DamageCount, most: number): TemplateResult {
  const { language } = state
  const missing = counts['not-assessed']
  const day = date === null ? translate(language, 'damage.undated') : formatDate(date, language)
  const parts = affectedGrades.map((grade) => `${translate(language, `grade.${grade}`)} ${formatNumber(counts[grade])}`)
  return html`<li>
    <span class="bar-day">${day}</span>
    <span class="bar-line" role="img" aria-label=${parts.join(comma(language))}>
      ${affectedGrades.map((grade) => {
        const style = gradeStyle(state, layer, grade)
        return html`<span .style=${`inline-size:${(counts[grade] / most) * 100}%;${style ? classBackground(style) : ''}`}></span>`
      })}
    </span>
    <span class="number">${formatNumber(affected)}</span>
    ${missing > 0 ? html`<span class="bar-missing">${translate(language, 'grade.not-assessed')}: ${formatNumber(missing)}</span>` : nothing}
  </li>`
}
