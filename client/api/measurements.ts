import type { Measurement } from '../../core/study/measurement.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

type Watching = { readonly signal: AbortSignal; readonly progress: (fraction: number) => void }

/** The measurement of a study on a day; without one, on the study's own. */
export const getMeasurement = (id: string, at: string | null, watching: Watching): Promise<Answer<Measurement>> =>
  request<Measurement>(`${studyPath(id)}/measurement${at === null ? '' : `?at=${at}`}`, watching)
