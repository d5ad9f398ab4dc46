import { m2PerTerm } from '../geometry/authalic.ts'
import { emptyHeights, fillingBlocks } from '../geometry/chain-term.ts'
import type { Shapes } from '../geometry/shapes.ts'
import { areaSums } from './area-sums.ts'
import { arrange } from './arrangement.ts'
import { combinationsOf } from './combinations.ts'
import type { QuestionPart } from '../result/memo.ts'
import { alone, type OverlayContext } from './pool.ts'
import { packLayers } from './pack-layers.ts'

/** One layer of the overlay: polygons, each belonging to one class. */
export type OverlayLayer = {
  /** Of kind `polygon`. */
  readonly shapes: Shapes
  /** Class of each polygon, 0 to `classCount` - 1; a polygon of class -1 takes no part. */
  readonly polygonClass: Int32Array
  readonly classCount: number
}

/** Ground of the plan under one and the same set of classes. */
export type Combination = {
  /** For each layer the classes that cover the ground, ascending; empty where the layer says nothing. */
  readonly classes: readonly (readonly number[])[]
  readonly areaM2: number
}

export type Overlay = {
  /** They partition the ground of the first layer (the plan); in no particular order. */
  readonly combinations: readonly Combination[]
  /** Area of the first layer's union, computed on its own, to be reconciled with the sum of the combinations. */
  readonly planM2: number
}

/**
 * The areas of all combinations of classes on the ground of `layers[0]`, by the arrangement walk: square metres on the
 * WGS 84 ellipsoid, edges straight in longitude/latitude. Within a polygon the even-odd rule holds over its rings;
 * polygons of one class unite. Throws where its own closing checks fail.
 */
export function overlay(layers: readonly OverlayLayer[], work: OverlayContext = {}): Overlay {
  const { memo } = work
  return memo ? memo(['overlay', ...partsOf(layers)], () => overlaid(layers, work)) : overlaid(layers, work)
}

/** All of the layers, as a part of what is asked about them. */
export const partsOf = (layers: readonly OverlayLayer[]): QuestionPart[] =>
  layers.flatMap(({ shapes, polygonClass, classCount }) => [
    classCount,
    shapes.kind,
    shapes.coordinates,
    shapes.partStart,
    shapes.partPolygon,
    shapes.polygonFeature,
    polygonClass,
  ])

function overlaid(layers: readonly OverlayLayer[], { signal, progress, pool = alone }: OverlayContext): Overlay {
  const step = (fraction: number): void => {
    signal?.throwIfAborted()
    progress?.(fraction, 'page.work.measuring')
  }
  step(0)
  const packed = packLayers(layers, pool.isShared)
  if (packed.planRings === 0) return { combinations: [], planM2: 0 }
  step(0.1)
  const arrangement = arrange(packed.rings, false, pool)
  step(0.7)
  const middle = (packed.window[1]! + packed.window[3]!) / 2
  const heights = emptyHeights(packed.rings, arrangement.crossings, middle, pool.isShared)
  const filling = { coordinates: packed.rings.coordinates, points: arrangement.crossings.points, heights }
  pool.runAll('fillBlock', filling, fillingBlocks(filling))
  const summed = areaSums(packed, arrangement, heights, pool)
  step(1)
  return { combinations: combinationsOf(packed, summed), planM2: m2PerTerm * summed.plan }
}
