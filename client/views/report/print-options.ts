import { languageCodes, languages } from '../../../core/i18n/languages.ts'
import { html, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { page, type PageState } from '../../state/page-state.ts'
import { changePrint, showPreview } from '../../actions/make-file.ts'
import { drawChoices, standardChoices, type PrintOptions } from '../../state/print-state.ts'

const standardNames = { 'ua-1': 'PDF/UA-1', 'a-2a': 'PDF/A-2a', 'a-2b': 'PDF/A-2b' } as const

function choose(change: Partial<PrintOptions>): void {
  changePrint({ options: { ...page.get().print.options, ...change } })
  if (page.get().view === 'report') void showPreview()
}

/** In which language, with how many draws, to which standard, and whether beside other plans. */
export function printOptions({ language, print: { options } }: PageState): TemplateResult {
  const choice = <Value extends string | number>(
    id: string,
    label: string,
    chosen: Value,
    entries: readonly (readonly [Value, string])[],
    tell: (value: Value) => void,
  ): TemplateResult =>
    html`<div class="field">
      <label for="print-${id}">${label}</label>
      <select id="print-${id}" @change=${(event: Event) => tell(entries[(event.currentTarget as HTMLSelectElement).selectedIndex]![0])}>
        ${entries.map(([value, text]) => html`<option .selected=${live(value === chosen)}>${text}</option>`)}
      </select>
    </div>`
  const drawText = (draws: number): string =>
    draws === 0
      ? translate(language, 'page.print.no-draws')
      : translate(language, 'page.print.draws-of', { draws: formatNumber(draws) })
  const standards = standardChoices.map(
    (own) =>
      [
        own,
        translate(language, 'page.print.standard.of', {
          name: standardNames[own],
          use: translate(language, `page.print.standard.${own}`),
        }),
      ] as const,
  )
  return html`<div class="print-options">
    ${choice(
      'language',
      translate(language, 'page.language'),
      options.language ?? language,
      languageCodes.map((own) => [own, languages[own].name] as const),
      (own) => choose({ language: own }),
    )}
    ${choice(
      'draws',
      translate(language, 'page.print.intervals'),
      options.draws,
      [...new Set([...drawChoices, options.draws])].map((own) => [own, drawText(own)] as const),
      (draws) => choose({ draws }),
    )}
    ${choice('standard', translate(language, 'page.print.standard'), options.standard, standards, (standard) => choose({ standard }))}
    <label class="check">
      <input type="checkbox" .checked=${live(options.isCompared)} @change=${() => choose({ isCompared: !options.isCompared })} />
      <span>${translate(language, 'page.print.compared')}</span>
    </label>
  </div>`
}
