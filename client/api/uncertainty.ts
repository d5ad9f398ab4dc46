import type { FeatureCollection, Geometry } from 'geojson'
import type { unattributedQuery, uncertaintyQuery } from '../../core/options/queries.ts'
import type { Uncertainty } from '../../core/uncertainty/uncertainty.ts'
import type { Assumed } from './assumed-accuracies.ts'
import type { Intervals } from './measurements.ts'
import type { Answer } from './page-problem.ts'
import { queryText } from './query.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

/** What is asked about: a study, on a day or on its own, with the accuracies assumed of its layers. */
export type SureOf = { readonly studyId: string; readonly at: string | null; readonly assumed: Assumed }
type Watching = { readonly signal: AbortSignal; readonly progress?: (fraction: number) => void }

/** How sure the areas of a study are on a day: the estimate alone, at once; with draws all of it. */
export function getUncertainty(
  of: SureOf,
  intervals: Intervals | null,
  watching: Watching,
): Promise<Answer<Uncertainty>> {
  const query = queryText<typeof uncertaintyQuery>({
    at: of.at,
    accuracy: accuraciesOf(of),
    ...(intervals ?? { only: 'estimate' }),
  })
  return request<Uncertainty>(`${studyPath(of.studyId)}/uncertainty${query}`, watching)
}

export type UnattributedFeatures = FeatureCollection<
  Geometry | null,
  { readonly layer: string; readonly bandM: number; readonly areaM2: number }
>

/** The ground that each layer cannot attribute at its accuracy, a feature for each layer. */
export const getUnattributed = (of: SureOf, watching: Watching): Promise<Answer<UnattributedFeatures>> =>
  request<UnattributedFeatures>(
    `${studyPath(of.studyId)}/unattributed${queryText<typeof unattributedQuery>({ at: of.at, accuracy: accuraciesOf(of) })}`,
    watching,
  )

const accuraciesOf = ({ assumed }: SureOf): string[] => [...assumed].map(([layer, metres]) => `${layer}:${metres}`)
