import type { Drawing, Place } from '../../core/drawing/region.ts'
import type { PageProblem } from '../api/page-problem.ts'
import type { PlacingState } from './placing-state.ts'

export const drawingTools = ['region', 'hole', 'split', 'merge', 'corners'] as const
export type DrawingTool = (typeof drawingTools)[number]

/** A layer that is being drawn. */
export type DrawingState = {
  /** `null` while it is still to be started. */
  readonly layer: string | null
  /** The file that `regions` are of; `null` before they have come. */
  readonly file: string | null
  readonly regions: Drawing
  readonly tool: DrawingTool
  /** The number of the region that is chosen, and one of its corners. */
  readonly selected: number | null
  readonly corner: Place | null
  /** The corners set so far after each step, the last as they are now; empty where none is. */
  readonly steps: readonly (readonly Place[])[]
  /** Where the next corner would come, as the pointer lies. */
  readonly next: Place | null
  /** The class of what is drawn next, where the layer has classes. */
  readonly className: string
  readonly isFollowing: boolean
  /** Whether what is drawn next is kept off the regions that are there, and whether that took ground from the last. */
  readonly isKeptOff: boolean
  readonly wasCut: boolean
  readonly saving: 'nothing' | 'saving' | 'saved'
  readonly problem: PageProblem | null
  /** The picture on which a layer is to be drawn, while it is being placed. */
  readonly placing: PlacingState | null
  /** How opaque the picture is under what is drawn on it. */
  readonly pictureOpacity: number
}

export const newDrawing: DrawingState = {
  layer: null,
  file: null,
  regions: [],
  tool: 'region',
  selected: null,
  corner: null,
  steps: [],
  next: null,
  className: '',
  isFollowing: false,
  isKeptOff: true,
  wasCut: false,
  saving: 'nothing',
  problem: null,
  placing: null,
  pictureOpacity: 0.6,
}

/** The corners that are set now. */
export const sketchOf = ({ steps }: Pick<DrawingState, 'steps'>): readonly Place[] => steps.at(-1) ?? []
