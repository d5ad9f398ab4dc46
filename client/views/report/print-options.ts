import { html, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import { say } from '../../../core/i18n/say.ts'
import { page, type PageState } from '../../state/page-state.ts'
import { changePrint, showPreview } from '../../actions/make-file.ts'
import { drawChoices, standardChoices, type PrintOptions } from '../../state/print-state.ts'

const languageNames = { en: 'English', ar: 'العربية' } as const
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
      ? say(language, 'page.print.no-draws')
      : say(language, 'page.print.draws-of', { draws: formatNumber(draws) })
  const standards = standardChoices.map(
    (own) =>
      [
        own,
        say(language, 'page.print.standard.of', {
          name: standardNames[own],
          use: say(language, `page.print.standard.${own}`),
        }),
      ] as const,
  )
  return html`<div class="print-options">
    ${choice(
      'language',
      say(language, 'page.language'),
      options.language ?? language,
      [
        ['en', languageNames.en],
        ['ar', languageNames.ar],
      ],
      (own) => choose({ language: own }),
    )}
    ${choice(
      'draws',
      say(language, 'page.print.intervals'),
      options.draws,
      drawChoices.map((own) => [own, drawText(own)] as const),
      (draws) => choose({ draws }),
    )}
    ${choice('standard', say(language, 'page.print.standard'), options.standard, standards, (standard) => choose({ standard }))}
    <label class="check">
      <input type="checkbox" .checked=${live(options.isCompared)} @change=${() => choose({ isCompared: !options.isCompared })} />
      <span>${say(language, 'page.print.compared')}</span>
    </label>
  </div>`
}
