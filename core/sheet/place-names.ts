import { doubleArea, ringHolds, type PaperPolygon } from './ground.ts'
import { mmOfPoints, type Box } from './paper.ts'
import { lineHeightMm, wrapText, type Font, type Line } from './text.ts'

/** A name and the ground that it belongs to. */
export type NamedGround = { readonly name: string; readonly polygons: readonly PaperPolygon[] }

/** A name where it is printed: the middle of its first baseline. */
export type PlacedName = { readonly lines: readonly Line[]; readonly x: number; readonly y: number; readonly sizePt: number; readonly box: Box }

const clearMm = 0.5
const grid = 14

/**
 * Finds a place for each name inside its ground, largest ground first, so that no name meets another or one of the
 * `taken` boxes. A name goes on one line or on two; one that fits nowhere is left out, as on any map.
 */
export function placeNames(
  named: readonly NamedGround[],
  frame: Box,
  sizePt: number,
  font: Font,
  taken: readonly Box[],
): PlacedName[] {
  const occupied = [...taken]
  const placed: PlacedName[] = []
  const bySize = named
    .map((ground) => ({ ...ground, largest: largestOf(ground.polygons) }))
    .sort((a, b) => b.largest.areaMm2 - a.largest.areaMm2)
  for (const { name, largest } of bySize) {
    if (!largest.polygon || name.trim() === '') continue
    const place = bestPlace(name, largest.polygon, frame, sizePt, font, occupied)
    if (!place) continue
    placed.push(place)
    occupied.push(place.box)
  }
  return placed
}

function largestOf(polygons: readonly PaperPolygon[]): { polygon: PaperPolygon | null; areaMm2: number } {
  let polygon: PaperPolygon | null = null
  let areaMm2 = 0
  for (const candidate of polygons) {
    const area = Math.abs(candidate.rings.reduce((sum, ring) => sum + doubleArea(ring), 0)) / 2
    if (area > areaMm2) [polygon, areaMm2] = [candidate, area]
  }
  return { polygon, areaMm2 }
}

function bestPlace(
  name: string,
  polygon: PaperPolygon,
  frame: Box,
  sizePt: number,
  font: Font,
  occupied: readonly Box[],
): PlacedName | null {
  const whole = font.widthMm(name, sizePt, 600)
  const ground = boundsOf(polygon)
  let best: { place: PlacedName; score: number } | null = null
  const longestWordMm = Math.max(...name.split(' ').map((word) => font.widthMm(word, sizePt, 600)))
  for (const widthMm of [whole + 1, Math.max(whole * 0.62, longestWordMm + 0.1)]) {
    const lines = wrapText(name, widthMm, { sizePt, weight: 600 }, font)
    if (lines.length > 2) continue
    const width = Math.max(...lines.map((line) => font.widthMm(line.map(({ text }) => text).join(''), sizePt, 600)))
    const height = lineHeightMm(sizePt) * lines.length
    if (width > ground.width * 1.15 || height > ground.height * 1.15) continue
    for (let i = 0; i < grid * grid; i++) {
      const x = ground.x + (ground.width * ((i % grid) + 0.5)) / grid
      const y = ground.y + (ground.height * (Math.floor(i / grid) + 0.5)) / grid
      const box = { x: x - width / 2, y: y - height / 2, width, height }
      if (!within(box, frame) || occupied.some((other) => meet(box, other))) continue
      const inside = shareInside(polygon, box)
      if (inside < 0.8) continue
      const offMiddle = Math.hypot((x - ground.x) / ground.width - 0.5, (y - ground.y) / ground.height - 0.5)
      const score = inside * 4 - offMiddle - lines.length * 0.35
      if (best && best.score >= score) continue
      best = { score, place: { lines, x, y: box.y + mmOfPoints(sizePt) * 1.02, sizePt, box } }
    }
  }
  return best?.place ?? null
}

function boundsOf({ rings }: PaperPolygon): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      left = Math.min(left, ring[i]!)
      right = Math.max(right, ring[i]!)
      top = Math.min(top, ring[i + 1]!)
      bottom = Math.max(bottom, ring[i + 1]!)
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Of points spread over the box, the share that lies in the polygon by the even-odd rule. */
function shareInside({ rings }: PaperPolygon, box: Box): number {
  let inside = 0
  const [across, down] = [7, 3]
  for (let i = 0; i < across * down; i++) {
    const x = box.x + (box.width * (i % across)) / (across - 1)
    const y = box.y + (box.height * Math.floor(i / across)) / (down - 1)
    if (rings.filter((ring) => ringHolds(ring, x, y)).length % 2 === 1) inside++
  }
  return inside / (across * down)
}

const within = (box: Box, frame: Box): boolean =>
  box.x >= frame.x + clearMm &&
  box.y >= frame.y + clearMm &&
  box.x + box.width <= frame.x + frame.width - clearMm &&
  box.y + box.height <= frame.y + frame.height - clearMm

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + clearMm && b.x < a.x + a.width + clearMm && a.y < b.y + b.height && b.y < a.y + a.height
