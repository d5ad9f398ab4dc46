import { html, type TemplateResult } from 'lit/html.js'
import { translate } from '../../core/i18n/translate.ts'
import { fileGroups, fileLinks } from '../views/report/file-links.ts'
import { printOptions } from '../views/report/print-options.ts'
import { printProgress } from '../views/report/print-progress.ts'
import type { PageState } from '../state/page-state.ts'
import { menu } from '../controls/menu.ts'

/** The sheet, the report, the tables, the geometry and the study itself on the day shown, as files. */
export const exportMenu = (state: PageState): TemplateResult =>
  menu('export', state.menu, { text: translate(state.language, 'page.export'), kind: 'primary' }, () => {
    return html`${printProgress(state)} ${fileGroups.map((group) => fileLinks(state, group))} ${printOptions(state)}`
  })
