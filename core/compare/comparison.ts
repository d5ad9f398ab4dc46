import { leftOut } from './compared-about.ts'
import { coverageSentences } from './coverage-sentences.ts'
import { findingSentence } from './finding-sentence.ts'
import { drawnPlan } from './drawn-plan.ts'
import { findingsOf } from './findings.ts'
import { precedentOf } from './precedent.ts'
import type { Measurement } from '../model/measurement.ts'
import { withoutSamples } from '../model/samples.ts'
import type { Study } from '../model/study.ts'
import { textIn, type Text } from '../model/text.ts'
import { eachInEachLanguage, inEachLanguage, translate, type Language } from '../i18n/translate.ts'
import { widelyNamed } from '../answer/confidence-explained.ts'
import type { ComparedStudy, Comparison, Finding, PublishedRow, SkippedStudy } from './comparison-answer.ts'

/** What a comparison takes of each study; `onAnnouncement` is measured on the day that its plan was announced. */
export type MeasuredStudy = {
  readonly study: Study
  readonly onDay: Measurement
  readonly onAnnouncement: Measurement | null
  readonly against: readonly PublishedRow[]
}

/** The sentences of the studies on sources that name ground only in a wider sense, each after its plan. */
export const widelyNamedLines = (
  studies: readonly Pick<ComparedStudy, 'title' | 'widelyNamed'>[],
  language: Language,
): string[] =>
  studies.flatMap(({ title, widelyNamed: texts }) =>
    texts.map((text) =>
      translate(language, 'compare.of-plan', { plan: textIn(language, title), text: textIn(language, text) }),
    ),
  )

function widelyNamedOn(study: Study, { layers }: Measurement): Text[] {
  const texts = (language: Language): string[] =>
    layers.flatMap((measured) =>
      widelyNamed(
        study,
        measured,
        study.layers.find(({ id }) => id === measured.layer),
        language,
      ),
    )
  return eachInEachLanguage(texts)
}

/** Sets measured studies side by side; each note names the study that it is about. */
export function compareStudies(measured: readonly MeasuredStudy[], skipped: readonly SkippedStudy[] = []): Comparison {
  const studies = measured.map(({ study, onDay, onAnnouncement, against }): ComparedStudy => ({
    ...precedentOf(study, onDay, onAnnouncement),
    asOf: study.asOf,
    at: onDay.at,
    atFrom: onDay.atFrom,
    layers: withoutSamples(onDay.layers),
    drawnWith: onDay.method.interval ? { draws: onDay.method.interval.draws, seed: onDay.method.interval.seed } : null,
    published: study.published,
    sources: study.sources,
    widelyNamed: widelyNamedOn(study, onDay),
    against,
  }))
  const drawn = studies.map((own, i) => {
    const { study, onDay, onAnnouncement } = measured[i]!
    return { ...own, drawn: drawnPlan(study, onDay, onAnnouncement) }
  })
  const sentence = (finding: Finding): Text => inEachLanguage((language) => findingSentence(finding, studies, language))
  const compared = findingsOf(drawn).filter(({ topic, studies: pair }) => {
    return !leftOut(studies.filter(({ id }) => pair.includes(id))).has(topic)
  })
  return {
    studies,
    standing: eachInEachLanguage((language) => coverageSentences(studies, language)),
    findings: compared.map((finding) => ({ ...finding, text: sentence(finding) })),
    skipped,
    notes: measured.flatMap(({ study, onDay }) =>
      onDay.notes.map((note) => ({ ...note, values: { ...note.values, study: study.id } })),
    ),
  }
}
