import { html, nothing, type TemplateResult } from 'lit/html.js'
import { findingKinds as kinds } from '../../../core/compare/comparison-terms.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Comparison } from '../../../core/compare/comparison-answer.ts'

/** What the other studies have in common with the first or not, in the sentences that their numbers make. */
export function findingList(
  comparison: Comparison,
  chosen: readonly string[],
  { language }: PageState,
): TemplateResult | typeof nothing {
  const titles = new Map(comparison.studies.map(({ id, title }) => [id, textIn(language, title)]))
  const first = comparison.studies[0]
  const others = comparison.studies.slice(1).filter(({ id }) => chosen.includes(id))
  if (!first || others.length === 0 || !chosen.includes(first.id)) return nothing
  return html`<section class="findings" aria-labelledby="findings-title">
    <h3 id="findings-title">${translate(language, 'page.compare.findings', { study: titles.get(first.id) ?? '' })}</h3>
    ${others.map(({ id }, i) => {
      const own = comparison.findings.filter(({ studies }) => studies[1] === id)
      return html`<details ?open=${i === 0}>
        <summary>${titles.get(id)} <span class="quiet">${counts(
          own.map(({ kind }) => kind),
          language,
        )}</span></summary>
        <ul class="finding-list">
          ${kinds.flatMap((kind) =>
            own
              .filter((finding) => finding.kind === kind)
              .map(
                ({ text }) =>
                  html`<li class=${kind}><span class="finding-kind">${translate(language, `page.finding.${kind}`)}</span> <span>${textIn(language, text)}</span></li>`,
              ),
          )}
        </ul>
      </details>`
    })}
  </section>`
}

const counts = (found: readonly string[], language: PageState['language']): string =>
  kinds
    .flatMap((kind) => {
      const count = found.filter((one) => one === kind).length
      return count > 0 ? [`${translate(language, `page.finding.${kind}`)} ${count}`] : []
    })
    .join(' · ')
