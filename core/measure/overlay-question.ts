import type { Features } from '../geometry/shapes.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'
import { asOneClass } from '../overlay/union.ts'
import { requestedDay } from '../model/requested-day.ts'
import { isWithoutOutline } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import { done, type Outcome } from '../result/outcome.ts'
import { measurableOf, type Measurable } from './measurable.ts'
import { overlayLayerByFeature, overlayLayerOf } from './measured-layer.ts'

/** The layers whose overlay holds every area of a measurement: the plan, the zones, and the units where there are any. */
export const overlayLayersOf = ({ plan, zones, units }: Measurable, byFeature: boolean): OverlayLayer[] => [
  byFeature ? overlayLayerByFeature(plan.features) : asOneClass(plan.features.shapes),
  ...zones.map(overlayLayerOf),
  ...(units ? [overlayLayerByFeature(units.features)] : []),
]

/** The same of a study on a day; `null` where its plan has no outline. Refuses what `measureStudy` does. */
export function overlayQuestion(
  study: Study,
  features: ReadonlyMap<string, Features>,
  { at, byFeature }: { readonly at?: string | undefined; readonly byFeature?: boolean | undefined },
): Outcome<OverlayLayer[] | null> {
  const day = requestedDay(study, at)
  if (!day.ok) return day
  if (isWithoutOutline(study)) return done(null)
  const measurable = measurableOf(study, features, day.value)
  return measurable.ok ? done(overlayLayersOf(measurable.value, byFeature === true)) : measurable
}
