import { isMeasured, type Layer } from '../../core/model/layer.ts'
import type { PageState } from './page-state.ts'
import { planLayer, shownSeries } from './shown-series.ts'

/** The layers whose accuracy makes the intervals on the day shown: the plan, and what is measured against it as ground. */
export function uncertainLayers(state: PageState): Layer[] {
  const plan = planLayer(state)
  const zones = shownSeries(state).flatMap(({ holding }) =>
    holding && isMeasured(holding) && isGround(holding) ? [holding] : [],
  )
  return plan === null ? [] : [plan, ...zones]
}

const isGround = ({ geometryType, bufferM, events }: Layer): boolean =>
  geometryType === 'polygon' || bufferM !== undefined || events !== undefined

/** Those of them whose accuracy is neither stated nor assumed: where there is one, there are no intervals. */
export const layersWithoutAccuracy = (state: PageState): Layer[] =>
  uncertainLayers(state).filter(({ name, accuracyM }) => accuracyM === undefined && !state.assumed.has(name))

/** A slider runs from 0 to `sliderEnd` over 1 m to 2,000 m, in steps that grow with the value; to two figures. */
export const sliderEnd = 66

export function metresAt(step: number): number {
  const metres = 10 ** (step / 20)
  const place = 10 ** Math.max(0, Math.floor(Math.log10(metres)) - 1)
  return Math.round(metres / place) * place
}

export const stepAt = (metres: number): number =>
  Math.min(sliderEnd, Math.max(0, Math.round(20 * Math.log10(Math.max(1, metres)))))
