import { addRing, builtRings, ringsBuilder, type Rings, type Window } from '../geometry/rings.ts'
import type { OverlayLayer } from './overlay.ts'

/** The rings of all layers in one buffer, those of the plan first, and the classes of all layers in one count. */
export type PackedLayers = {
  readonly rings: Rings
  /** Rings of the first layer. */
  readonly planRings: number
  /** Class of each polygon; those of layer n are counted on from `firstClass[n]`. */
  readonly polygonClass: Int32Array
  readonly firstClass: readonly number[]
  readonly classCount: number
  /** Classes of the plan: those below this number. */
  readonly planClasses: number
  /** West, south, east, north of the plan. */
  readonly window: Window
}

export function packLayers(layers: readonly OverlayLayer[], isShared = false): PackedLayers {
  let vertices = 0
  let parts = 0
  let polygons = 0
  let classCount = 0
  const firstClass: number[] = []
  for (const { shapes, classCount: classes } of layers) {
    if (shapes.kind !== 'polygon') throw new Error(`an overlay is of polygons, not of ${shapes.kind}s`)
    vertices += shapes.coordinates.length / 2
    parts += shapes.partPolygon.length
    polygons += shapes.polygonFeature.length
    firstClass.push(classCount)
    classCount += classes
  }
  const polygonClass = isShared ? new Int32Array(new SharedArrayBuffer(4 * polygons)) : new Int32Array(polygons)
  const builder = ringsBuilder(vertices, parts, isShared)
  let planRings = 0
  let firstPolygon = 0
  let window: Window | undefined
  for (const [number, layer] of layers.entries()) {
    const { shapes } = layer
    for (let polygon = 0; polygon < shapes.polygonFeature.length; polygon++) {
      polygonClass[firstPolygon + polygon] = firstClass[number]! + layer.polygonClass[polygon]!
    }
    for (let part = 0; part < shapes.partPolygon.length; part++) {
      const polygon = shapes.partPolygon[part]!
      if (layer.polygonClass[polygon]! >= 0) addRing(builder, shapes, part, firstPolygon + polygon, window)
    }
    firstPolygon += shapes.polygonFeature.length
    if (number === 0) {
      planRings = builder.count
      window = extentOf(builder.coordinates, builder.places)
    }
  }
  return {
    rings: builtRings(builder),
    planRings,
    polygonClass,
    firstClass,
    classCount,
    planClasses: firstClass[1] ?? classCount,
    window: window ?? extentOf(new Float64Array(0), 0),
  }
}

function extentOf(coordinates: Float64Array, places: number): Window {
  const extent = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity)
  let [west, south, east, north] = extent as unknown as [number, number, number, number]
  for (let i = 0; i < 2 * places; i += 2) {
    const x = coordinates[i]!
    const y = coordinates[i + 1]!
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  extent.set([west, south, east, north])
  return extent
}
