import { html, nothing, type TemplateResult } from 'lit/html.js'
import { translate } from '../../../core/i18n/translate.ts'
import { problemText } from '../../api/page-problem.ts'
import type { PageState } from '../../state/page-state.ts'
import { chooseFile, saveJson } from '../../controls/json-file.ts'
import { layoutInHand } from './layout-in-hand.ts'
import { loadLayout, putLayoutAway } from './load-layout.ts'

/** The name under which the layout in hand is kept, and by which the command line is told of it. */
export const layoutFileName = (studyId: string | null): string => `${studyId ?? 'sheet'}-layout.json`

/** A layout in from a file, and the one in hand out to one. */
export function layoutFiles({ language, studyId, sheet }: PageState): TemplateResult {
  const { layout, layoutProblem } = sheet
  return html`<div class="sheet-layout-files">
    <h3>${translate(language, 'page.sheet.layout')}</h3>
    ${
      layout
        ? html`<p class="quiet">
          <bdi>${layout.name}</bdi>
          <button type="button" class="link" @click=${putLayoutAway}>${translate(language, 'page.sheet.layout.away')}</button>
        </p>`
        : nothing
    }
    <div class="field-row wrapping">
      <button type="button" class="button plain" @click=${() => chooseFile('.json', (file) => void loadLayout(file))}>
        ${translate(language, 'page.sheet.layout.load')}
      </button>
      <button type="button" class="button plain" @click=${() => saveJson(layoutFileName(studyId), layoutInHand(sheet))}>
        ${translate(language, 'page.sheet.layout.save')}
      </button>
    </div>
    ${layoutProblem ? html`<p class="problem" role="alert">${problemText(layoutProblem, language)}</p>` : nothing}
  </div>`
}
