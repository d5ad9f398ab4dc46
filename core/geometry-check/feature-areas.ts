import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import { eachOverlappingPair } from '../geometry/overlapping-boxes.ts'
import { polygonAreasM2 } from '../geometry/polygon-areas.ts'
import type { Shapes } from '../geometry/shapes.ts'
import type { OverlayContext } from '../overlay/pool.ts'
import { overlay } from '../overlay/overlay.ts'

export type FeatureAreas = {
  /** Of each feature, ground that several of its polygons cover counted once; square metres. */
  readonly areasM2: Float64Array
  /** The same with each polygon counted whole. */
  readonly wholeM2: Float64Array
  /** Of each polygon, by the even-odd rule over its rings. */
  readonly polygonM2: Float64Array
}

/** Areas of the features numbered 0 to `count` - 1, which may have no polygon, on the ellipsoid. */
export function featureAreasM2(shapes: Shapes, count: number, work: OverlayContext = {}): FeatureAreas {
  const wholeM2 = new Float64Array(count)
  if (shapes.kind !== 'polygon') return { areasM2: wholeM2, wholeM2, polygonM2: new Float64Array(0) }
  const polygonM2 = polygonAreasM2(shapes)
  shapes.polygonFeature.forEach((feature, polygon) => (wholeM2[feature]! += polygonM2[polygon]!))
  const meeting = polygonsMeeting(shapes)
  if (meeting.size === 0) return { areasM2: wholeM2, wholeM2, polygonM2 }
  const chosen = chosenPolygons(shapes, (polygon) => meeting.has(polygon))
  const areasM2 = wholeM2.slice()
  for (const polygon of meeting) areasM2[shapes.polygonFeature[polygon]!]! -= polygonM2[polygon]!
  const polygonClass = Int32Array.from(chosen.polygonFeature)
  for (const { classes, areaM2 } of overlay([{ shapes: chosen, polygonClass, classCount: count }], work).combinations) {
    for (const feature of classes[0]!) areasM2[feature]! += areaM2
  }
  for (const feature of new Set(polygonClass)) {
    // Polygons that only touch share nothing: what the two ways differ by is rounding.
    if (Math.abs(areasM2[feature]! - wholeM2[feature]!) <= 1e-9 * wholeM2[feature]!)
      areasM2[feature] = wholeM2[feature]!
  }
  return { areasM2, wholeM2, polygonM2 }
}

/** Polygons whose box meets that of another polygon of their feature. */
function polygonsMeeting({ coordinates, partStart, partPolygon, polygonFeature }: Shapes): ReadonlySet<number> {
  const meeting = new Set<number>()
  const polygons = polygonFeature.length
  const boxes = new Float64Array(4 * polygons)
  for (let polygon = 0; polygon < polygons; polygon++)
    boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * polygon)
  for (let part = 0; part < partPolygon.length; part++) {
    const box = 4 * partPolygon[part]!
    for (let i = partStart[part]!; i < partStart[part + 1]!; i++) {
      boxes[box] = Math.min(boxes[box]!, coordinates[2 * i]!)
      boxes[box + 1] = Math.min(boxes[box + 1]!, coordinates[2 * i + 1]!)
      boxes[box + 2] = Math.max(boxes[box + 2]!, coordinates[2 * i]!)
      boxes[box + 3] = Math.max(boxes[box + 3]!, coordinates[2 * i + 1]!)
    }
  }
  for (let first = 0; first < polygons;) {
    let end = first
    while (end < polygons && polygonFeature[end] === polygonFeature[first]) end++
    const from = first
    eachOverlappingPair(boxes.subarray(4 * from, 4 * end), end - from, (a, b) => {
      meeting.add(from + a)
      meeting.add(from + b)
    })
    first = end
  }
  return meeting
}
