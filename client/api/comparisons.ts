import type { Comparison } from '../../core/study/comparison.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'

/** Studies side by side in the same measures, each on its own day. */
export const compareStudies = (ids: readonly string[], signal: AbortSignal): Promise<Answer<Comparison>> =>
  request<Comparison>(`/api/compare?studies=${ids.map(encodeURIComponent).join(',')}`, { signal })
