import { html, nothing, type TemplateResult } from 'lit/html.js'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { openDrawing } from '../../actions/open-drawing.ts'
import { takeFiles } from '../../actions/take-files.ts'
import { plusIcon } from '../../controls/icons.ts'
import { askForPicture, openFileInput } from '../../controls/file-input.ts'

/** Where files are asked for; they may be dropped anywhere on the page. */
export const dropZone = (language: Language, hasStudy: boolean): TemplateResult =>
  html`<div class="drop-zone">
    <p>
      ${plusIcon} ${translate(language, 'page.drop')}
      <button type="button" class="link" @click=${openFileInput}>${translate(language, 'page.drop.choose')}</button>
    </p>
    <p class="quiet">${translate(language, 'page.drop.local')}</p>
    ${
      hasStudy
        ? html`<button type="button" class="link" id="draw-new" @click=${() => openDrawing(null)}>${translate(language, 'draw.new')}</button>
            <button type="button" class="link" id="place-new" @click=${askForPicture}>${translate(language, 'placing.new')}</button>`
        : nothing
    }
  </div>`

/** Lets files be dropped anywhere; `isOver` on the root tells the style sheet. */
export function acceptDrops(root: HTMLElement): void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  root.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    root.classList.add('is-over')
  })
  root.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) root.classList.remove('is-over')
  })
  root.addEventListener('drop', (event) => {
    root.classList.remove('is-over')
    if (!event.dataTransfer || !holdsFiles(event)) return
    event.preventDefault()
    void takeFiles([...event.dataTransfer.files])
  })
}
