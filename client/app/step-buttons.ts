import { html, type TemplateResult } from 'lit/html.js'
import type { Direction } from '../../core/history/entry.ts'
import { stepText } from '../../core/history/step-text.ts'
import { translate } from '../../core/i18n/translate.ts'
import { isTyping } from '../actions/other-windows.ts'
import { takeStep } from '../actions/study-steps.ts'
import { redoIcon, undoIcon } from '../controls/icons.ts'
import type { PageState } from '../state/page-state.ts'

/** Takes the last change of the study back, and does it again; each button names the step. */
export const stepButtons = (state: PageState): TemplateResult =>
  html`<div class="steps" role="group" aria-label=${translate(state.language, 'page.history')}>
    ${stepButton(state, 'undo')} ${stepButton(state, 'redo')}
  </div>`

function stepButton({ history, language }: PageState, direction: Direction): TemplateResult {
  const row = history.find(({ next }) => next === direction)
  const name = row
    ? translate(language, `page.${direction}`, { step: stepText(row.what, language) })
    : translate(language, `page.${direction}.none`)
  // One that has nothing to do keeps the focus.
  return html`<button
    type="button"
    class="icon-button"
    data-step=${direction}
    aria-label=${name}
    title=${name}
    aria-disabled=${row === undefined}
    aria-keyshortcuts=${direction === 'undo' ? 'Control+Z' : 'Control+Shift+Z'}
    @click=${() => void takeStep(direction)}
  >
    ${direction === 'undo' ? undoIcon : redoIcon}
  </button>`
}

/** Ctrl+Z and Ctrl+Shift+Z, but where somebody writes, whose own undo that is. */
export function stepByKey(event: KeyboardEvent): void {
  const isStep = (event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyZ'
  if (!isStep || isTyping()) return
  event.preventDefault()
  void takeStep(event.shiftKey ? 'redo' : 'undo')
}
