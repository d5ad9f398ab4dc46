import type { Intervals } from './measurements.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'
import type { Comparison } from '../../core/compare/comparison-answer.ts'

type Watching = { readonly signal: AbortSignal; readonly progress?: (fraction: number) => void }

/** Studies that are compared; with `precedents` the first one's are named where they are not there. */
export type Compared = { readonly ids: readonly string[]; readonly precedents: boolean }

/** Studies side by side in the same measures, each on its own day; without `intervals` none are drawn. */
export function compareStudies(
  { ids, precedents }: Compared,
  intervals: Intervals | null,
  watching: Watching,
): Promise<Answer<Comparison>> {
  const drawing = Object.entries(intervals ?? { draws: 0 }).map(([name, value]) => `&${name}=${value}`)
  return request<Comparison>(
    `/api/compare?studies=${ids.map(encodeURIComponent).join(',')}${precedents ? '&precedents=true' : ''}${drawing.join('')}`,
    watching,
  )
}
