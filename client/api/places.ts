import type { Identified } from '../../core/measure/identify.ts'
import type { identifyQuery } from '../../core/options/queries.ts'
import type { Answer } from './page-problem.ts'
import { queryText } from './query.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

/** What one layer says of a place, with the outline of what is there. */
export const identifyFeature = (
  id: string,
  at: string | null,
  [lon, lat]: readonly [number, number],
  layer: string,
  signal: AbortSignal,
): Promise<Answer<Identified>> =>
  request<Identified>(
    `${studyPath(id)}/identify${queryText<typeof identifyQuery>({ at, lon, lat, layer, outline: 'true' })}`,
    { signal },
  )

/** What every layer of a study says of one place on a day; without one, on the study's own. */
export const identifyPlace = (id: string, at: string | null, lon: number, lat: number): Promise<Answer<Identified>> =>
  request<Identified>(`${studyPath(id)}/identify${queryText<typeof identifyQuery>({ at, lon, lat })}`)
