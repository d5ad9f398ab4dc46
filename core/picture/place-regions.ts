import type { Geometry } from 'geojson'
import { placed, reproject } from '../crs/reproject.ts'
import { shapesFromGeoJson } from '../geometry/geojson.ts'
import { extentOf } from '../geometry/extent.ts'
import { polygonAreasM2 } from '../geometry/polygon-areas.ts'
import type { Features, Shapes } from '../geometry/shapes.ts'
import type { Fit } from './fit.ts'
import type { PixelBox } from './placing-error.ts'
import type { PixelRegions } from './recipe.ts'

/** Of a pixel: a corner so near to a neighbour's edge was drawn onto it. */
const touchPx = 0.01

export type PixelShapes = {
  readonly shapes: Shapes
  readonly classes: readonly (string | null)[]
  readonly box: PixelBox
}

/** Regions in pixels as flat shapes, with the class of each. */
export function pixelShapes({ features }: PixelRegions): PixelShapes {
  const shapes = shapesFromGeoJson(
    features.map(({ geometry }) => geometry as Geometry),
    'polygon',
  )
  return {
    shapes,
    classes: features.map(({ properties }) => properties?.class ?? null),
    box: extentOf(shapes) ?? [0, 0, 0, 0],
  }
}

/**
 * Regions laid on the ground. Where the fit bends lines, points are added along an edge so that it stays within a
 * millimetre of itself; they depend on its ends alone, and a corner on a neighbour's edge becomes a point of that: what
 * touched goes on touching.
 */
export function placeRegions({ shapes, classes }: PixelShapes, { placeOf }: Fit): Features {
  const convert = (x: number, y: number) => placeOf([x, y])
  return {
    shapes: reproject(shapes, placed(shapes.coordinates, convert), convert, touchPx),
    attributes: classes.map((name) => ({ class: name })),
  }
}

/** What each class covers: pixels in the picture, square metres on the ground; polygons that overlap count twice. */
export function classAreas({ shapes, classes }: PixelShapes, placed: Features) {
  const areasM2 = polygonAreasM2(placed.shapes)
  const sums = new Map<string | null, { pixels: number; areaM2: number }>()
  const pixels = polygonPixels(shapes)
  for (const [polygon, feature] of shapes.polygonFeature.entries()) {
    const name = classes[feature]!
    const sum = sums.get(name) ?? { pixels: 0, areaM2: 0 }
    sums.set(name, { pixels: sum.pixels + pixels[polygon]!, areaM2: sum.areaM2 + areasM2[polygon]! })
  }
  return [...sums].map(([name, sum]) => ({
    class: name,
    color: null,
    pixels: sum.pixels,
    healedPixels: 0,
    areaM2: sum.areaM2,
  }))
}

/** The outer ring of a polygon less its holes, which follow it. */
function polygonPixels({ coordinates, partStart, partPolygon }: Shapes): number[] {
  const areas: number[] = []
  for (const [part, polygon] of partPolygon.entries()) {
    let twice = 0
    const [from, to] = [partStart[part]!, partStart[part + 1]!]
    for (let i = from; i < to; i++) {
      const next = i + 1 < to ? i + 1 : from
      twice += coordinates[2 * i]! * coordinates[2 * next + 1]! - coordinates[2 * next]! * coordinates[2 * i + 1]!
    }
    const own = Math.abs(twice) / 2
    areas[polygon] = areas[polygon] === undefined ? own : areas[polygon] - own
  }
  return areas
}
