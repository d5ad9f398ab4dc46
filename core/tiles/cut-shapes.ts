import { geometryPen, geometryTypes, type TileAttributes, type TileFeature } from './write-mvt.ts'
import type { TileGround } from './tile-ground.ts'
import type { TilePlace } from './world.ts'

/** Units on the side of a tile whose shapes are drawn one by one: eight to a pixel. */
export const shapesExtent = 4096
/** Beyond its edge, so that lines round what is cut there lie outside of the tile. */
const margin = 128

/**
 * The given polygons, lines or points (ascending) as a tile has them: every vertex at the nearest crossing of a grid of
 * `step` units that is the same in all tiles of a zoom. A vertex of two neighbours goes to one place, so the line between
 * them stays one line; and since it may go either way, small polygons lose and gain alike.
 */
export function cutShapes(
  ground: TileGround,
  place: TilePlace,
  polygons: readonly number[],
  step: number,
  attributesOf: (feature: number) => TileAttributes | null,
): TileFeature[] {
  const features: TileFeature[] = []
  const read = snapped(ground, place, step)
  for (let i = 0; i < polygons.length;) {
    const feature = ground.polygonFeature[polygons[i]!]!
    const pen = geometryPen()
    for (; i < polygons.length && ground.polygonFeature[polygons[i]!] === feature; i++)
      draw(ground, polygons[i]!, read, pen)
    const attributes = pen.geometry.length > 0 ? attributesOf(feature) : null
    if (attributes) features.push({ number: feature + 1, attributes, geometry: pen.geometry })
  }
  return features
}

export const mvtTypeOf = ({ kind }: TileGround) => geometryTypes[kind]

/** Reads the vertices of a part in units of the tile, without those that fall together with the one before. */
function snapped({ xy, partStart }: TileGround, { zoom, x, y }: TilePlace, step: number): (part: number) => number[] {
  const side = 2 ** (32 - zoom)
  const perStep = (side / shapesExtent) * step
  return (part) => {
    const read: number[] = []
    for (let i = partStart[part]!; i < partStart[part + 1]!; i++) {
      const ownX = Math.round((xy[2 * i]! - x * side) / perStep) * step
      const ownY = Math.round((xy[2 * i + 1]! - y * side) / perStep) * step
      const { length } = read
      if (length > 0 && read[length - 2] === ownX && read[length - 1] === ownY) continue
      read.push(ownX, ownY)
    }
    return read
  }
}

function draw(
  { kind, polygonStart, isHole }: TileGround,
  polygon: number,
  read: (part: number) => number[],
  pen: ReturnType<typeof geometryPen>,
): void {
  let isShellDrawn = true
  for (let part = polygonStart[polygon]!; part < polygonStart[polygon + 1]!; part++) {
    const xy = read(part)
    if (kind === 'point') {
      const inside = xy.filter((_, i) => isInTile(xy[i - (i % 2)]!, xy[i - (i % 2) + 1]!))
      if (inside.length > 0) pen.points(inside)
    } else if (kind === 'line') {
      for (const line of linesInside(xy)) pen.path(line, false)
    } else if (isShellDrawn || isHole[part] === 0) {
      const ring = withoutStraights(ringInside(xy))
      const area = doubleArea(ring)
      if (isHole[part] === 0) isShellDrawn = area !== 0
      if (area !== 0) pen.path(area > 0 === (isHole[part] === 0) ? ring : reversed(ring), true)
    }
  }
}

const [least, most] = [-margin, shapesExtent + margin]
const isInTile = (x: number, y: number): boolean => x >= least && x <= most && y >= least && y <= most

/** The runs of a line of which a segment may lie in the tile. */
function linesInside(xy: number[]): number[][] {
  const lines: number[][] = []
  let line: number[] = []
  for (let i = 2; i < xy.length; i += 2) {
    const [ax, ay, bx, by] = [xy[i - 2]!, xy[i - 1]!, xy[i]!, xy[i + 1]!]
    const isOut =
      Math.max(ax, bx) < least || Math.min(ax, bx) > most || Math.max(ay, by) < least || Math.min(ay, by) > most
    if (isOut) {
      if (line.length > 0) lines.push(line)
      line = []
    } else {
      if (line.length === 0) line.push(ax, ay)
      line.push(bx, by)
    }
  }
  if (line.length > 0) lines.push(line)
  return lines
}

/** Sutherland and Hodgman (1974), side by side; a ring that lies inside is given back as it is. */
function ringInside(ring: number[]): number[] {
  let cut = ring
  for (const axis of [0, 1] as const)
    for (const [limit, isBelow] of [
      [least, false],
      [most, true],
    ] as const)
      cut = cutAt(cut, axis, limit, isBelow)
  return cut
}

function cutAt(ring: number[], axis: 0 | 1, limit: number, isBelow: boolean): number[] {
  const isIn = (i: number): boolean => (isBelow ? ring[i + axis]! <= limit : ring[i + axis]! >= limit)
  let isWhole = true
  for (let i = 0; i < ring.length && isWhole; i += 2) isWhole = isIn(i)
  if (isWhole) return ring
  const cut: number[] = []
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
    if (isIn(i) !== isIn(before)) {
      const across = crossing(ring, before, i, axis, limit)
      if (axis === 0) cut.push(limit, across)
      else cut.push(across, limit)
    }
    if (isIn(i)) cut.push(ring[i]!, ring[i + 1]!)
  }
  return cut
}

/** Found from the lesser end, so that two rings that run along an edge in opposite ways cut it at one place. */
function crossing(ring: number[], one: number, other: number, axis: 0 | 1, limit: number): number {
  const [a, b] = ring[one + axis]! < ring[other + axis]! ? [one, other] : [other, one]
  const part = (limit - ring[a + axis]!) / (ring[b + axis]! - ring[a + axis]!)
  const across = 1 - axis
  return Math.round(ring[a + across]! + part * (ring[b + across]! - ring[a + across]!))
}

/** Without vertices on the straight way between their neighbours, and without what runs out and back. */
function withoutStraights(ring: number[]): number[] {
  const kept: number[] = []
  const isStraight = (x: number, y: number): boolean => {
    const n = kept.length
    if (n < 4) return false
    const [ax, ay, bx, by] = [kept[n - 4]!, kept[n - 3]!, kept[n - 2]!, kept[n - 1]!]
    return (bx - ax) * (y - ay) === (by - ay) * (x - ax)
  }
  const add = (x: number, y: number): void => {
    while (isStraight(x, y)) kept.length -= 2
    const n = kept.length
    if (n < 2 || kept[n - 2] !== x || kept[n - 1] !== y) kept.push(x, y)
  }
  for (let i = 0; i < ring.length; i += 2) add(ring[i]!, ring[i + 1]!)
  if (kept.length < 6) return []
  add(kept[0]!, kept[1]!)
  const n = kept.length
  return kept.slice(0, kept[0] === kept[n - 2] && kept[1] === kept[n - 1] ? n - 2 : n)
}

function doubleArea(ring: number[]): number {
  if (ring.length < 6) return 0
  let sum = 0
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2)
    sum += ring[before]! * ring[i + 1]! - ring[i]! * ring[before + 1]!
  return sum
}

function reversed(ring: number[]): number[] {
  const turned: number[] = []
  for (let i = ring.length - 2; i >= 0; i -= 2) turned.push(ring[i]!, ring[i + 1]!)
  return turned
}
