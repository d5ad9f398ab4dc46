import type { Shapes } from '../geometry/shapes.ts'
import type { OverlayContext } from './pool.ts'
import { overlay, type OverlayLayer } from './overlay.ts'

/** All polygons as one class: a plan, or a layer whose ground is asked for. */
export const asOneClass = (shapes: Shapes): OverlayLayer => ({
  shapes,
  polygonClass: new Int32Array(shapes.polygonFeature.length),
  classCount: 1,
})

/** The ground under all polygons, counted once, in square metres on the ellipsoid. */
export const unionM2 = (shapes: Shapes, work: OverlayContext = {}): number => overlay([asOneClass(shapes)], work).planM2
