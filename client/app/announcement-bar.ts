import { html, nothing, type TemplateResult } from 'lit/html.js'
import { stepText } from '../../core/history/step-text.ts'
import { semicolon, translate, type Language } from '../../core/i18n/translate.ts'
import { textIn } from '../../core/model/text.ts'
import { restoreStudy } from '../actions/change-study.ts'
import { announce, takeStep } from '../actions/study-steps.ts'
import { problemText } from '../api/page-problem.ts'
import { closeIcon } from '../controls/icons.ts'
import type { Announcement } from '../state/announcement.ts'
import type { PageState } from '../state/page-state.ts'

/** Says what was done last, aloud too, and takes it back. */
export const announcementBar = ({ announcement, language }: PageState): TemplateResult =>
  html`<div class="step-message ${announcement ? 'shown' : ''}">
    <p class="wrap" role="status">${announcement ? textOf(announcement, language) : ''}</p>
    ${announcement ? html`${backButton(announcement, language)} ${closeButton(language)}` : nothing}
  </div>`

function textOf(announcement: Announcement, language: Language): string {
  switch (announcement.kind) {
    case 'step':
      return stepText(announcement.step, language)
    case 'elsewhere': {
      const steps = announcement.steps.map((step) => stepText(step, language)).join(semicolon(language))
      return translate(language, 'page.study.changed-elsewhere', { steps })
    }
    case 'refused':
      return problemText(announcement.problem, language)
    case 'removed':
      return translate(language, announcement.isCopy ? 'page.study.original-back' : 'page.study.deleted', {
        title: textIn(language, announcement.title),
      })
    default:
      return translate(language, `page.study.${announcement.kind}`, { title: textIn(language, announcement.title) })
  }
}

function backButton(announcement: Announcement, language: Language): TemplateResult | typeof nothing {
  if (announcement.kind === 'step')
    return button(translate(language, `page.${announcement.back}.short`), () => void takeStep(announcement.back))
  if (announcement.kind === 'removed')
    return button(translate(language, 'page.undo.short'), () => void restoreStudy(announcement))
  return nothing
}

const button = (text: string, act: () => void): TemplateResult =>
  html`<button type="button" class="button plain" @click=${act}>${text}</button>`

const closeButton = (language: Language): TemplateResult =>
  html`<button
    type="button"
    class="icon-button"
    aria-label=${translate(language, 'page.upload.dismiss')}
    @click=${() => announce(null)}
  >
    ${closeIcon}
  </button>`
