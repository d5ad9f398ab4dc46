import { cleanForeignText, shortened } from '../sheet/clean-text.ts'
import { answerSentence } from '../answer/answer.ts'
import type { Measurement } from '../model/measurement.ts'
import type { Publication } from '../model/publication.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import { version } from '../result/version.ts'
import type { Language } from '../i18n/translate.ts'

/** What a document says about itself to catalogues and readers: plain text, dated by the record and never by a clock. */
export type DocumentAbout = {
  readonly title: string
  readonly description: string
  readonly keywords: readonly string[]
  /** Who published it, as the study says; else the program that wrote it. Who is answerable for the layers stands with their sources. */
  readonly author: string
  readonly language: Language
  /** The day of publication, YYYY-MM-DD; where none is given that of which the document speaks. */
  readonly date: string | null
}

const longestDescription = 600

const authorOf = ({ author, institution }: Publication = {}): string | undefined =>
  author !== undefined && institution !== undefined ? `${author}, ${institution}` : (author ?? institution)

/** `hash` is that of the study and what was asked of it, in hexadecimal. */
export function documentAbout(study: Study, measurement: Measurement, language: Language, hash: string): DocumentAbout {
  const names = [study.title.en, study.title.ar ?? '', study.plan.name.en, study.plan.name.ar ?? '']
  const roles = measurement.layers.filter(({ layer }) => layer !== null).map(({ role }) => role)
  const words = [...names, ...roles, `${study.id}, revision ${study.revision}`, `sha256:${hash}`]
  return {
    title: cleanForeignText(textIn(language, study.title)),
    description: shortened(cleanForeignText(answerSentence(study, measurement, language)), longestDescription),
    keywords: [...new Set(words.map((word) => cleanForeignText(word).trim()).filter((word) => word !== ''))],
    author: cleanForeignText(authorOf(study.publication) ?? `Basilia Overlay ${version}`),
    language,
    date: study.publication?.date ?? measurement.at,
  }
}
