import type { Shapes } from '../geometry/shapes.ts'
import type { Work } from '../progress.ts'

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

/** The areas of all combinations of classes on the ground of `layers[0]`, by the arrangement walk. */
export function overlay(layers: readonly OverlayLayer[], work: Work = {}): Overlay {
  throw new Error(`not built yet: ${layers.length} layers, ${String(work.signal?.aborted)}`)
}
