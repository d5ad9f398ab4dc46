import { stat } from 'node:fs/promises'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { ReportStyle } from '../../core/report/report-style.ts'
import type { Lane, TaskInput, TaskName } from './tasks.ts'

/** What tells how long a task takes: bytes of the layers that it reads, the draws of a question, and how many it asks. */
export type Load = { readonly bytes: number; readonly draws: number; readonly questions: number }

/** A report asks of other days, sources and accuracies too; a brief one of changes alone. About what their time is of a measurement's. */
const questionsOfReport: Readonly<Record<ReportStyle, number>> = { full: 6, brief: 2 }

const mostShortBytes = 5_000_000
/** Bytes times draws of about two seconds. */
const mostShortDrawn = 200_000_000
const drawnPerSecond = 100_000_000
/** The time of a draw differs between layers: only what is far too much is refused before it is tried. */
const leeway = 4
const zoneBytes = 2_500

const mayBeShort: ReadonlySet<TaskName> = new Set([
  'measure-study',
  'damage-study',
  'event-study',
  'published-study',
  'identify-place',
  'prepare-tiles',
  'cut-tile',
  'describe-base-map',
  'base-map-tile',
  'fields-of-layer',
  'rows-of-layer',
  'update-layer',
  'start-drawing',
  'redraw-layer',
  'unattributed-study',
  'make-sheet',
  'page-of-collection',
  'item-of-collection',
  'fields-of-collection',
])

type Given = Partial<TaskInput<'measure-study'>> &
  Partial<Pick<TaskInput<'make-sheet'>, 'sheet' | 'beside'>> &
  Partial<Pick<TaskInput<'make-report'>, 'report'>>

/** The lane of a task by what it reads and draws. A guess: a short task that takes long is taken for long meanwhile. */
export function laneOf(name: TaskName, input: TaskInput<TaskName>, { bytes, draws }: Omit<Load, 'questions'>): Lane {
  if (!mayBeShort.has(name)) return 'long'
  const { sheet, beside = [] } = input as Given
  if (sheet && (sheet.format.includes('png') || sheet.multiples || sheet.pages || beside.length > 0)) return 'long'
  return bytes <= mostShortBytes && bytes * draws <= mostShortDrawn ? 'short' : 'long'
}

/** What a task reads and draws, by the sizes of its files; a zone round a point is as long as the polygon that it becomes. */
export async function loadOf(input: TaskInput<TaskName>): Promise<Load> {
  const { study, paths = {}, request, sheet, report } = input as Given
  let bytes = 0
  for (const path of Object.values(paths)) {
    bytes += await stat(path).then(
      ({ size }) => size,
      () => 0,
    )
  }
  for (const { bufferM, features } of study?.layers ?? []) if (bufferM !== undefined) bytes += features * zoneBytes
  return {
    bytes,
    draws: request?.draws ?? sheet?.measuring.draws ?? report?.measuring.draws ?? 0,
    questions: report ? questionsOfReport[report.style ?? 'full'] : 1,
  }
}

/** About how many seconds the draws take; the time of one differs between layers. */
export const secondsOf = ({ bytes, draws, questions }: Load): number => (bytes * draws * questions) / drawnPerSecond

/** Refuses draws that would take many times as long as a task may, with the number that would fit. */
export function drawsFit({ bytes, draws }: Load, seconds: number): Outcome<null> {
  const most = Math.floor((seconds * drawnPerSecond * leeway) / Math.max(1, bytes))
  return draws <= most || draws === 0 ? done(null) : refused(problem('draws-too-many', { draws, fitting: most }))
}

/** Whose turn a task takes: that of its study, or its own where it is of none. */
export function turnOf(input: TaskInput<TaskName>): string {
  const { study, to } = input as { readonly study?: { readonly id: string }; readonly to?: string }
  return study?.id ?? to ?? ''
}
