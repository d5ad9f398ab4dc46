import { extentOf } from '../geometry/extent.ts'
import { joinedShapes } from '../geometry/joined-shapes.ts'
import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Extent } from '../geometry/shapes.ts'
import { overlay, type OverlayLayer } from '../overlay/overlay.ts'
import type { DrawContext } from './draw-block.ts'
import { boundaryBand, type BoundaryBand } from './boundary-band.ts'
import type { State } from './state-boundaries.ts'

/** A layer whose boundaries may each lie up to `bandM` metres from where they are drawn. */
export type BandedLayer = { readonly layer: OverlayLayer; readonly bandM: number }

/** Ground about which the layers leave one and the same doubt. */
export type DoubtfulGround = {
  readonly areaM2: number
  /** Inside the plan as it is drawn. */
  readonly isInPlan: boolean
  /** Inside the plan wherever its boundary lies within its band. */
  readonly isSurelyInPlan: boolean
  /** Of each layer after the plan, the states that the ground may be in; the first is the one that is drawn. */
  readonly states: readonly (readonly State[])[]
}

/** The least and the most that an area may be: bounds, with every boundary wrong in the worst sense, and no 95 % interval. */
export type AreaBounds = { readonly minM2: number; readonly maxM2: number }

/**
 * Which states the ground in and round the plan may be in when each boundary may be off by its layer's band (Perkal 1966,
 * Chrisman 1982). The first layer is the plan. No polygon is clipped: the bands are further layers of the walk.
 * `null` where boundaries are too finely drawn for a band.
 */
export function doubtfulGround(layers: readonly BandedLayer[], work: DrawContext = {}): DoubtfulGround[] | null {
  const [plan, ...zones] = layers as readonly [BandedLayer, ...BandedLayer[]]
  const extent = extentOf(plan.layer.shapes)
  if (extent === null) return []
  const bands: BoundaryBand[] = []
  for (const { layer, bandM } of layers) {
    work.signal?.throwIfAborted()
    const band = boundaryBand(layer, bandM, widened(extent, 1.1 * (plan.bandM + bandM) + 1))
    if (band === null) return null
    bands.push(band)
  }
  const shapes = joinedShapes(plan.layer.shapes, bands[0]!.layer.shapes)
  const planPolygons = plan.layer.shapes.polygonFeature.length
  const planAndBand: OverlayLayer = {
    shapes,
    polygonClass: Int32Array.from(shapes.polygonFeature, (_, polygon) => (polygon < planPolygons ? 0 : 1)),
    classCount: 2,
  }
  const { combinations } = overlay(
    [planAndBand, ...zones.flatMap(({ layer }, i) => [layer, bands[i + 1]!.layer])],
    work,
  )
  return combinations.map(({ classes, areaM2 }) => ({
    areaM2,
    isInPlan: classes[0]!.includes(0),
    isSurelyInPlan: !classes[0]!.includes(1),
    states: zones.map((_, i) =>
      statesFrom(
        classes[1 + 2 * i]!,
        classes[2 + 2 * i]!.map((band) => bands[i + 1]!.states[band]!),
      ),
    ),
  }))
}

/** Whether a state of each layer is what is asked for; a layer that is not asked about has no entry. */
export type Requested = ReadonlyMap<number, (state: State) => boolean>

/** Bounds of the plan's ground on which every layer that is asked about is in a state that is asked for. */
export function boundsWhere(ground: readonly DoubtfulGround[], requested: Requested): AreaBounds {
  let minM2 = 0
  let maxM2 = 0
  for (const { areaM2, isSurelyInPlan, states } of ground) {
    const wanted = [...requested]
    if (wanted.every(([layer, holds]) => states[layer]!.some(holds))) maxM2 += areaM2
    if (isSurelyInPlan && wanted.every(([layer, holds]) => states[layer]!.every(holds))) minM2 += areaM2
  }
  return { minM2, maxM2 }
}

/** The plan's ground, as drawn, that one layer cannot attribute: a boundary between two states of it may run on either side. */
export const unattributedM2 = (ground: readonly DoubtfulGround[], layer: number): number =>
  ground.reduce((sum, { areaM2, isInPlan, states }) => (isInPlan && states[layer]!.length > 1 ? sum + areaM2 : sum), 0)

function statesFrom(drawn: State, near: readonly State[]): State[] {
  const keys = new Set([drawn.join()])
  return [drawn, ...near.filter((state) => !keys.has(state.join()) && keys.add(state.join()))]
}

/** An extent with a margin on each side. */
export function widened([west, south, east, north]: Extent, marginM: number): Extent {
  const { eastM, northM } = metresPerRadian((south + north) / 2)
  const [lon, lat] = [(marginM / eastM) * (180 / Math.PI), (marginM / northM) * (180 / Math.PI)]
  return [west - lon, south - lat, east + lon, north + lat]
}
