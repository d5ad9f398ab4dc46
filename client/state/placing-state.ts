import type { ControlPoint, PlaneKind, TransformKind } from '../../core/model/picture-record.ts'
import type { ReportedNote } from '../../core/format/note-text.ts'
import type { Position } from '../../core/picture/transform.ts'
import type { PageProblem } from '../api/page-problem.ts'
import { emptySource, type SourceTexts } from './source-texts.ts'

/** A picture that the server has looked at, and that waits there. */
export type SeenPicture = {
  readonly uploadId: string
  readonly file: string
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly notes: readonly ReportedNote[]
}

/** A picture that is being placed on the ground. */
export type PlacingState = {
  readonly name: string
  /** `null` while it is on its way. */
  readonly picture: SeenPicture | null
  /** The points after each step, the one that stands at `step`. */
  readonly steps: readonly (readonly ControlPoint[])[]
  readonly step: number
  /** A point of which one half is given. */
  readonly half: { readonly pixel: Position | null; readonly place: Position | null }
  /** The number of the point that the next click moves. */
  readonly chosen: number | null
  readonly transform: TransformKind | null
  readonly plane: PlaneKind | null
  readonly clickPx: number
  readonly linePx: number
  /** What the source says of its accuracy, one standard deviation per axis; `null` where it says nothing. */
  readonly sourceM: number | null
  readonly source: SourceTexts
  readonly opacity: number
  /** What a file of points was found to hold beside them. */
  readonly pointNotes: readonly ReportedNote[]
  readonly isSaving: boolean
  readonly problem: PageProblem | null
}

export const newPlacing = (name: string): PlacingState => ({
  name,
  picture: null,
  steps: [[]],
  step: 0,
  half: { pixel: null, place: null },
  chosen: null,
  transform: null,
  plane: null,
  clickPx: 2,
  linePx: 2,
  sourceM: null,
  source: emptySource,
  opacity: 0.6,
  pointNotes: [],
  isSaving: false,
  problem: null,
})

/** The points that stand now. */
export const pointsOf = ({ steps, step }: Pick<PlacingState, 'steps' | 'step'>): readonly ControlPoint[] => steps[step]!
