import type { CorrectedCount } from '../../core/uncertainty/corrected-counts.ts'
import type { AreaEstimate } from '../../core/uncertainty/error-matrix.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

type Requested = { readonly layer: string; readonly at: string | null }

const queryOf = ({ layer, at }: Requested, more: Readonly<Record<string, string>>): string =>
  new URLSearchParams({ layer, ...(at === null ? {} : { at }), ...more }).toString()

/** The areas of a layer corrected by an error matrix in CSV. */
export const correctAreas = (
  study: string,
  requested: Requested,
  isRandom: boolean,
  csv: string,
): Promise<Answer<AreaEstimate>> =>
  request<AreaEstimate>(
    `${studyPath(study)}/error-matrix?${queryOf(requested, { sampling: isRandom ? 'probability' : 'unknown' })}`,
    { method: 'POST', csv },
  )

/** The counts of a layer corrected by rates such as `45/50`. */
export const correctCounts = (
  study: string,
  requested: Requested,
  rates: Readonly<Record<string, string>>,
): Promise<Answer<{ readonly counts: readonly CorrectedCount[] }>> =>
  request(`${studyPath(study)}/corrected-counts?${queryOf(requested, rates)}`)
