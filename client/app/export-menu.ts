import { html, type TemplateResult } from 'lit/html.js'
import { say } from '../../core/i18n/say.ts'
import { fileGroups, fileLinks } from '../views/report/file-links.ts'
import { printOptions } from '../views/report/print-options.ts'
import { printProgress } from '../views/report/print-progress.ts'
import type { PageState } from '../state/page-state.ts'
import { menu } from '../controls/menu.ts'

/** The sheet, the report, the tables, the geometry and the study itself on the day shown, as files. */
export const exportMenu = (state: PageState): TemplateResult =>
  menu('export', state.menu, { text: say(state.language, 'page.export'), kind: 'primary' }, () => {
    return html`${printProgress(state)} ${fileGroups.map((group) => fileLinks(state, group))} ${printOptions(state)}`
  })
