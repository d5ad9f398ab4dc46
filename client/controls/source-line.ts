import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatDate } from '../../core/format/format.ts'
import type { Source } from '../../core/model/sources.ts'
import { textIn } from '../../core/model/text.ts'
import { langOf } from './lang-of.ts'
import { comma, type Language } from '../../core/i18n/translate.ts'

/** Who says so, where and when. An address is shown as text and opened only by the reader. */
export function sourceLine({ title, publisher, url, date, licence }: Source, language: Language): TemplateResult {
  const facts = [
    publisher && textIn(language, publisher),
    date ? formatDate(date, language) : undefined,
    licence,
  ].filter((fact) => fact !== undefined)
  const isWeb = url !== undefined && /^https?:\/\//.test(url)
  const name = titleRuns(textIn(language, title), langOf(title, language))
  return html`${isWeb ? html`<a href=${url} target="_blank" rel="noreferrer noopener">${name}</a>` : name}${
    facts.length > 0 ? facts.map((fact) => html`${comma(language)}<bdi>${fact}</bdi>`) : nothing
  }`
}

const arabic = /\p{Script=Arabic}/u

/** A title in its own direction; what explains an Arabic one in brackets, in another script, in that script's. */
function titleRuns(title: string, lang: Language): TemplateResult {
  const [, own = '', gloss = ''] = /^([^(]+) \((.+)\)$/.exec(title) ?? []
  return arabic.test(own) && !arabic.test(gloss)
    ? html`<bdi>${own}</bdi> (<bdi>${gloss}</bdi>)`
    : html`<bdi lang=${lang}>${title}</bdi>`
}
