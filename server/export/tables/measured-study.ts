import type { DamageReport } from '../../../core/damage/damage-answer.ts'
import type { EventReport } from '../../../core/events/event-answer.ts'
import type { Uncertainty } from '../../../core/uncertainty/uncertainty.ts'
import type { Features } from '../../../core/geometry/shapes.ts'
import type { Measurable } from '../../../core/measure/measurable.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { SheetPages } from '../../../core/sheet/sheet-pages.ts'
import type { Study } from '../../../core/model/study.ts'
import type { Timeline } from '../../../core/timeline/timeline-answer.ts'
import type { Comparison, PublishedRow } from '../../../core/compare/comparison-answer.ts'

/** What files for other programs are written from. */
export type MeasuredStudy = {
  readonly study: Study
  /** `null` where the plan has no outline, and so no ground. */
  readonly ground: Measurable | null
  readonly measurement: Measurement
  readonly published: readonly PublishedRow[]
  /** The sheet that a project of QGIS repeats; `null` where it is not wanted, or has no map. */
  readonly sheet: Pick<SheetPages, 'place' | 'paper' | 'locator' | 'hasOtherClasses' | 'title' | 'name'> | null
  /** Layers of context that are drawn on the day and may leave. */
  readonly context: readonly { readonly layer: Layer; readonly features: Features }[]
  /** What the study's lists of damaged sites, and of events, come to on the day. */
  readonly lists: { readonly damage: DamageReport; readonly events: EventReport }
  /** How sure the areas are; `null` where it is not wanted. */
  readonly uncertainty: Uncertainty | null
  /** `null` where it is not wanted, or the study's days cannot be told apart. */
  readonly timeline: Timeline | null
  /** The study beside others; `null` where none was asked for. */
  readonly comparison: Comparison | null
}
