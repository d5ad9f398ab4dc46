import { html, type TemplateResult } from 'lit/html.js'
import { translate, type MessageKey } from '../../../core/i18n/translate.ts'
import { studyPath } from '../../api/studies.ts'
import type { PageState } from '../../state/page-state.ts'
import { layoutFileName } from './layout-files.ts'
import { saveSheet } from './save-sheet.ts'
import { baseMapOfSheet } from '../../state/base-maps.ts'
import { contentOptions, sheetOptionsOf } from '../../state/sheet-state.ts'

/** The sheet as files, and the words that make the same sheet on the command line. */
export function sheetDownloads({ language, studyId, at, draws, sheet, baseMaps }: PageState): TemplateResult {
  const options = sheetOptionsOf(sheet.settings, { language, at, draws }, baseMapOfSheet(baseMaps))
  const path = studyId === null ? '' : studyPath(studyId)
  const isMany = (sheet.preview?.count ?? 1) > 1
  const { layout, saving } = sheet
  const link = (file: string, word: MessageKey, query: Record<string, string>): TemplateResult =>
    layout
      ? html`<li><button type="button" class="link" ?disabled=${saving !== null} @click=${() => void saveSheet(file)}>${translate(language, word)}</button></li>`
      : html`<li><a href="${path}/${file}?${new URLSearchParams({ ...query, wait: '300' })}" download>${translate(language, word)}</a></li>`
  const named = layout ? { layout: layoutFileName(studyId), ...contentOptions(options) } : options
  const words = Object.entries(named).map(([name, value]) => `--${flagNamed(name)} ${quoted(value)}`)
  return html`<div class="sheet-files">
    <h3>${translate(language, 'page.sheet.files')}</h3>
    <ul class="menu-list">
      ${link('sheet.pdf', 'page.export.pdf', options)} ${link(isMany ? 'sheet.png.zip' : 'sheet.png', isMany ? 'page.sheet.png-zip' : 'page.export.png', options)}
      ${link(isMany ? 'sheet.svg.zip' : 'sheet.svg', isMany ? 'page.sheet.svg-zip' : 'page.export.svg', options)}
    </ul>
    <details class="sheet-command">
      <summary>${translate(language, 'page.sheet.command')}</summary>
      <code dir="ltr">basilia sheet ${studyId} --out sheet.pdf ${words.join(' ')}</code>
    </details>
  </div>`
}

const flagNamed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** As a shell takes it for one word. */
const quoted = (value: string): string =>
  /^[\w.,:/=+@-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`
