import type { Extent } from '../../core/geometry/shapes.ts'
import type { CrsCandidate } from '../../core/study/inspection.ts'
import type { PageProblem } from '../api/page-problem.ts'

/** Where an upload stands. Once it has become a layer, the settings of that layer take over. */
export type Upload =
  | { readonly phase: 'none' }
  | { readonly phase: 'sending'; readonly names: string; readonly fraction: number; readonly cancel: () => void }
  | { readonly phase: 'crs'; readonly names: string; readonly question: CrsQuestion }
  | ({ readonly phase: 'sublayers'; readonly names: string; readonly sublayers: readonly string[] } & Waiting)
  | ({ readonly phase: 'name'; readonly names: string } & Waiting)
  | { readonly phase: 'refused'; readonly names: string; readonly problem: PageProblem }

/** Bytes that wait on the server until a question is answered. */
type Waiting = { readonly uploadId: string; readonly problem: PageProblem }

/** A file that does not say in which coordinate system it is. */
export type CrsQuestion = Waiting & {
  readonly candidates: readonly CrsCandidate[]
  /** Code of the candidate that the pointer or the focus is on. */
  readonly lit: string | null
  /** Whether the chosen one is being read. */
  readonly isReading: boolean
}

/** Refusals that another coordinate system mends: the file names none, or one that its numbers belie. */
const crsCodes = new Set(['crs-unknown', 'crs-contradicted', 'crs-metres-as-degrees', 'crs-degrees-as-metres'])

/** What a refusal asks of the user where an answer can mend it, else the refusal itself. */
export function uploadAfter(names: string, problem: PageProblem): Upload {
  const { uploadId, candidates, layers } = problem.more
  if (typeof uploadId !== 'string') return { phase: 'refused', names, problem }
  const waiting = { uploadId, problem }
  if (crsCodes.has(problem.code)) {
    const known = (Array.isArray(candidates) ? (candidates as CrsCandidate[]) : []).filter(({ extent }) => isOnEarth(extent))
    return { phase: 'crs', names, question: { ...waiting, candidates: known, lit: null, isReading: false } }
  }
  if (problem.code === 'several-layers' && Array.isArray(layers)) {
    return { phase: 'sublayers', names, sublayers: layers.map(String), ...waiting }
  }
  if (problem.code === 'layer-name-taken') return { phase: 'name', names, ...waiting }
  return { phase: 'refused', names, problem }
}

const isOnEarth = (extent: Extent | null): boolean =>
  extent?.every((degrees, i) => Number.isFinite(degrees) && Math.abs(degrees) <= (i % 2 === 0 ? 180 : 90)) ?? false
