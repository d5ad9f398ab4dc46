import type { DamageReport } from '../../core/damage/damage-report.ts'
import type { EventReport } from '../../core/events/event-report.ts'
import type { FieldClasses } from '../../core/classify/classes-from.ts'
import type { PublishedRow } from '../../core/compare/published-rows.ts'
import type { Comparison } from '../../core/compare/comparison.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import type { Study } from '../../core/model/study.ts'
import type { ValidityReport } from '../../core/geometry-check/fault.ts'
import type { AccuracyKind } from '../../core/model/accuracy.ts'
import type { Language } from '../../core/i18n/say.ts'
import { nothingSupposed, type Supposed } from '../api/supposed.ts'
import type { BaseMapOffer } from '../api/base-map.ts'
import type { PageProblem } from '../api/page-problem.ts'
import type { StudySummary, UnreadableStudy } from '../api/studies.ts'
import { nothingPrinted, type PrintState } from './print-state.ts'
import { plainSheet, type SheetState } from './sheet-state.ts'
import { noTimeline, type TimelineState } from './timeline-state.ts'
import { notSure, type SureState } from './sure-state.ts'
import type { MeasuredRole } from '../../core/model/layer.ts'
import type { Upload } from './upload-state.ts'
import type { CrsQuestion } from './waiting-files.ts'
import type { Busy } from './busy.ts'
import type { Ground } from './ground.ts'
import type { LayerFeatures } from './layer-features.ts'
import { createStore } from './store.ts'

export const views = ['map', 'compare', 'timeline', 'sheet', 'report'] as const
export type View = (typeof views)[number]
export type Tab = MeasuredRole | 'combined' | 'units'

/** The layer that is being settled, whether a change is under way, and why the last one was refused. */
export type LayerPanel = {
  readonly id: string
  /** The way of stating its accuracy that was chosen, before a value is given. */
  readonly accuracyKind: AccuracyKind | null
  /** Just loaded, and nobody has said yet what it is about. */
  readonly isRoleOpen: boolean
  /** What has been asked for and not been answered yet. */
  readonly pending: LayerOptions
  readonly isBusy: boolean
  readonly problem: PageProblem | null
  /** What is wrong with its geometry, once that has been asked. */
  readonly check: LayerCheck | null
  /** Classes that a file of their own brought, to be seen before they are taken. */
  readonly brought: (FieldClasses & { readonly file: string }) | null
  /** What the last move in the order of classes led to, for readers who do not see it. */
  readonly moved: string
}

/** Neither a report nor a problem while the check runs; `shown` is the number of the fault that the map marks. */
export type LayerCheck = {
  readonly report: ValidityReport | null
  readonly problem: PageProblem | null
  readonly shown: number | null
}

/** Layers crossed by name, what the table is limited to, and whether classes of one party stand together. */
export type Crossed = {
  readonly rows: string | null
  readonly columns: string | null
  readonly within: string | null
  readonly by: 'class' | 'party'
}

export const nothingCrossed: Crossed = { rows: null, columns: null, within: null, by: 'class' }

export type PageState = {
  readonly language: Language
  readonly view: View
  readonly studyId: string | null
  /** The day asked for; `null` is the study's own. */
  readonly at: string | null
  /** Ids of the studies set side by side; empty means all. */
  readonly compared: readonly string[]
  readonly studies: readonly StudySummary[]
  readonly unreadable: readonly UnreadableStudy[]
  readonly study: Study | null
  readonly measurement: Measurement | null
  readonly measuring: Busy | null
  readonly supposed: Supposed
  /** Why the study cannot be shown or measured. */
  readonly problem: PageProblem | null
  /** Features by layer id, as far as they have been fetched. */
  readonly features: ReadonlyMap<string, LayerFeatures>
  readonly time: TimelineState
  /** Names of the layers crossed, and JSON of the layer and class that the table is limited to; `null` leaves it to the page. */
  readonly crossed: Crossed
  /** Figures that sources print, against ours. */
  readonly against: readonly PublishedRow[] | null
  /** What the study's lists of damaged sites, and of events, come to on the day shown; `null` where it has none. */
  readonly damage: DamageReport | null
  readonly events: EventReport | null
  readonly comparison: Comparison | null
  /** Finding how sure the figures of the comparison are. */
  readonly comparing: Busy | null
  /** The studies compared, ready to be drawn, by id. */
  readonly comparedViews: ReadonlyMap<string, StudyView>
  readonly sheet: SheetState
  readonly tab: Tab
  /** The ground that a row or the pointer speaks of, and the one that stays when both are gone. */
  readonly lit: Ground | null
  readonly pinned: Ground | null
  /** Names of the layers that the map leaves out. */
  readonly hidden: ReadonlySet<string>
  /** The online base map: off until chosen, and `failed` while tiles of it are missing. */
  readonly baseMap: 'off' | 'on' | 'failed'
  /** The base map that can be chosen, and why the one that is set cannot. */
  readonly baseMapOffer: BaseMapOffer | null
  readonly baseMapProblem: PageProblem | null
  readonly menu: 'studies' | 'export' | null
  readonly isDrawerOpen: boolean
  readonly areNotesOpen: boolean
  readonly sure: SureState
  /** How files are made, and the one that is being made. */
  readonly print: PrintState
  readonly upload: Upload
  /** Files that wait for their coordinate system. */
  readonly question: CrsQuestion | null
  /** The layer whose panel is open. */
  readonly layerPanel: LayerPanel | null
}

/** As much of the state as the drawing of one study needs. */
export type StudyView = Pick<PageState, 'language' | 'study' | 'at' | 'hidden' | 'features'>

export const page = createStore<PageState>({
  language: 'en',
  view: 'map',
  studyId: null,
  at: null,
  compared: [],
  studies: [],
  unreadable: [],
  study: null,
  measurement: null,
  measuring: null,
  supposed: nothingSupposed,
  problem: null,
  features: new Map(),
  time: noTimeline,
  crossed: nothingCrossed,
  against: null,
  damage: null,
  events: null,
  comparison: null,
  comparing: null,
  comparedViews: new Map(),
  sheet: plainSheet,
  tab: 'control',
  lit: null,
  pinned: null,
  hidden: new Set(),
  baseMap: 'off',
  baseMapOffer: null,
  baseMapProblem: null,
  menu: null,
  isDrawerOpen: false,
  areNotesOpen: false,
  sure: notSure,
  print: nothingPrinted,
  upload: { phase: 'none' },
  question: null,
  layerPanel: null,
})
