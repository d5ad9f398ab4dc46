import { area, featureCollection, intersect, polygon, union } from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { boxIndex } from './box-index.ts'
import type { Peer } from './peer.ts'
import { polygonsOf } from './polygons.ts'

type Ground = Feature<Polygon | MultiPolygon>

/** turf as its users write it: an index of boxes, an intersection with each candidate, the union of a class's pieces, the area. */
export const turf: Peer = {
  name: 'turf',
  every: { W1: 1, W2: 400, W3: 1_000, W4: 1 },
  load({ plan, zones }) {
    const [under, over] = [polygonsOf(plan), polygonsOf(zones)]
    const [features, grounds] = [under, over].map((polygons) => polygons.map((rings): Ground => polygon(rings)))
    let areas: number[] = []
    return {
      runMs() {
        areas = Array.from({ length: zones.classCount }, () => 0)
        const start = performance.now()
        const nearby = boxIndex(over)
        for (const [p, feature] of features!.entries()) {
          const pieces = areas.map((): Ground[] => [])
          for (const z of nearby(under[p]!)) {
            const piece = intersect(featureCollection([feature, grounds![z]!]))
            if (piece) pieces[zones.polygonClass[z]!]!.push(piece)
          }
          for (const [of, found] of pieces.entries()) {
            const whole = found.length > 1 ? union(featureCollection(found)) : found[0]
            if (whole) areas[of]! += area(whole)
          }
        }
        return performance.now() - start
      },
      classesM2: () => areas,
      close: () => {},
    }
  },
  close: () => {},
}
