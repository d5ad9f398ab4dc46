import type { Publication } from '../../core/model/publication.ts'
import type { PageProblem } from '../api/page-problem.ts'

/** Who publishes, as the form of it stands. */
export type Publishing = {
  /** What is usual in the workspace; `null` until it is known. */
  readonly usual: Publication | null
  /** What tells it from one that somebody else has written meanwhile. */
  readonly tag: string
  /** Whether what is typed is said of this study, or of all that do not say so themselves. */
  readonly scope: 'study' | 'workspace'
  readonly problem: PageProblem | null
}

export const noPublishing: Publishing = { usual: null, tag: '*', scope: 'study', problem: null }
