import { isMendedBy } from '../../core/result/problem-table.ts'
import type { Extent } from '../../core/geometry/shapes.ts'
import type { CrsCandidate } from '../../core/crs/candidates.ts'
import type { ImportEvidence } from '../../core/layers/inspection.ts'
import type { PageProblem } from '../api/page-problem.ts'

/** A file whose bytes wait on the server until somebody says in which coordinate system it is. */
export type WaitingFile = {
  readonly names: string
  readonly uploadId: string
  readonly problem: PageProblem
  readonly candidates: readonly CrsCandidate[]
  readonly evidence: ImportEvidence | null
  /** Whether the answer is meant for it. */
  readonly isChosen: boolean
  /** The encoding that its texts are to be read in, where the reader says so; `null` leaves it as found. */
  readonly encoding: string | null
}

/** The question for the coordinate system of all files that wait. */
export type CrsQuestion = {
  readonly files: readonly WaitingFile[]
  /** Code of the candidate that the pointer or the focus is on. */
  readonly hovered: string | null
  /** Whether the chosen files are being read. */
  readonly isReading: boolean
}

/** The file as it waits after a refusal; `null` where a coordinate system would not mend it. */
export function waitingFile(names: string, uploadId: string, problem: PageProblem): WaitingFile | null {
  if (!isMendedBy(problem.code, 'crs')) return null
  const { candidates, evidence } = problem.more
  const known = (Array.isArray(candidates) ? (candidates as CrsCandidate[]) : []).filter(({ extent }) =>
    isOnEarth(extent),
  )
  const shown = typeof evidence === 'object' ? (evidence as ImportEvidence | null) : null
  return { names, uploadId, problem, candidates: known, evidence: shown, isChosen: true, encoding: null }
}

/** The systems that could be that of every chosen file, likeliest first, and where they would put all of them. */
export function commonCandidates({ files }: CrsQuestion): readonly CrsCandidate[] {
  const [first, ...others] = files.filter(({ isChosen }) => isChosen)
  if (!first) return []
  return first.candidates
    .flatMap((candidate): CrsCandidate[] => {
      const same = others.map(({ candidates }) => candidates.find(({ code }) => code === candidate.code))
      if (same.includes(undefined)) return []
      const all = [candidate, ...same.filter((each) => each !== undefined)]
      const fits = all.every((each) => each.fits === 'whole') ? 'whole' : 'partly'
      const score = all.reduce((sum, each) => sum + each.score, 0) / all.length
      return [{ ...candidate, extent: union(all.map(({ extent }) => extent)), score, fits }]
    })
    .sort((a, b) => b.score - a.score)
}

const union = (extents: readonly Extent[]): Extent => {
  const edge = (place: 0 | 1 | 2 | 3): number[] => extents.map((extent) => extent[place])
  return [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))]
}

const isOnEarth = (extent: Extent | null): boolean =>
  extent?.every((degrees, i) => Number.isFinite(degrees) && Math.abs(degrees) <= (i % 2 === 0 ? 180 : 90)) ?? false
