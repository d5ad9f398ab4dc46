import { html, type TemplateResult } from 'lit/html.js'
import { translate } from '../../core/i18n/translate.ts'
import { page } from '../state/page-state.ts'

type Part<Given extends readonly unknown[], Result> = (...given: Given) => Result

const againAfterMs = 5_000

/**
 * A part of the page whose script is fetched when it is first shown, which most readers never ask for. One that does not come says so in
 * its place, and is asked for again with what the reader does next.
 */
export function later<Given extends readonly unknown[], Result>(
  fetchPart: () => Promise<Part<Given, Result>>,
): Part<Given, Result | TemplateResult> {
  let part: Part<Given, Result> | null = null
  let state: 'unasked' | 'coming' | 'missing' = 'unasked'

  async function bring(): Promise<void> {
    try {
      part = await fetchPart()
    } catch {
      state = 'missing'
      setTimeout(() => (state = 'unasked'), againAfterMs)
    }
    page.update({})
  }

  return (...given) => {
    if (part) return part(...given)
    if (state === 'missing')
      return html`<p class="problem" role="alert">${translate(page.get().language, 'page.part-missing')}</p>`
    if (state === 'unasked') {
      state = 'coming'
      void bring()
    }
    return html`<span class="coming" aria-busy="true"></span>`
  }
}
