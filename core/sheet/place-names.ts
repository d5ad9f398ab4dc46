import { boxAround } from '../geometry/extent.ts'
import type { Flat } from './clip.ts'
import { doubleArea, ringHolds, type PaperPolygon } from './ground.ts'
import { pointsOf, type Footprint, type Occupancy } from './occupancy.ts'
import type { Box } from './paper.ts'
import { lineHeightMm, wrapText, type Font, type Line } from './text.ts'

/** A name and what it belongs to, and whether it finds its place before all others, or after them. */
export type Named = { readonly name: string; readonly turn?: 'first' | 'last' } & (
  | { readonly polygons: readonly PaperPolygon[] }
  /** Of the first turn also the rings of the plan: a name stands outside them, that of the plan nowhere else. */
  | { readonly lines: readonly Flat[]; readonly plan?: readonly Flat[]; readonly isPlan?: boolean }
  /** A dot; the name keeps off it by `clearMm` more where it lies under another sign. */
  | { readonly x: number; readonly y: number; readonly clearMm?: number }
)

/** A name where it is printed, in the middle of its footprint. */
export type PlacedName = { readonly lines: readonly Line[]; readonly footprint: Footprint }

const apartMm = 0.6
/** Names along the plan's edge would read as one if they stood in a row. */
const apartAlongMm = 12
const grid = 14
/** Smaller ground holds no letter. */
const leastGroundMm = 2
/** Names of points and of lines stand off them by this. */
const offMm = 0.9
/** Half the side of what a dot takes. */
const dotMm = 0.3
const offLineMm = 1.5

/**
 * Finds a place for each name, turn by turn: ground first, the largest first, inside its ground on one line or two; then points,
 * beside them; then lines, along them; of the first turn the lines, beside their middle where they are too short. No name meets another or what is taken; one that fits nowhere is left out, as
 * on any map.
 */
export function placeNames(named: readonly Named[], sizePt: number, font: Font, occupancy: Occupancy): PlacedName[] {
  const placed: PlacedName[] = []
  const put = (place: PlacedName | null, ownApartMm: number = apartMm): void => {
    if (!place) return
    placed.push(place)
    const { footprint } = place
    occupancy.take({ ...footprint, widthMm: footprint.widthMm + ownApartMm, heightMm: footprint.heightMm })
  }
  for (const own of named)
    if ('x' in own) occupancy.takeBox({ x: own.x - dotMm, y: own.y - dotMm, width: 2 * dotMm, height: 2 * dotMm })
  for (const turn of ['first', undefined, 'last'] as const) {
    const own = named.filter((each) => each.turn === turn)
    const ground = own.flatMap((each) => ('polygons' in each ? [{ name: each.name, ...largestOf(each.polygons) }] : []))
    ground.sort((a, b) => b.areaMm2 - a.areaMm2)
    for (const { name, polygon } of ground) put(polygon && inGround(name, polygon, sizePt, font, occupancy))
    for (const each of own) if ('x' in each) put(besidePoint(each, sizePt, font, occupancy))
    for (const each of own)
      if ('lines' in each)
        if (turn === 'first') put(alongEdge(each, sizePt, font, occupancy), apartAlongMm)
        else put(alongLine(each, usualShares, () => true, sizePt, font, occupancy))
  }
  return placed
}

/** The polygon with the largest ring. */
function largestOf(polygons: readonly PaperPolygon[]): { polygon: PaperPolygon | null; areaMm2: number } {
  let polygon: PaperPolygon | null = null
  let areaMm2 = 0
  for (const candidate of polygons) {
    const area = candidate.rings.reduce((most, ring) => Math.max(most, Math.abs(doubleArea(ring)) / 2), 0)
    if (area > areaMm2) [polygon, areaMm2] = [candidate, area]
  }
  return { polygon, areaMm2 }
}

function inGround(
  name: string,
  polygon: PaperPolygon,
  sizePt: number,
  font: Font,
  occupancy: Occupancy,
): PlacedName | null {
  const ground = boundsOf(polygon)
  if (ground.width < leastGroundMm || ground.height < leastGroundMm) return null
  const wholeMm = font.widthMm(name, sizePt, 600)
  const longestWordMm = Math.max(...name.split(' ').map((word) => font.widthMm(word, sizePt, 600)))
  let best: { place: PlacedName; score: number } | null = null
  for (const widthMm of [wholeMm + 1, Math.max(wholeMm * 0.62, longestWordMm + 0.1)]) {
    const lines = wrapText(name, widthMm, { sizePt, weight: 600 }, font)
    if (lines.length > 2) continue
    const size = sizeOf(lines, sizePt, font)
    if (size.widthMm > ground.width * 1.15 || size.heightMm > ground.height * 1.15) continue
    for (let i = 0; i < grid * grid; i++) {
      const x = ground.x + (ground.width * ((i % grid) + 0.5)) / grid
      const y = ground.y + (ground.height * (Math.floor(i / grid) + 0.5)) / grid
      const footprint = { x, y, ...size, turnDegrees: 0 }
      const offMiddle = Math.hypot((x - ground.x) / ground.width - 0.5, (y - ground.y) / ground.height - 0.5)
      const most = 4 - offMiddle - lines.length * 0.35
      if ((best && best.score >= most) || !occupancy.isFree(footprint)) continue
      const inside = shareInside(polygon, footprint)
      const score = most - (1 - inside) * 4
      if (inside >= 0.85 && !(best && best.score >= score)) best = { score, place: { lines, footprint } }
    }
  }
  return best?.place ?? null
}

