import type { FigureSubject } from '../../core/uncertainty/uncertainty.ts'
import type { FigureUncertainty } from '../../core/uncertainty/uncertainty.ts'
import type { Interval } from '../../core/model/measurement.ts'
import type { Ground } from '../state/ground.ts'
import { groundKey } from '../state/ground.ts'
import type { PageState } from '../state/page-state.ts'

/** The estimated interval of a row's ground, to stand in until the draws give theirs; `undefined` where there is none. */
export function estimatedInterval({ sure }: Pick<PageState, 'sure'>, ground: Ground): Interval | undefined {
  const key = groundKey(ground)
  const estimate = sure.uncertainty?.figures.find(
    ({ subject }) => subject.kind !== 'plan' && groundKey(subject) === key,
  )?.estimate
  return estimate && { low: estimate.lowM2, high: estimate.highM2 }
}

/** The interval of a figure by the best way that is there, for `formatInterval`. */
export function intervalOf({ draws, estimate }: FigureUncertainty): Interval {
  if (draws) return { low: draws.lowM2, high: draws.highM2 }
  return estimate ? { low: estimate.lowM2, high: estimate.highM2 } : {}
}

/** Whether a figure is one of the plan, or of what one layer says, with any ground that it may have. */
export const isShown = ({ subject, areaM2, bounds, draws }: FigureUncertainty): boolean =>
  subject.kind !== 'combination' && (areaM2 > 0 || (bounds?.maxM2 ?? 0) > 0 || (draws?.highM2 ?? 0) > 0)

export type LayerSubject = Exclude<FigureSubject, { readonly kind: 'combination' }>
