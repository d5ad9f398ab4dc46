import type { NamedSnapshot } from '../../core/layers/series-of-files.ts'
import type { PageProblem } from '../api/page-problem.ts'
import type { Preview } from './previews.ts'
import { waitingFile, type WaitingFile } from './waiting-files.ts'

/** Where an upload stands. Once it has become a layer, the settings of that layer take over. */
export type Upload =
  | { readonly phase: 'none' }
  | {
      readonly phase: 'sending'
      readonly names: string
      readonly fraction: number
      readonly cancel: () => void
      /** The shapes of the file as a first look shows them. */
      readonly preview?: Preview
    }
  | SublayerQuestion
  | ({ readonly phase: 'name' } & Waiting)
  | { readonly phase: 'refused'; readonly names: string; readonly problem: PageProblem }

/** Bytes that wait on the server until a question is answered. */
type Waiting = { readonly names: string; readonly uploadId: string; readonly problem: PageProblem }

/** Files that hold several layers, and which of them are to be loaded. */
export type SublayerQuestion = {
  readonly phase: 'sublayers'
  readonly sublayers: readonly string[]
  readonly chosen: ReadonlySet<string>
  /** What their names tell of their days, where they may be the snapshots of one series. */
  readonly snapshots: readonly NamedSnapshot[]
  /** The files themselves, which are read once more for what is to be known of each layer. */
  readonly files: readonly File[]
} & Waiting

/** What a refusal asks of the user where an answer can mend it, else the refusal itself. */
export function uploadAfter(names: string, problem: PageProblem, files: readonly File[]): Upload | WaitingFile {
  const { uploadId, layers, snapshots } = problem.more
  if (typeof uploadId !== 'string') return { phase: 'refused', names, problem }
  const waiting = { names, uploadId, problem }
  const named = Array.isArray(snapshots) ? (snapshots as NamedSnapshot[]) : []
  if ((problem.code === 'several-layers' || problem.code === 'sublayer-unknown') && Array.isArray(layers)) {
    return { phase: 'sublayers', sublayers: layers.map(String), chosen: new Set(), snapshots: named, files, ...waiting }
  }
  if (problem.code === 'snapshots-undated')
    return { phase: 'sublayers', sublayers: [], chosen: new Set(), snapshots: named, files, ...waiting }
  if (problem.code === 'layer-name-taken' || problem.code === 'layer-name-taken-undated')
    return { phase: 'name', ...waiting }
  return waitingFile(names, uploadId, problem) ?? { phase: 'refused', names, problem }
}
