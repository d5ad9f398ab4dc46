import type { GroundArea, Interval, Measurement } from '../study/measurement.ts'
import { shareInterval } from '../study/share-interval.ts'
import type { Study } from '../study/study.ts'
import type { DrawnQuantity } from './drawn-quantity.ts'
import { readingsOn, type Readings } from './held-ground.ts'

/** Shares of the plan by the narrowest and by the widest reading, in each draw. */
export type DrawnReadings = { readonly narrow: DrawnQuantity; readonly wide: DrawnQuantity }

export type DrawnDay = Readonly<Record<'held' | 'shelled' | 'damaged', DrawnReadings | null>>

/** What the draws say of what is compared; members are `null` where nothing was drawn. */
export type DrawnPlan = {
  /** What layers were drawn on: studies that share one err together. */
  readonly bases: readonly string[]
  readonly planM2: DrawnQuantity | null
  readonly onDay: DrawnDay
  readonly onAnnouncement: DrawnDay | null
}

/** The draws of a study's measurements that were made with samples. */
export function drawnPlan(study: Study, onDay: Measurement, onAnnouncement: Measurement | null): DrawnPlan {
  const { plan } = onDay
  return {
    bases: study.layers.flatMap(({ base }) => base ?? []),
    planM2: quantityOf(plan.areaM2, plan.low, plan.high, plan.sample),
    onDay: drawnDay(study, onDay),
    onAnnouncement: onAnnouncement && drawnDay(study, onAnnouncement),
  }
}

function drawnDay(study: Study, measurement: Measurement): DrawnDay {
  const { held, shelled, damaged } = readingsOn(study, measurement)
  const drawn = (own: Readings | null): DrawnReadings | null => {
    const narrow = own && shareOf(own.narrow, measurement.plan)
    const wide = own && shareOf(own.wide, measurement.plan)
    return narrow && wide && { narrow, wide }
  }
  return { held: drawn(held), shelled: drawn(shelled), damaged: drawn(damaged) }
}

/** A share of the plan: area and plan of one draw belong together. */
function shareOf(ground: GroundArea & Interval, { areaM2, sample: plan }: Measurement['plan']): DrawnQuantity | null {
  const interval = shareInterval(ground, areaM2)
  const shares = plan && ground.sample?.map((drawnM2, i) => drawnM2 / plan[i]!)
  return quantityOf(ground.share, interval?.low, interval?.high, shares)
}

const quantityOf = (observed: number, low: number | undefined, high: number | undefined, draws: Float64Array | undefined): DrawnQuantity | null =>
  low === undefined || high === undefined || !draws ? null : { observed, low, high, draws }
