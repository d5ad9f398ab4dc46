import type { Uncertainty } from '../../core/uncertainty/uncertainty.ts'
import type { CorrectedCount } from '../../core/uncertainty/corrected-counts.ts'
import type { AreaEstimate } from '../../core/uncertainty/error-matrix.ts'
import type { UnattributedFeatures } from '../api/uncertainty.ts'
import type { PageProblem } from '../api/page-problem.ts'

/** A layer's areas corrected by an error matrix, or its counts by detection rates; or why they cannot be. */
export type Correction = { readonly layer: string } & (
  | { readonly kind: 'areas'; readonly estimate: AreaEstimate }
  | { readonly kind: 'counts'; readonly counts: readonly CorrectedCount[] }
  | { readonly kind: 'refused'; readonly problem: PageProblem }
)

/** What the page knows of how sure the areas shown are. */
export type SureState = {
  /** The estimate, which comes at once; or all of it, where `method.draws` is more than 0. */
  readonly uncertainty: Uncertainty | null
  readonly isOpen: boolean
  /** How far the draws are, 0 to 1; `null` where none run. */
  readonly drawing: number | null
  readonly problem: PageProblem | null
  /** Place of the figure whose curve is shown. */
  readonly charted: number | null
  /** Names of the layers whose ground that cannot be attributed is on the map, and that ground. */
  readonly banded: ReadonlySet<string>
  readonly bands: UnattributedFeatures | null
  readonly correction: Correction | null
}

export const notSure: SureState = {
  uncertainty: null,
  isOpen: false,
  drawing: null,
  problem: null,
  charted: null,
  banded: new Set(),
  bands: null,
  correction: null,
}
