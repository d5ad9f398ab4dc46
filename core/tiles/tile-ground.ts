import type { Position } from 'geojson'
import Flatbush from 'flatbush'
import { nestRings } from '../geometry/ring-nesting.ts'
import type { Shapes } from '../geometry/shapes.ts'
import { mostPolygons } from './most-polygons.ts'
import { deepestZoom, tilePixels, worldSide, worldX, worldY } from './world.ts'

/**
 * The geometry of a layer as tiles are cut from it: positions in units of the world (`world.ts`) in one flat buffer, and a
 * tree over the polygons, lines or points. Plain buffers, so that it is written to a file and read from it as it is.
 */
export type TileGround = {
  readonly kind: Shapes['kind']
  /** x, y, x, y … */
  readonly xy: Uint32Array
  /** First vertex of each part, and one more entry for the end. */
  readonly partStart: Uint32Array
  /** Of each ring whether it is a hole; a shell comes before its holes. */
  readonly isHole: Uint8Array
  /** First part of each polygon, and one more entry for the end. */
  readonly polygonStart: Uint32Array
  /** Feature of each polygon; ascending. */
  readonly polygonFeature: Uint32Array
  /** A Flatbush over the boxes of the polygons; empty without any. */
  readonly tree: ArrayBuffer
  /** From this zoom on no tile has more polygons than are drawn one by one. */
  readonly nearZoom: number
  /** From this zoom on a usual polygon is large enough for a line round it. */
  readonly outlineZoom: number
}

/** A line of one pixel round a smaller polygon makes it look much larger than it is. */
const leastOutlinedPixels = 8

/** Prepares the shapes of a layer, degrees on WGS 84, for tiles. */
export function tileGround(shapes: Shapes): TileGround {
  const { kind, coordinates, polygonFeature } = shapes
  const nested = kind === 'polygon' ? nestedRings(shapes) : asTheyAre(shapes)
  const xy = new Uint32Array(coordinates.length)
  const partStart = new Uint32Array(nested.parts.length + 1)
  let at = 0
  nested.parts.forEach((part, place) => {
    for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++) {
      xy[at++] = worldX(coordinates[2 * i]!)
      xy[at++] = worldY(coordinates[2 * i + 1]!)
    }
    partStart[place + 1] = at / 2
  })
  const polygonStart = startsOf(shapes)
  const boxes = boxesOf(xy, partStart, polygonStart)
  return {
    kind,
    xy,
    partStart,
    isHole: nested.isHole,
    polygonStart,
    polygonFeature,
    tree: treeOf(boxes),
    nearZoom: nearZoomOf(boxes),
    outlineZoom: outlineZoomOf(boxes),
  }
}

/** The number of each part in the order in which tiles write them. */
type Nested = { readonly parts: Uint32Array; readonly isHole: Uint8Array }

const asTheyAre = ({ partPolygon }: Shapes): Nested => ({
  parts: Uint32Array.from(partPolygon, (_, part) => part),
  isHole: new Uint8Array(partPolygon.length),
})

/** Shells before their holes: tiles are filled by winding, layers by the even-odd rule. */
function nestedRings(shapes: Shapes): Nested {
  const { parts, isHole } = asTheyAre(shapes)
  const starts = startsOf(shapes)
  for (let polygon = 0; polygon + 1 < starts.length; polygon++) {
    const [from, to] = [starts[polygon]!, starts[polygon + 1]!]
    if (to - from < 2) continue
    const numberOf = new Map<Position, number>()
    const rings = Array.from({ length: to - from }, (_, i) => ringOf(shapes, from + i))
    // Positions keep their identity through the sorting, so a ring is known by any of them.
    rings.forEach((ring, i) => ring.forEach((position) => numberOf.set(position, from + i)))
    let place = from
    for (const polygonRings of nestRings(rings))
      polygonRings.forEach((ring, i) => {
        const part = ring[0] && numberOf.get(ring[0])
        if (part === undefined) return
        parts[place] = part
        isHole[place++] = i === 0 ? 0 : 1
      })
    // Rings without a position stay behind the others.
    const placed = new Set(parts.subarray(from, place))
    for (let part = from; part < to; part++) if (!placed.has(part)) parts[place++] = part
  }
  return { parts, isHole }
}

function ringOf({ coordinates, partStart }: Shapes, part: number): Position[] {
  const ring: Position[] = []
  for (let i = partStart[part]!; i < partStart[part + 1]!; i++)
    ring.push([coordinates[2 * i]!, coordinates[2 * i + 1]!])
  return ring
}

function startsOf({ partPolygon, polygonFeature }: Shapes): Uint32Array {
  const starts = new Uint32Array(polygonFeature.length + 1)
  for (const polygon of partPolygon) starts[polygon + 1]!++
  for (let polygon = 0; polygon < polygonFeature.length; polygon++) starts[polygon + 1]! += starts[polygon]!
  return starts
}

/** Left, top, right, bottom of each polygon. */
function boxesOf(xy: Uint32Array, partStart: Uint32Array, polygonStart: Uint32Array): Uint32Array {
  const boxes = new Uint32Array(4 * (polygonStart.length - 1))
  for (let polygon = 0; 4 * polygon < boxes.length; polygon++) {
    let [left, top, right, bottom] = [worldSide - 1, worldSide - 1, 0, 0]
    const to = partStart[polygonStart[polygon + 1]!]!
    for (let i = partStart[polygonStart[polygon]!]!; i < to; i++) {
      const x = xy[2 * i]!
      const y = xy[2 * i + 1]!
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
    boxes.set([left, top, right, bottom], 4 * polygon)
  }
  return boxes
}

function treeOf(boxes: Uint32Array): ArrayBuffer {
  if (boxes.length === 0) return new ArrayBuffer(0)
  const tree = new Flatbush(boxes.length / 4, 16, Uint32Array)
  for (let at = 0; at < boxes.length; at += 4) tree.add(boxes[at]!, boxes[at + 1]!, boxes[at + 2], boxes[at + 3])
  tree.finish()
  return tree.data as ArrayBuffer
}

/** By the middles of the polygons; large ones, which lie in several tiles, are few. */
function nearZoomOf(boxes: Uint32Array): number {
  if (boxes.length / 4 <= mostPolygons) return 0
  for (let zoom = 1; zoom <= deepestZoom; zoom++) {
    const side = 2 ** (32 - zoom)
    const counts = new Map<number, number>()
    let most = 0
    for (let at = 0; at < boxes.length; at += 4) {
      const column = Math.floor((boxes[at]! + boxes[at + 2]!) / 2 / side)
      const row = Math.floor((boxes[at + 1]! + boxes[at + 3]!) / 2 / side)
      const key = row * 2 ** zoom + column
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      if (count > most) most = count
    }
    if (most <= mostPolygons) return zoom
  }
  return deepestZoom + 1
}

function outlineZoomOf(boxes: Uint32Array): number {
  const sides = Float64Array.from({ length: boxes.length / 4 }, (_, i) =>
    Math.sqrt((boxes[4 * i + 2]! - boxes[4 * i]!) * (boxes[4 * i + 3]! - boxes[4 * i + 1]!)),
  ).sort()
  const side = sides[Math.floor(sides.length / 2)] ?? worldSide
  if (side === 0) return deepestZoom
  const zoom = Math.ceil(Math.log2((leastOutlinedPixels * worldSide) / tilePixels / side))
  return Math.min(deepestZoom, Math.max(0, zoom))
}
