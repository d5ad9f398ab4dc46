import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import { extentOf } from '../geometry/extent.ts'
import { metresPerRadian } from '../geometry/local-radii.ts'
import { isNarrowerThan } from '../geometry/narrower.ts'
import type { Shapes } from '../geometry/shapes.ts'
import { overlapGround } from '../overlay/overlap-ground.ts'
import { overlay, type OverlayLayer } from '../overlay/overlay.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import type { ClassName } from '../model/measurement.ts'
import { sumOf } from '../measure/overlay-cells.ts'

/** Names of the classes over one ground on the first day and on the second. */
type Passage = { readonly from: readonly ClassName[]; readonly to: readonly ClassName[] }

/** A layer of the overlay with the names of its classes. */
export type NamedLayer = {
  readonly overlay: OverlayLayer
  readonly namesOf: (classes: readonly number[]) => readonly ClassName[]
}

/**
 * How much of the plan's ground that went from some classes to others is no more than lines redrawn, in square metres.
 * Each connected piece of ground is judged on its own, as it lies within `widthM` of the plan: it is redrawn where it is
 * narrower than `widthM` everywhere and ground that kept the class lies along it, for every class that it lost or gained.
 * A strip whose class is nowhere beside it has vanished or is new, and counts as change.
 */
export function redrawnGround(
  plan: OverlayLayer,
  layers: readonly [NamedLayer, NamedLayer],
  widthM: number,
  work: TaskContext = {},
): (from: readonly ClassName[], to: readonly ClassName[]) => number {
  const passages: Passage[] = []
  const places = new Map<string, number>()
  const placeOf = (from: readonly number[], to: readonly number[]): number => {
    const passage = { from: layers[0].namesOf(from), to: layers[1].namesOf(to) }
    const key = JSON.stringify([passage.from, passage.to])
    const place = places.get(key) ?? passages.push(passage) - 1
    places.set(key, place)
    return place
  }
  const around = boxAround(plan.shapes, widthM)
  const all = [around, ...layers.map(({ overlay: own }) => own)]
  const { shapes } = overlapGround(all, ([, from, to]) => [placeOf(from!, to!)], {}, work).ground
  const keptBeside = keptClassesBeside(shapes, passages)
  const redrawn = chosenPolygons(shapes, (polygon) => {
    work.signal?.throwIfAborted()
    const { from, to } = passages[shapes.polygonFeature[polygon]!]!
    const moved = [...from.filter((name) => !to.includes(name)), ...to.filter((name) => !from.includes(name))]
    if (moved.length === 0 || !moved.every((name) => keptBeside[polygon]!.has(name))) return false
    return isNarrowerThan(ringsOf(shapes, polygon), widthM)
  })
  const strips = { shapes: redrawn, polygonClass: Int32Array.from(redrawn.polygonFeature), classCount: passages.length }
  const { combinations } = overlay([plan, strips], work)
  const areas = passages.map((_, place) =>
    sumOf(combinations.filter(({ classes }) => classes[1]!.includes(place)).map(({ areaM2 }) => areaM2)),
  )
  return (from, to) => areas[places.get(JSON.stringify([from, to])) ?? -1] ?? 0
}

/** The rectangle round the plan, wider by `marginM` on every side, in which pieces of ground are whole enough to be judged. */
function boxAround(plan: Shapes, marginM: number): OverlayLayer {
  const [west, south, east, north] = extentOf(plan)!
  const { eastM, northM } = metresPerRadian((south + north) / 2)
  const [dx, dy] = [(marginM / eastM) * (180 / Math.PI), (marginM / northM) * (180 / Math.PI)]
  const [w, s, e, n] = [west - dx, south - dy, east + dx, north + dy]
  const shapes: Shapes = {
    kind: 'polygon',
    coordinates: Float64Array.of(w, s, e, s, e, n, w, n),
    partStart: Uint32Array.of(0, 4),
    partPolygon: Uint32Array.of(0),
    polygonFeature: Uint32Array.of(0),
  }
  return { shapes, polygonClass: Int32Array.of(0), classCount: 1 }
}

/** Of each polygon, which classes the ground along it has kept: neighbours share their edges, run the other way. */
function keptClassesBeside(shapes: Shapes, passages: readonly Passage[]): readonly ReadonlySet<ClassName>[] {
  const kept = passages.map(({ from, to }) => from.filter((name) => to.includes(name)))
  const keptOnLeft = new Map<string, readonly ClassName[]>()
  eachEdge(shapes, (polygon, ax, ay, bx, by) => {
    const own = kept[shapes.polygonFeature[polygon]!]!
    if (own.length > 0) keptOnLeft.set(`${ax} ${ay} ${bx} ${by}`, own)
  })
  const beside = Array.from(shapes.polygonFeature, () => new Set<ClassName>())
  eachEdge(shapes, (polygon, ax, ay, bx, by) => {
    for (const name of keptOnLeft.get(`${bx} ${by} ${ax} ${ay}`) ?? []) beside[polygon]!.add(name)
  })
  return beside
}

function eachEdge(
  { coordinates, partStart, partPolygon }: Shapes,
  visit: (polygon: number, ax: number, ay: number, bx: number, by: number) => void,
): void {
  for (const [part, polygon] of partPolygon.entries()) {
    const end = partStart[part + 1]!
    for (let i = partStart[part]!, j = end - 1; i < end; j = i++) {
      visit(polygon, coordinates[2 * j]!, coordinates[2 * j + 1]!, coordinates[2 * i]!, coordinates[2 * i + 1]!)
    }
  }
}

function ringsOf({ coordinates, partStart, partPolygon }: Shapes, polygon: number): Float64Array[] {
  const rings: Float64Array[] = []
  for (let part = firstPart(partPolygon, polygon); partPolygon[part] === polygon; part++) {
    rings.push(coordinates.subarray(2 * partStart[part]!, 2 * partStart[part + 1]!))
  }
  return rings
}

/** The first part of a polygon; parts stand in the order of their polygons. */
function firstPart(partPolygon: Uint32Array, polygon: number): number {
  let [low, high] = [0, partPolygon.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (partPolygon[middle]! < polygon) low = middle + 1
    else high = middle
  }
  return low
}
