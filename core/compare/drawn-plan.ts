import type { GroundArea, Measurement } from '../model/measurement.ts'
import { shareInterval } from '../format/share-interval.ts'
import type { Study } from '../model/study.ts'
import type { DrawnQuantity } from './drawn-quantity.ts'
import { readingsOn, type Readings } from './held-ground.ts'

/** Shares of the plan by the narrowest and by the widest reading, in each draw. */
export type DrawnReadings = { readonly narrow: DrawnQuantity; readonly wide: DrawnQuantity }

export type DrawnDay = Readonly<Record<'held' | 'shelled' | 'damaged', DrawnReadings | null>>

/** What the draws say of what is compared; members are `null` where nothing was drawn. */
export type DrawnPlan = {
  /** What layers were drawn on. */
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
    planM2: areaOf(plan),
    onDay: drawnDay(study, onDay),
    onAnnouncement: onAnnouncement && drawnDay(study, onAnnouncement),
  }
}

function areaOf({ areaM2, low, high, sample }: Measurement['plan']): DrawnQuantity | null {
  if (low === undefined || high === undefined || !sample) return null
  return { observed: areaM2, still: sample.stillM2, draws: sample.drawnM2, low, high }
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
function shareOf(ground: GroundArea, { areaM2, sample: plan }: Measurement['plan']): DrawnQuantity | null {
  const interval = shareInterval(ground, areaM2)
  const { sample } = ground
  if (!interval || !sample || !plan) return null
  const draws = sample.drawnM2.map((drawnM2, i) => drawnM2 / plan.drawnM2[i]!)
  return { observed: ground.share, still: sample.stillM2 / plan.stillM2, draws, ...interval }
}
