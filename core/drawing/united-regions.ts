import { overlapGround } from '../overlay/overlap-ground.ts'
import { asOneClass } from '../overlay/union.ts'
import type { Shapes } from '../geometry/shapes.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { shapesOf, type Drawing, type Place, type Region, type Ring } from './region.ts'
import { withSharedPlaces } from './shared-places.ts'

/**
 * The drawing with the region at `second` united to that at `first`, whose properties stay. Their common line goes; ground that both
 * had is there once. Refuses regions that have no line in common.
 */
export function mergeRegions(drawing: Drawing, first: number, second: number): Outcome<Drawing> {
  const [own, other] = [drawing[first]!, drawing[second]!]
  const before = polygonsOf(overlapGround([asOneClass(shapesOf([own]))], () => [0]).ground.shapes).length
  const apart = polygonsOf(overlapGround([asOneClass(shapesOf([other]))], () => [0]).ground.shapes).length
  const shared = withSharedPlaces([own, other])
  const polygons = polygonsOf(overlapGround([asOneClass(shapesOf(shared))], () => [0]).ground.shapes)
  if (polygons.length >= before + apart) return refused(problem('merge-apart'))
  const merged: Region = { properties: own.properties, polygons }
  return done(withSharedPlaces(drawing.with(first, merged).toSpliced(second, 1)))
}

/** The drawing with the ground of `ring` taken out of the region at `number`. Refuses a ring outside of it, and one that leaves nothing. */
export function cutOut(drawing: Drawing, number: number, ring: Ring): Outcome<Drawing> {
  const region = drawing[number]!
  const whole = asOneClass(shapesOf([region]))
  const hole = asOneClass(shapesOf([{ properties: {}, polygons: [[ring]] }]))
  const left = polygonsOf(overlapGround([whole, hole], ([, own]) => (own!.length === 0 ? [0] : [])).ground.shapes)
  const out = overlapGround([whole, hole], ([, own]) => (own!.length > 0 ? [0] : [])).ground.areasM2
  if (out.length === 0) return refused(problem('hole-outside'))
  if (left.length === 0) return refused(problem('hole-takes-all'))
  return done(withSharedPlaces(drawing.with(number, { ...region, polygons: left })))
}

/** Less than this is where lines that were drawn onto each other cross by rounding. */
const leastM2 = 1

/**
 * The drawing with the region at `number` kept off all others, so that it shares their lines; the same drawing where it lies on none.
 * Refuses a region of which nothing is left.
 */
export function keptOff(drawing: Drawing, number: number): Outcome<Drawing> {
  const region = drawing[number]!
  const others = drawing.toSpliced(number, 1)
  if (others.length === 0) return done(drawing)
  const layers = [asOneClass(shapesOf([region])), asOneClass(shapesOf(others))]
  const { areasM2 } = overlapGround(layers, ([, own]) => (own!.length > 0 ? [0] : [])).ground
  if (areasM2.reduce((sum, areaM2) => sum + areaM2, 0) < leastM2) return done(drawing)
  const left = polygonsOf(overlapGround(layers, ([, own]) => (own!.length === 0 ? [0] : [])).ground.shapes)
  if (left.length === 0) return refused(problem('region-covered'))
  return done(withSharedPlaces(drawing.with(number, { ...region, polygons: left })))
}

function polygonsOf({ coordinates, partStart, partPolygon, polygonFeature }: Shapes): (readonly Ring[])[] {
  const polygons: Ring[][] = Array.from(polygonFeature, () => [])
  for (const [part, polygon] of partPolygon.entries()) {
    const ring: Place[] = []
    for (let i = partStart[part]!; i < partStart[part + 1]!; i++)
      ring.push([coordinates[2 * i]!, coordinates[2 * i + 1]!])
    polygons[polygon]!.push(ring)
  }
  return polygons
}
