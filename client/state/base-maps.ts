import type { BaseMapFacts, NamedBaseMap } from '../api/base-map.ts'
import type { PageProblem } from '../api/page-problem.ts'

/** One that can be chosen; what is not known of a file before it is chosen is missing. */
export type BaseMapChoice = NamedBaseMap & {
  readonly facts: BaseMapFacts | null
  /** Whether the reader has named it, and so can take it away. */
  readonly isOwn: boolean
}

/** The base maps of the page: none is shown until it is chosen. */
export type BaseMaps = {
  readonly choices: readonly BaseMapChoice[]
  readonly chosen: (BaseMapChoice & { readonly facts: BaseMapFacts }) | null
  /** Whether tiles of the chosen one did not come. */
  readonly isFailing: boolean
  /** Why one cannot be used. */
  readonly problem: PageProblem | null
}

export const noBaseMaps: BaseMaps = { choices: [], chosen: null, isFailing: false, problem: null }

/** The one that goes under a sheet which is asked to have it: the chosen one, else the first. */
export const baseMapOfSheet = ({ choices, chosen }: BaseMaps): BaseMapChoice | null => chosen ?? choices[0] ?? null
