import type { PublishedRow } from '../precedents/published-rows.ts'
import type { Features } from '../geometry/shapes.ts'
import type { Font } from '../sheet/text.ts'
import type { Measurement } from '../study/measurement.ts'
import type { Study } from '../study/study.ts'
import type { Timeline } from '../timeline/timeline.ts'
import type { Language } from '../words/say.ts'

/** What a report is made from; the same input gives the same report. */
export type ReportInput = {
  readonly study: Study
  /** Features in WGS 84 by layer id: of the plan, of all measured layers, of units and context that hold on the day. */
  readonly features: ReadonlyMap<string, Features>
  readonly measurement: Measurement
  readonly timeline: Timeline
  readonly published: readonly PublishedRow[]
  readonly language: Language
  /** SHA-256 of the study and what was asked of it, in hexadecimal. */
  readonly hash: string
  readonly font: Font
}
