import { extentOf } from '../geometry/extent.ts'
import type { Features } from '../geometry/shapes.ts'
import { done, type Outcome } from '../result/outcome.ts'
import { overlapGround } from '../overlay/overlap-ground.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { requestedDay } from '../model/requested-day.ts'
import { measurableOf } from '../measure/measurable.ts'
import type { Study } from '../model/study.ts'
import { boundaryBand } from '../montecarlo/boundary-band.ts'
import { widened } from '../montecarlo/bounds.ts'
import { uncertainLayers } from './layer-errors.ts'

/** How many standard deviations a boundary may be off within the bounds, where no other number is asked for. */
export const defaultBandSigmas = 1.96

export type UnattributedGround = {
  /** Name and id of the layer that cannot attribute the ground. */
  readonly name: string
  readonly layer: string
  readonly bandM: number
  readonly areaM2: number
  /** Valid polygons, all of one feature. */
  readonly ground: Features
}

export type BandOptions = {
  /** The day, YYYY-MM-DD; the study's own where it is missing. */
  readonly at?: string | undefined
  /** Half the width of the bands in standard deviations. */
  readonly bandSigmas?: number | undefined
}

/**
 * The plan's ground that each layer cannot attribute at its accuracy, to be drawn: all within `bandSigmas` of the layer's
 * standard deviation of a boundary between its classes, or between one of them and ground that it says nothing about.
 * Layers without an accuracy, and those too finely drawn for a band, are left out.
 */
export function unattributedGround(
  study: Study,
  features: ReadonlyMap<string, Features>,
  { at, bandSigmas = defaultBandSigmas }: BandOptions = {},
  work: TaskContext = {},
): Outcome<UnattributedGround[]> {
  const day = requestedDay(study, at)
  if (!day.ok) return day
  const measurable = measurableOf(study, features, day.value)
  if (!measurable.ok) return measurable
  const [plan, ...zones] = uncertainLayers(measurable.value)
  const extent = extentOf(plan!.uncertain.layer.shapes)
  return done(
    zones.flatMap(({ layer, sigmaM, uncertain }): UnattributedGround[] => {
      if (!sigmaM || extent === null) return []
      const bandM = bandSigmas * sigmaM
      const band = boundaryBand(uncertain.layer, bandM, widened(extent, 1.1 * bandM + 1))
      if (band === null) return []
      const asOne = { ...band.layer, polygonClass: band.layer.polygonClass.map(() => 0), classCount: 1 }
      const { ground } = overlapGround(
        [plan!.uncertain.layer, asOne],
        (classes) => (classes[1]!.length > 0 ? [0] : []),
        {},
        work,
      )
      const areaM2 = ground.areasM2.reduce((sum, own) => sum + own, 0)
      const attributes = { layer: layer.name, bandM, areaM2 }
      return [
        {
          name: layer.name,
          layer: layer.id,
          bandM,
          areaM2,
          ground: { shapes: ground.shapes, attributes: [attributes] },
        },
      ]
    }),
  )
}
