import type { TemplateResult, nothing } from 'lit/html.js'
import { loadLaterWords } from '../../../core/i18n/catalogues.ts'
import type { DrawingState } from '../../state/drawing-state.ts'
import type { PageState } from '../../state/page-state.ts'
import { drawPanel } from '../layers/draw-panel.ts'
import { placingPanel } from './placing-panel.ts'

type Panel = (state: PageState, drawing: DrawingState) => TemplateResult | typeof nothing

/** The panel of whoever draws, or places the picture that is to be drawn on, with the words that both bring. */
export async function drawOrPlace(): Promise<Panel> {
  await loadLaterWords()
  return (state, drawing) => (drawing.placing ? placingPanel(state, drawing.placing) : drawPanel(state, drawing))
}
