import { stat } from 'node:fs/promises'
import type { TaskInput, TaskName } from './tasks.ts'

/** Short tasks are never kept waiting by long ones. */
export type Lane = 'short' | 'long'

/** What tells how long a task takes: bytes of the layers that it reads, and how often it measures them. */
type Load = { readonly bytes: number; readonly draws: number }

const mostShortBytes = 5_000_000
/** Bytes times draws of about two seconds. */
const mostShortDrawn = 200_000_000

const mayBeShort: ReadonlySet<TaskName> = new Set([
  'measure-study',
  'damage-study',
  'event-study',
  'published-study',
  'resettle-layer',
  'unattributed-study',
  'make-sheet',
])

type Given = Partial<TaskInput<'measure-study'>> & Partial<Pick<TaskInput<'make-sheet'>, 'sheet' | 'beside'>>

/** The lane of a task by what it reads and draws. A guess: a short task that takes long is taken for long meanwhile. */
export async function laneOf(name: TaskName, input: TaskInput<TaskName>): Promise<Lane> {
  if (!mayBeShort.has(name)) return 'long'
  const { sheet, beside = [] } = input as Given
  if (sheet && (sheet.format.includes('png') || sheet.multiples || sheet.pages || beside.length > 0)) return 'long'
  const { bytes, draws } = await loadOf(input as Given)
  return bytes <= mostShortBytes && bytes * draws <= mostShortDrawn ? 'short' : 'long'
}

async function loadOf({ paths = {}, request, sheet }: Given): Promise<Load> {
  let bytes = 0
  for (const path of Object.values(paths)) {
    bytes += await stat(path).then(
      ({ size }) => size,
      () => 0,
    )
  }
  return { bytes, draws: request?.draws ?? sheet?.measuring.draws ?? 0 }
}

/** Whose turn a task takes: that of its study, or its own where it is of none. */
export function turnOf(input: TaskInput<TaskName>): string {
  const { study, to } = input as { readonly study?: { readonly id: string }; readonly to?: string }
  return study?.id ?? to ?? ''
}
