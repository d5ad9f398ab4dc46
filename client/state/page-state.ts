import type { DamageReport } from '../../core/damage/damage-answer.ts'
import type { EventReport } from '../../core/events/event-answer.ts'
import type { FieldClasses } from '../../core/classify/classes-from.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import type { Study } from '../../core/model/study.ts'
import type { ValidityReport } from '../../core/geometry-check/fault.ts'
import type { AccuracyKind } from '../../core/model/accuracy.ts'
import type { Language } from '../../core/i18n/translate.ts'
import { nothingAssumed, type Assumed } from '../api/assumed-accuracies.ts'
import type { PageProblem } from '../api/page-problem.ts'
import type { HistoryRow } from '../api/study-history.ts'
import type { StudySummary, UnreadableStudy } from '../api/studies.ts'
import type { Announcement } from './announcement.ts'
import type { AttributeTable } from './attribute-table.ts'
import { noBaseMaps, type BaseMaps } from './base-maps.ts'
import type { Camera } from './camera.ts'
import type { DrawingState } from './drawing-state.ts'
import { nothingPrinted, type PrintState } from './print-state.ts'
import { noPublishing, type Publishing } from './publishing.ts'
import { defaultSheet, type SheetState } from './sheet-state.ts'
import { noTimeline, type TimelineState } from './timeline-state.ts'
import { notSure, type SureState } from './sure-state.ts'
import type { MeasuredRole } from '../../core/model/layer.ts'
import type { IdentifiedPlace } from './identified-place.ts'
import type { Pair } from './pair.ts'
import type { Ruler } from './ruler.ts'
import type { Upload } from './upload-state.ts'
import type { LayerFields } from '../../core/tiles/layer-rows.ts'
import type { PointedPlace } from './pointed-place.ts'
import type { TiledLayer } from './tiled-layer.ts'
import type { CrsQuestion } from './waiting-files.ts'
import type { Busy } from './busy.ts'
import type { Ground } from './ground.ts'
import type { LoadForm } from './load-form.ts'
import type { LayerFeatures } from './layer-features.ts'
import { createStore } from './store.ts'
import type { Comparison, PublishedRow } from '../../core/compare/comparison-answer.ts'

export const views = ['map', 'compare', 'timeline', 'sheet', 'report'] as const
export type View = (typeof views)[number]
export type Tab = MeasuredRole | 'combined' | 'units'

/** The layer that is being edited, whether a change is under way, and why the last one was refused. */
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
  /** Ids of the studies set side by side; empty means the study in hand and its precedents. */
  readonly compared: readonly string[]
  readonly studies: readonly StudySummary[]
  readonly unreadable: readonly UnreadableStudy[]
  readonly study: Study | null
  /** What was changed in the study, oldest first. */
  readonly history: readonly HistoryRow[]
  readonly announcement: Announcement | null
  readonly measurement: Measurement | null
  readonly measuring: Busy | null
  readonly assumed: Assumed
  /** Draws of the intervals where the usual ones would take too long; `null` is the usual ones. */
  readonly draws: number | null
  /** Why the study cannot be shown or measured. */
  readonly problem: PageProblem | null
  /** Features by layer id, as far as they have been fetched. */
  readonly features: ReadonlyMap<string, LayerFeatures>
  /** Layers whose tiles are asked for in place of their features, by layer id. */
  readonly tiled: ReadonlyMap<string, TiledLayer>
  /** What the fields of such layers hold, by layer id, where a panel has asked for it. */
  readonly fields: ReadonlyMap<string, LayerFields>
  /** What lies under the pointer in such layers, as the server says. */
  readonly pointed: PointedPlace | null
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
  readonly publishing: Publishing
  readonly tab: Tab
  /** The ground that a row or the pointer speaks of, and the one that stays when both are gone. */
  readonly hovered: Ground | null
  readonly selected: Ground | null
  /** Where the reader has moved the map to; `null` while it shows the plan. */
  readonly camera: Camera | null
  /** Names of the layers that the map leaves out. */
  readonly hidden: ReadonlySet<string>
  readonly baseMaps: BaseMaps
  readonly menu: 'studies' | 'export' | null
  readonly isDrawerOpen: boolean
  readonly areNotesOpen: boolean
  readonly sure: SureState
  /** How files are made, and the one that is being made. */
  readonly print: PrintState
  /** The layer that is being drawn; without an id it is still to be started. */
  readonly drawing: DrawingState | null
  /** The measuring tool, while it is in use. */
  readonly ruler: Ruler | null
  readonly place: IdentifiedPlace | null
  /** A second map, and what it shows once that is there. */
  readonly pair: Pair | null
  readonly pairView: StudyView | null
  /** The attributes of a layer, while they are shown. */
  readonly table: AttributeTable | null
  readonly upload: Upload
  /** Files that are asked about together before they are loaded. */
  readonly loadForm: LoadForm | null
  /** Files that wait for their coordinate system. */
  readonly question: CrsQuestion | null
  /** The layer whose panel is open. */
  readonly layerPanel: LayerPanel | null
  /** Where the layer that was moved last lies now, for readers who do not see it. */
  readonly moved: string
  readonly isLookOpen: boolean
  /** A series whose opacity is being chosen, before the study has it. */
  readonly fading: { readonly name: string; readonly opacity: number } | null
}

/** As much of the state as the drawing of one study needs. */
export type StudyView = Pick<PageState, 'language' | 'study' | 'at' | 'hidden' | 'features' | 'tiled'> &
  Partial<Pick<PageState, 'fading'>>

export const page = createStore<PageState>({
  language: 'en',
  view: 'map',
  studyId: null,
  at: null,
  compared: [],
  studies: [],
  unreadable: [],
  study: null,
  history: [],
  announcement: null,
  measurement: null,
  measuring: null,
  assumed: nothingAssumed,
  draws: null,
  problem: null,
  features: new Map(),
  tiled: new Map(),
  fields: new Map(),
  pointed: null,
  time: noTimeline,
  crossed: nothingCrossed,
  against: null,
  damage: null,
  events: null,
  comparison: null,
  comparing: null,
  comparedViews: new Map(),
  sheet: defaultSheet,
  publishing: noPublishing,
  tab: 'control',
  hovered: null,
  selected: null,
  camera: null,
  hidden: new Set(),
  baseMaps: noBaseMaps,
  menu: null,
  isDrawerOpen: false,
  areNotesOpen: false,
  sure: notSure,
  print: nothingPrinted,
  drawing: null,
  ruler: null,
  place: null,
  pair: null,
  pairView: null,
  table: null,
  upload: { phase: 'none' },
  loadForm: null,
  question: null,
  layerPanel: null,
  moved: '',
  isLookOpen: false,
  fading: null,
})
