import type { FeatureCollection, Geometry } from 'geojson'
import type { Uncertainty } from '../../core/how-sure/uncertainty.ts'
import type { Intervals } from './measurements.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

type Watching = { readonly signal: AbortSignal; readonly progress?: (fraction: number) => void }

/** How sure the areas of a study are on a day: the estimate and the bounds at once, with draws the rest as well. */
export function getUncertainty(id: string, at: string | null, intervals: Intervals | null, watching: Watching): Promise<Answer<Uncertainty>> {
  const query = new URLSearchParams(at === null ? {} : { at })
  for (const [name, value] of Object.entries(intervals ?? { draws: 0 })) query.set(name, String(value))
  return request<Uncertainty>(`${studyPath(id)}/uncertainty?${query}`, watching)
}

export type UnattributedFeatures = FeatureCollection<Geometry | null, { readonly layer: string; readonly bandM: number; readonly areaM2: number }>

/** The ground that each layer cannot attribute at its accuracy, a feature for each layer. */
export function getUnattributed(id: string, at: string | null, watching: Watching): Promise<Answer<UnattributedFeatures>> {
  const query = new URLSearchParams(at === null ? {} : { at })
  return request<UnattributedFeatures>(`${studyPath(id)}/unattributed?${query}`, watching)
}
