import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatNumber } from '../../../core/format/format.ts'
import { intervalScope } from '../../../core/answer/interval-sentences.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { page, type PageState } from '../../state/page-state.ts'
import { uncertainLayers } from '../../state/assumed-accuracies.ts'
import { noteList } from '../../controls/note-list.ts'
import { progressLine } from '../../controls/progress-line.ts'

/** How the figures were made, and what a reader must know of them, one click away. */
export function methodLine(state: PageState, { method, notes, reconciliation }: Measurement): TemplateResult {
  const { language, areNotesOpen } = state
  const { ellipsoid, engine, interval } = method
  const parts = [
    translate(language, 'page.method', { ellipsoid, engine, edges: translate(language, 'page.method.edges') }),
    ...(interval
      ? [translate(language, 'page.method.interval', { seed: interval.seed, draws: formatNumber(interval.draws) })]
      : state.sure.uncertainty?.figures.some(({ estimate }) => estimate)
        ? [translate(language, 'sure.kind.estimate')]
        : []),
    translate(language, 'page.method.residual', { residual: residualText(reconciliation.residualM2) }),
    ...schematicPart(state),
  ]
  return html`<div class="method">
      ${progressLine(state, 'intervals')}
      <p>
        ${parts.join(' · ')}${notes.length > 0 ? html` · ${notesButton(notes.length, areNotesOpen, language)}` : nothing}
      </p>
      ${interval && state.study ? html`<p class="quiet">${intervalScope(state.study.layers, { method, notes }, language)}</p>` : nothing}
    </div>
    <div id="notes" ?hidden=${!areNotesOpen || notes.length === 0}>${areNotesOpen ? noteList(notes, language, state.study) : nothing}</div>`
}

const notesButton = (count: number, isOpen: boolean, language: Language): TemplateResult =>
  html`<button
    type="button"
    class="link"
    aria-expanded=${isOpen}
    aria-controls="notes"
    @click=${() => page.update({ areNotesOpen: !isOpen })}
    >${translate(language, 'page.notes', { count })}</button
  >`

/** How good the schematic layers behind the figures are, by what they state or what is assumed of them. */
function schematicPart(state: PageState): string[] {
  const { language, assumed } = state
  const accuracies = uncertainLayers(state)
    .filter(({ schematic }) => schematic)
    .flatMap(({ name, accuracyM }) => assumed.get(name) ?? accuracyM ?? [])
  if (accuracies.length === 0) return []
  return [translate(language, 'page.method.schematic', { accuracy: formatNumber(Math.max(...accuracies)) })]
}

/** The size of what the sums are apart, as a power of ten: its digits mean nothing. */
function residualText(residualM2: number): string {
  const size = Math.abs(residualM2)
  if (size < 0.001) return '0.001'
  return formatNumber(10 ** Math.ceil(Math.log10(size)), size < 0.1 ? 2 : 0)
}
