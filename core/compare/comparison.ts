import { coverageSentences } from './coverage-sentences.ts'
import { findingSentence } from './finding-sentence.ts'
import { drawnPlan } from './drawn-plan.ts'
import { findingsOf, type Finding } from './findings.ts'
import { precedentOf, type Precedent } from './precedent.ts'
import type { PublishedRow } from './published-rows.ts'
import type { Note } from '../result/note.ts'
import type { DayFrom } from '../model/asked-day.ts'
import type { LayerMeasurement, Measurement } from '../model/measurement.ts'
import { withoutSamples } from '../model/samples.ts'
import type { Study } from '../model/study.ts'
import { textIn, type Text } from '../model/text.ts'
import { say, type Language } from '../i18n/say.ts'
import { widelyNamed } from '../answer/confidence-explained.ts'

/** One study in a comparison: its measurement beside what is known about it. */
export type ComparedStudy = Pick<Study, 'asOf' | 'published' | 'sources'> &
  Precedent & {
    readonly at: string | null
    readonly atFrom: DayFrom | null
    readonly layers: readonly LayerMeasurement[]
    /** How its intervals were drawn; `null` where it has none. */
    readonly drawnWith: { readonly draws: number; readonly seed: number } | null
    /** Which of the sources that all name ground of its layers name it only in a wider sense, in sentences. */
    readonly widelyNamed: readonly Text[]
    /** Every published figure against ours. */
    readonly against: readonly PublishedRow[]
  }

/** Several studies in the same measures, and what the others have in common with the first or not, in sentences. */
export type Comparison = {
  readonly studies: readonly ComparedStudy[]
  /** Which studies are measured and which only told, in sentences. */
  readonly standing: readonly Text[]
  readonly findings: readonly (Finding & { readonly text: Text })[]
  readonly notes: readonly Note[]
}

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
      say(language, 'compare.of-plan', { plan: textIn(language, title), text: textIn(language, text) }),
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
  return texts('en').map((en, i) => ({ en, ar: texts('ar')[i]! }))
}

/** Sets measured studies side by side; each note names the study that it is about. */
export function compareStudies(measured: readonly MeasuredStudy[]): Comparison {
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
  const sentence = (finding: Finding): Text => ({
    en: findingSentence(finding, studies, 'en'),
    ar: findingSentence(finding, studies, 'ar'),
  })
  return {
    studies,
    standing: coverageSentences(studies, 'en').map((en, i) => ({ en, ar: coverageSentences(studies, 'ar')[i]! })),
    findings: findingsOf(drawn).map((finding) => ({ ...finding, text: sentence(finding) })),
    notes: measured.flatMap(({ study, onDay }) =>
      onDay.notes.map((note) => ({ ...note, values: { ...note.values, study: study.id } })),
    ),
  }
}
