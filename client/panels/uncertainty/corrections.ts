import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatNumber, formatShare } from '../../../core/format/format.ts'
import { formatInterval } from '../../../core/format/interval-text.ts'
import { translate, type MessageKey } from '../../../core/i18n/translate.ts'
import { problemText } from '../../api/page-problem.ts'
import type { PageState } from '../../state/page-state.ts'
import { correctByMatrix, correctByRates } from './correct.ts'
import { className, layerTitle } from './names.ts'
import type { Correction } from '../../state/sure-state.ts'

/** Where somebody checked a classified map or a list of sites: the file or the rates go in, corrected figures come out. */
export function corrections(state: PageState): TemplateResult | typeof nothing {
  const { language, measurement, sure } = state
  const counted = [...new Set(measurement?.points?.map(({ layer }) => layer))]
  const classified = (measurement?.layers ?? []).filter(
    ({ name, layer, classes }) => layer !== null && classes.length > 1 && !counted.includes(name),
  )
  if (counted.length + classified.length === 0) return nothing
  return html`<details class="corrections">
    <summary>${translate(language, 'sure.correct')}</summary>
    ${
      classified.length > 0
        ? matrixForm(
            state,
            classified
              .toSorted((a, b) => Number(b.role === 'damage') - Number(a.role === 'damage'))
              .map(({ name }) => name),
          )
        : nothing
    }
    ${counted.map((layer) => ratesForm(state, layer))}
    <div role="status">${sure.correction ? outcome(state, sure.correction) : nothing}</div>
  </details>`
}

function matrixForm(state: PageState, layers: readonly string[]): TemplateResult {
  const { language } = state
  const send = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement
    const [file] = input.files ?? []
    const form = new FormData(input.form!)
    const layer = form.get('layer')
    if (file && typeof layer === 'string') void correctByMatrix(layer, form.get('random') !== null, file)
    input.value = ''
  }
  return html`<form @submit=${(event: Event) => event.preventDefault()}>
    <label class="field">
      <span>${translate(language, 'sure.correct.layer')}</span>
      <select name="layer">${layers.map((layer) => html`<option value=${layer}>${layerTitle(state, layer)}</option>`)}</select>
    </label>
    <label class="check"><input type="checkbox" name="random" /><span>${translate(language, 'sure.correct.random')}</span></label>
    <label class="field">
      <span>${translate(language, 'sure.correct.file')}</span>
      <input type="file" accept=".csv,.tsv,.txt" @change=${send} />
    </label>
  </form>`
}

function ratesForm(state: PageState, layer: string): TemplateResult {
  const { language } = state
  const rate = (name: 'confirmed' | 'found'): TemplateResult => {
    const caption = translate(language, `sure.correct.${name}`)
    const number = (part: 'hits' | 'of'): TemplateResult =>
      html`<input type="number" name="${name}-${part}" min=${part === 'of' || name === 'found' ? 1 : 0} max="9999999" step="1" aria-label=${part === 'hits' ? caption : `${caption}: ${translate(language, 'sure.correct.of')}`} />`
    return html`<div class="field"><span>${caption}</span><span class="rate">${number('hits')} ${translate(language, 'sure.correct.of')} ${number('of')}</span></div>`
  }
  const send = (event: SubmitEvent): void => {
    event.preventDefault()
    void correctByRates(layer, new FormData(event.currentTarget as HTMLFormElement))
  }
  return html`<form @submit=${send}>
    <p>${layerTitle(state, layer)}</p>
    ${rate('confirmed')} ${rate('found')}
    <button type="submit" class="button plain">${translate(language, 'sure.correct.counts')}</button>
  </form>`
}

function outcome(state: PageState, correction: Correction): TemplateResult {
  const { language } = state
  if (correction.kind === 'refused') return html`<p class="problem">${problemText(correction.problem, language)}</p>`
  const title = layerTitle(state, correction.layer)
  if (correction.kind === 'counts') {
    const rows = correction.counts.map(({ class: name, count, estimate, low, high }) => [
      className(state, correction.layer, name),
      formatNumber(count),
      `${countText(estimate)} (${translate(language, 'interval.ends', { low: countText(low), high: countText(high) })})`,
    ])
    return resultTable(state, title, ['sure.column.count', 'sure.counts.estimate'], rows, 'sure.kind.counts')
  }
  const { classes, overallAccuracy, notes } = correction.estimate
  const rows = classes.map((own) => [
    own.class,
    formatNumber(own.mappedM2 / 10_000, 1),
    formatInterval(own.areaM2, own, language) ?? '',
    formatShare(own.usersAccuracy, language, 0),
    formatShare(own.producersAccuracy, language, 0),
  ])
  return html`${resultTable(state, title, ['sure.matrix.mapped', 'sure.matrix.area', 'sure.matrix.users', 'sure.matrix.producers'], rows, 'sure.kind.matrix')}
    <p class="quiet">${translate(language, 'sure.correct.overall', { share: formatShare(overallAccuracy, language, 0) })}</p>
    ${notes.map(({ code, values }) => html`<p class="quiet">${translate(language, `note.${code}`, values)}</p>`)}`
}

/** Small numbers keep a decimal, which their intervals need. */
const countText = (count: number): string => formatNumber(count, count < 100 ? 1 : 0)

const resultTable = (
  { language }: PageState,
  title: string,
  heads: readonly MessageKey[],
  rows: readonly (readonly string[])[],
  kind: MessageKey,
): TemplateResult =>
  html`<div class="scroll-x" tabindex="0" role="region" aria-label=${title}>
      <table class="sure-table">
        <caption>${title}</caption>
        <thead>
          <tr><th scope="col"><span class="visually-hidden">${translate(language, 'page.column.class')}</span></th>${heads.map((head) => html`<th scope="col" class="number">${translate(language, head)}</th>`)}</tr>
        </thead>
        <tbody>${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}</tbody>
      </table>
    </div>
    <p class="quiet">${translate(language, kind)}.</p>`
