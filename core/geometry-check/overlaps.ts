import type { Shapes } from '../geometry/shapes.ts'
import { overlapGround } from '../overlay/overlap-ground.ts'
import { overlay } from '../overlay/overlay.ts'
import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import type { Place } from './ring-meetings.ts'

/** Ground in two polygons of one class at once, by feature; of one feature where its own polygons overlap. */
type Overlap = { readonly features: readonly [number, number]; areaM2: number; place: Place }

/** What neighbours share by the rounding of their coordinates. */
const leastM2 = 0.5
const mostPlaced = 500
/** Of more polygons than this on one piece of ground each is only paired with the next. */
const mostPaired = 30

/** Of polygons of one size on one piece of ground more than these are not compared: all that lies on all is endless. */
const mostStacked = 60

/** Overlaps, and how many polygons lie in such piles that they were not compared with all others. */
type Overlaps = { readonly overlaps: readonly Overlap[]; readonly uncompared: number }

/**
 * The overlaps of features, the largest first; `classOf` is -1 for a feature that takes no part. Of many polygons that lie
 * on one another not all are compared.
 */
export function overlapsOf(given: Shapes, classOf: (feature: number) => number, work: TaskContext = {}): Overlaps {
  const shapes = notStacked(given)
  const count = shapes.polygonFeature.length
  if (shapes.kind !== 'polygon' || count < 2) return { overlaps: [], uncompared: 0 }
  const partlyPaired = new Set<number>()
  const pairs = new Map<string, { polygons: [number, number]; areaM2: number }>()
  for (const { classes, areaM2 } of overlay([byPolygon(shapes)], work).combinations) {
    if (classes[0]!.length > mostPaired) for (const polygon of classes[0]!) partlyPaired.add(polygon)
    eachPair(classes[0]!, (a, b) => {
      if (
        classOf(shapes.polygonFeature[a]!) < 0 ||
        classOf(shapes.polygonFeature[a]!) !== classOf(shapes.polygonFeature[b]!)
      )
        return
      const pair = pairs.get(`${a} ${b}`)
      if (pair) pair.areaM2 += areaM2
      else pairs.set(`${a} ${b}`, { polygons: [a, b], areaM2 })
    })
  }
  const found = [...pairs.values()].filter(({ areaM2 }) => areaM2 >= leastM2).sort((a, b) => b.areaM2 - a.areaM2)
  const places = placesOf(
    shapes,
    found.slice(0, mostPlaced).map(({ polygons }) => polygons),
  )
  const overlaps = found.map(({ polygons: [a, b], areaM2 }, i): Overlap => ({
    features: [shapes.polygonFeature[a]!, shapes.polygonFeature[b]!],
    areaM2,
    place: places[i] ?? firstVertex(shapes, b),
  }))
  return { overlaps, uncompared: given.polygonFeature.length - count + partlyPaired.size }
}

/** The shapes with the first polygons, in the order of the file, of each width, height and place, to a power of two. */
function notStacked(shapes: Shapes): Shapes {
  const { coordinates, partStart, partPolygon, polygonFeature } = shapes
  if (shapes.kind !== 'polygon' || polygonFeature.length <= mostStacked) return shapes
  const boxes = new Float64Array(4 * polygonFeature.length).map((_, i) => (i % 4 < 2 ? Infinity : -Infinity))
  for (const [part, polygon] of partPolygon.entries()) {
    const box = boxes.subarray(4 * polygon, 4 * polygon + 4)
    for (let i = partStart[part]!; i < partStart[part + 1]!; i++) {
      const [x, y] = [coordinates[2 * i]!, coordinates[2 * i + 1]!]
      box.set([Math.min(box[0]!, x), Math.min(box[1]!, y), Math.max(box[2]!, x), Math.max(box[3]!, y)])
    }
  }
  const counts = new Map<string, number>()
  const isKept = (polygon: number): boolean => {
    const [west, south, east, north] = boxes.subarray(4 * polygon, 4 * polygon + 4) as unknown as Box
    const [width, height] = [sizeOver(east - west), sizeOver(north - south)]
    const key = `${width} ${height} ${Math.floor(west / width)} ${Math.floor(south / height)}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= mostStacked
  }
  const kept = Uint8Array.from(polygonFeature, (_, polygon) => Number(isKept(polygon)))
  return kept.includes(0) ? chosenPolygons(shapes, (polygon) => kept[polygon] === 1) : shapes
}

type Box = readonly [west: number, south: number, east: number, north: number]
const sizeOver = (length: number): number => 2 ** Math.ceil(Math.log2(Math.max(length, 1e-9)))

const byPolygon = (shapes: Shapes) => {
  const count = shapes.polygonFeature.length
  return { shapes, polygonClass: Int32Array.from({ length: count }, (_, polygon) => polygon), classCount: count }
}

function eachPair(polygons: readonly number[], visit: (a: number, b: number) => void): void {
  for (let i = 0; i < polygons.length; i++) {
    const end = polygons.length > mostPaired ? Math.min(i + 2, polygons.length) : polygons.length
    for (let k = i + 1; k < end; k++) visit(polygons[i]!, polygons[k]!)
  }
}

/** A corner of the largest piece that each pair shares. */
function placesOf(shapes: Shapes, pairs: readonly (readonly [number, number])[]): (Place | undefined)[] {
  const involved = [...new Set(pairs.flat())].sort((a, b) => a - b)
  if (involved.length === 0) return []
  const isInvolved = new Set(involved)
  const chosen = chosenPolygons(shapes, (polygon) => isInvolved.has(polygon))
  const numberOf = new Map(involved.map((polygon, i) => [polygon, i]))
  const pairOf = new Map(pairs.map(([a, b], i) => [`${numberOf.get(a)} ${numberOf.get(b)}`, i]))
  const { shapes: ground, areasM2 } = overlapGround([byPolygon(chosen)], (classes) => {
    const groups: number[] = []
    eachPair(classes[0]!, (a, b) => {
      const group = pairOf.get(`${a} ${b}`)
      if (group !== undefined) groups.push(group)
    })
    return groups
  }).ground
  const places: (Place | undefined)[] = []
  const largest: number[] = []
  ground.partPolygon.forEach((polygon, part) => {
    const pair = ground.polygonFeature[polygon]!
    if (part > 0 && ground.partPolygon[part - 1] === polygon) return
    if ((largest[pair] ?? 0) >= areasM2[polygon]!) return
    largest[pair] = areasM2[polygon]!
    const at = 2 * ground.partStart[part]!
    places[pair] = [ground.coordinates[at]!, ground.coordinates[at + 1]!]
  })
  return places
}

function firstVertex(shapes: Shapes, polygon: number): Place {
  const at = 2 * shapes.partStart[shapes.partPolygon.indexOf(polygon)]!
  return [shapes.coordinates[at]!, shapes.coordinates[at + 1]!]
}