function besidePoint(
  { name, x, y, clearMm = 0 }: { name: string; x: number; y: number; clearMm?: number },
  sizePt: number,
  font: Font,
  occupancy: Occupancy,
): PlacedName | null {
  const lines: Line[] = [[{ text: name, weight: 600 }]]
  const size = sizeOf(lines, sizePt, font)
  const [side, over] = [size.widthMm / 2 + offMm + clearMm, size.heightMm / 2 + offMm + clearMm]
  const footprint = [
    [side, 0],
    [-side, 0],
    [0, -over],
    [0, over],
  ]
    .map(([dx, dy]) => ({ x: x + dx!, y: y + dy!, ...size, turnDegrees: 0 }))
    .find((candidate) => occupancy.isFree(candidate))
  return footprint ? { lines, footprint } : null
}

const usualShares = [0.5, 0.35, 0.65, 0.2, 0.8] as const
/** All the way round. */
const roundShares = Array.from({ length: 36 }, (_, i) => (i + 0.5) / 36)

type NamedLines = Extract<Named, { readonly lines: unknown }>

/** Outside the plan along its edge; of another line else inside it, or beside its middle. */
function alongEdge(own: NamedLines, sizePt: number, font: Font, occupancy: Occupancy): PlacedName | null {
  const { name, lines, plan = [], isPlan = false } = own
  const isOutside = ({ x, y }: Footprint): boolean => plan.filter((ring) => ringHolds(ring, x, y)).length % 2 === 0
  const shares = isPlan ? roundShares : usualShares
  const outside = alongLine(own, shares, isOutside, sizePt, font, occupancy)
  if (outside || isPlan) return outside
  const [longest] = lines.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  const [x, y] = longest ? pointAlong(longest, lengthOf(longest) / 2) : [0, 0]
  return (
    alongLine(own, shares, () => true, sizePt, font, occupancy) ??
    (longest ? besidePoint({ name, x, y, clearMm: offLineMm - offMm }, sizePt, font, occupancy) : null)
  )
}

/** Beside the line where it runs straight for the length of its name, never upside down. */
function alongLine(
  { name, lines: parts }: NamedLines,
  shares: readonly number[],
  isWanted: (footprint: Footprint) => boolean,
  sizePt: number,
  font: Font,
  occupancy: Occupancy,
): PlacedName | null {
  const lines: Line[] = [[{ text: name, weight: 600 }]]
  const size = sizeOf(lines, sizePt, font)
  for (const part of parts.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    const lengthMm = lengthOf(part)
    for (const share of shares) {
      const [ax, ay] = pointAlong(part, lengthMm * share - size.widthMm / 2)
      const [bx, by] = pointAlong(part, lengthMm * share + size.widthMm / 2)
      if (Math.hypot(bx - ax, by - ay) < size.widthMm * 0.97) continue
      const [dx, dy] = bx < ax ? [ax - bx, ay - by] : [bx - ax, by - ay]
      const turnDegrees = (Math.atan2(dy, dx) * 180) / Math.PI
      const stand = size.heightMm / 2 + offLineMm
      const [nx, ny] = [(-dy / Math.hypot(dx, dy)) * stand, (dx / Math.hypot(dx, dy)) * stand]
      for (const side of [-1, 1]) {
        const footprint = { x: (ax + bx) / 2 + nx * side, y: (ay + by) / 2 + ny * side, ...size, turnDegrees }
        if (isWanted(footprint) && occupancy.isFree(footprint)) return { lines, footprint }
      }
    }
  }
  return null
}

function sizeOf(lines: readonly Line[], sizePt: number, font: Font): { widthMm: number; heightMm: number } {
  const widths = lines.map((line) => font.widthMm(line.map(({ text }) => text).join(''), sizePt, 600))
  return { widthMm: Math.max(...widths), heightMm: lineHeightMm(sizePt) * lines.length * 0.9 }
}

function lengthOf(line: Flat): number {
  let length = 0
  for (let i = 2; i < line.length; i += 2) length += Math.hypot(line[i]! - line[i - 2]!, line[i + 1]! - line[i - 1]!)
  return length
}

function pointAlong(line: Flat, atMm: number): readonly [number, number] {
  let left = Math.max(0, atMm)
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!]
    const length = Math.hypot(bx - ax, by - ay)
    if (left <= length && length > 0) return [ax + ((bx - ax) * left) / length, ay + ((by - ay) * left) / length]
    left -= length
  }
  return [line.at(-2)!, line.at(-1)!]
}

function boundsOf({ rings }: PaperPolygon): Box {
  const extremes = rings.map(boxAround)
  const [x, y] = [Math.min(...extremes.map(([left]) => left)), Math.min(...extremes.map(([, top]) => top))]
  const right = Math.max(...extremes.map(([, , value]) => value))
  const bottom = Math.max(...extremes.map(([, , , value]) => value))
  return { x, y, width: right - x, height: bottom - y }
}

/** Of points spread over the footprint, the share that lies in the polygon by the even-odd rule. */
function shareInside({ rings }: PaperPolygon, footprint: Footprint): number {
  const points = pointsOf(footprint).filter((_, i) => i % 5 === 0)
  const inside = points.filter(([x, y]) => rings.filter((ring) => ringHolds(ring, x, y)).length % 2 === 1)
  return inside.length / points.length
}
