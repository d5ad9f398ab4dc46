import { area, featureCollection, intersect, polygon, union } from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import Flatbush from 'flatbush'
import type { OverlayLayer } from '../core/overlay/overlay.ts'
import type { Workload } from './workloads.ts'

type Ground = Feature<Polygon | MultiPolygon>

/**
 * Milliseconds that turf takes for the areas per class of every `step`-th feature of the plan, as its users write it: an
 * index of boxes, an intersection with each candidate, the union of a class's pieces, the area.
 */
export function turfMs({ plan, zones }: Workload, step: number): number {
  const over = groundsOf(zones)
  const features = groundsOf(plan).filter((_, i) => i % step === 0)
  const start = performance.now()
  const index = new Flatbush(over.length)
  for (const zone of over) index.add(...boxOf(zone))
  index.finish()
  let sum = 0
  for (const feature of features) {
    const pieces = Array.from({ length: zones.classCount }, (): Ground[] => [])
    for (const z of index.search(...boxOf(feature))) {
      const piece = intersect(featureCollection([feature, over[z]!]))
      if (piece) pieces[zones.polygonClass[z]!]!.push(piece)
    }
    for (const of of pieces) {
      const whole = of.length > 1 ? union(featureCollection(of)) : of[0]
      if (whole) sum += area(whole)
    }
  }
  if (!(sum > 0)) throw new Error('turf found no area')
  return performance.now() - start
}

function groundsOf({ shapes }: OverlayLayer): Ground[] {
  const rings: number[][][][] = Array.from(shapes.polygonFeature, () => [])
  for (const [part, polygonNumber] of shapes.partPolygon.entries()) {
    const ring: number[][] = []
    for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++) ring.push([shapes.coordinates[2 * i]!, shapes.coordinates[2 * i + 1]!])
    rings[polygonNumber]!.push([...ring, ring[0]!])
  }
  return rings.map((of) => polygon(of))
}

function boxOf({ geometry }: Ground): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const position of (geometry.coordinates as number[][][])[0]!) {
    const [x, y] = [position[0]!, position[1]!]
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}
