import { html, nothing, type TemplateResult } from 'lit/html.js'
import { translate, type Language, type MessageKey } from '../../../core/i18n/translate.ts'
import type { SourceTexts } from '../../state/source-texts.ts'

/** A text beside those of a source, such as a remark. */
type OtherText = {
  readonly field: string
  readonly label: MessageKey
  readonly value: string
  readonly tell: (value: string) => void
}

type SourceInputs = {
  /** The id of the input of a field. */
  readonly id: (field: string) => string
  readonly language: Language
  readonly source: SourceTexts
  readonly tell: (source: SourceTexts) => void
  /** What stands in the row of source and licence before them. */
  readonly before: TemplateResult | typeof nothing
  readonly others: readonly OtherText[]
  readonly isOpen: boolean
}

/** Where a layer comes from: source and licence in sight, the rest behind one press. */
export function sourceInputs({ id, language, source, tell, before, others, isOpen }: SourceInputs): TemplateResult {
  const own = (field: keyof SourceTexts): TemplateResult =>
    textInput(id(`source-${field}`), `page.source.${field}`, source[field], field === 'url', (value) =>
      tell({ ...source, [field]: value }),
    )
  return html`<div class="load-pair alike">${before} ${own('title')} ${own('licence')}</div>
    <details ?open=${isOpen}>
      <summary class="quiet">${translate(language, 'page.source.more')}</summary>
      <div class="load-pair alike load-more">
        ${own('publisher')} ${own('date')} ${own('url')}
        ${others.map(({ field, label, value, tell: tellOther }) => textInput(id(field), label, value, false, tellOther))}
      </div>
    </details>`

  function textInput(
    inputId: string,
    label: MessageKey,
    value: string,
    isAddress: boolean,
    tellText: (value: string) => void,
  ): TemplateResult {
    return html`<div class="field">
      <label for=${inputId}>${translate(language, label)}</label>
      <input
        id=${inputId}
        maxlength="2000"
        dir=${isAddress ? 'ltr' : 'auto'}
        autocomplete="off"
        .value=${value}
        @change=${(event: Event) => tellText((event.currentTarget as HTMLInputElement).value)}
      />
    </div>`
  }
}
