import type { Measurement } from '../../core/model/measurement.ts'
import type { measurementQuery } from '../../core/options/queries.ts'
import type { Answer } from './page-problem.ts'
import { nothingAssumed, type Assumed } from './assumed-accuracies.ts'
import { queryText } from './query.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

/** How many draws make the intervals, and the seed that makes the same ones again. */
export type Intervals = { readonly draws: number; readonly seed: number }

type Watching = { readonly signal: AbortSignal; readonly progress: (fraction: number) => void }

/** The measurement of a study on a day; without one, on the study's own. Intervals are as `assumed` would make them. */
export function getMeasurement(
  id: string,
  at: string | null,
  intervals: Intervals | null,
  watching: Watching,
  assumed: Assumed = nothingAssumed,
): Promise<Answer<Measurement>> {
  const accuracy = [...(intervals ? assumed : [])].map(([layer, metres]) => `${layer}:${metres}`)
  const query = queryText<typeof measurementQuery>({ at, ...intervals, accuracy })
  return request<Measurement>(`${studyPath(id)}/measurement${query}`, watching)
}
