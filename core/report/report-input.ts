import type { DamageReport } from '../damage/damage-answer.ts'
import type { EventReport } from '../events/event-answer.ts'
import type { Uncertainty } from '../uncertainty/uncertainty.ts'
import type { Features } from '../geometry/shapes.ts'
import type { Font } from '../sheet/text.ts'
import type { Measurement } from '../model/measurement.ts'
import type { ReportStyle } from './report-style.ts'
import type { Study } from '../model/study.ts'
import type { Language } from '../i18n/translate.ts'
import type { Timeline } from '../timeline/timeline-answer.ts'
import type { Comparison, PublishedRow } from '../compare/comparison-answer.ts'

/** The report's plan beside others; `studies` and `hashes` by the ids of the comparison, whose first study is the report's. */
export type ComparedPlans = {
  readonly comparison: Comparison
  readonly studies: ReadonlyMap<string, Study>
  /** SHA-256 of each study and what was asked of it. */
  readonly hashes: ReadonlyMap<string, string>
}

/** What every report is made from; the same input gives the same report. */
type CommonInput = {
  readonly study: Study
  /** Features in WGS 84 by layer id: of the plan, of all measured layers, of units and context that hold on the day. */
  readonly features: ReadonlyMap<string, Features>
  readonly measurement: Measurement
  /** What changed between the snapshots of the main layer, and the study's events. */
  readonly timeline: Pick<Timeline, 'changes' | 'events'>
  readonly language: Language
  /** SHA-256 of the study and what was asked of it, in hexadecimal. */
  readonly hash: string
  readonly font: Font
}

/** The answer with its figures and what follows: nothing is asked for it that it does not print. */
export type BriefInput = CommonInput & { readonly style: Extract<ReportStyle, 'brief'> }

/** All of it. */
export type FullInput = CommonInput & {
  readonly style: Extract<ReportStyle, 'full'>
  readonly timeline: Timeline
  readonly published: readonly PublishedRow[]
  /** How sure the areas are; with draws where the measurement was drawn. */
  readonly uncertainty: Uncertainty
  /** What the study's lists of damaged sites, and of events, come to on the day. */
  readonly lists: { readonly damage: DamageReport; readonly events: EventReport }
  /** The plan beside others; `null` where none was asked for. */
  readonly compared: ComparedPlans | null
}

export type ReportInput = BriefInput | FullInput
