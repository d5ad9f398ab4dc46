import type { Shapes } from '../geometry/shapes.ts'
import { clipLine, clipRing, type Flat } from './clip.ts'
import { generaliseLine, generaliseRing } from './generalise.ts'
import type { Box } from './paper.ts'
import type { PaperProjection } from './projection.ts'

/** Lines are generalised to this on paper (design, section 8). */
export const toleranceMm = 0.05

/** Generalising never takes or gives a ring more than this share of its area. */
const mostChange = 0.004

/** A polygon on paper: its rings, to be filled by the even-odd rule. */
export type PaperPolygon = { readonly feature: number; readonly rings: readonly Flat[] }

/** What of the shapes lies in the box, in millimetres, generalised to 0.05 mm. */
export type PaperShapes = {
  readonly polygons: readonly PaperPolygon[]
  readonly lines: readonly { readonly feature: number; readonly line: Flat }[]
  readonly points: readonly { readonly feature: number; readonly x: number; readonly y: number }[]
}

export function shapesOnPaper(
  shapes: Shapes,
  takes: (feature: number) => boolean,
  projection: PaperProjection,
  box: Box,
): PaperShapes {
  const polygons: PaperPolygon[] = []
  const lines: { feature: number; line: Flat }[] = []
  const points: { feature: number; x: number; y: number }[] = []
  let rings: Flat[] = []
  for (let part = 0; part < shapes.partPolygon.length; part++) {
    const polygon = shapes.partPolygon[part]!
    const feature = shapes.polygonFeature[polygon]!
    if (!takes(feature)) continue
    const positions = project(shapes, part, projection)
    if (shapes.kind === 'point') {
      for (let i = 0; i < positions.length; i += 2) {
        if (boxHolds(box, positions[i]!, positions[i + 1]!))
          points.push({ feature, x: positions[i]!, y: positions[i + 1]! })
      }
    } else if (shapes.kind === 'line') {
      for (const line of clipLine(positions, box))
        lines.push({ feature, line: rounded(generaliseLine(line, toleranceMm)) })
    } else {
      const where = placeOf(positions, box)
      const inside = where === 'outside' ? [] : where === 'inside' ? positions : clipRing(positions, box)
      const ring = rounded(generaliseRing(inside, ringToleranceMm(inside)))
      if (ring.length >= 6) rings.push(ring)
      if (shapes.partPolygon[part + 1] === polygon) continue
      if (rings.length > 0) polygons.push({ feature, rings })
      rings = []
    }
  }
  return { polygons, lines, points }
}

function project(shapes: Shapes, part: number, projection: PaperProjection): Flat {
  const positions: Flat = []
  for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++) {
    const [x, y] = projection.toPaper(shapes.coordinates[i * 2]!, shapes.coordinates[i * 2 + 1]!)
    if (Number.isFinite(x) && Number.isFinite(y)) positions.push(x, y)
  }
  return positions
}

export const boxHolds = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height

function placeOf(ring: Flat, box: Box): 'inside' | 'outside' | 'across' {
  let [left, right, top, bottom] = [true, true, true, true]
  let inside = true
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i]!
    const y = ring[i + 1]!
    left &&= x < box.x
    right &&= x > box.x + box.width
    top &&= y < box.y
    bottom &&= y > box.y + box.height
    inside &&= boxHolds(box, x, y)
  }
  if (left || right || top || bottom) return 'outside'
  return inside ? 'inside' : 'across'
}

/** To hundredths of a millimetre, without repeated vertices. */
function rounded(line: Flat): Flat {
  const result: Flat = []
  for (let i = 0; i < line.length; i += 2) {
    const x = Math.round(line[i]! * 100)
    const y = Math.round(line[i + 1]! * 100)
    if (result.at(-2) !== x || result.at(-1) !== y) result.push(x, y)
  }
  return result.map((hundredths) => hundredths / 100)
}

/**
 * A closed line that moves by a distance changes its area by no more than that times its length: a round or narrow ring
 * is generalised less than one that is wide for its length, and a swarm of small ones keeps its ground.
 */
function ringToleranceMm(ring: Flat): number {
  const lengthMm = ring.reduce(
    (sum, _, i) => (i % 2 === 1 ? sum : sum + Math.hypot(ring[i]! - ring.at(i - 2)!, ring[i + 1]! - ring.at(i - 1)!)),
    0,
  )
  return lengthMm === 0 ? toleranceMm : Math.min(toleranceMm, (mostChange * Math.abs(doubleArea(ring))) / 2 / lengthMm)
}

/** Twice the signed area in square millimetres. */
export function doubleArea(ring: Flat): number {
  let sum = 0
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    sum += ring[j]! * ring[i + 1]! - ring[i]! * ring[j + 1]!
  }
  return sum
}

export function ringHolds(ring: Flat, x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ay = ring[i + 1]!
    const by = ring[j + 1]!
    if (ay > y !== by > y && x < ring[i]! + ((y - ay) / (by - ay)) * (ring[j]! - ring[i]!)) inside = !inside
  }
  return inside
}

/** SVG path data of rings or lines, in relative steps of hundredths of a millimetre. */
export function pathData(lines: readonly Flat[], closed: boolean): string {
  return lines
    .map((line) => {
      let data = `M${line[0]} ${line[1]}`
      let [x, y] = [Math.round(line[0]! * 100), Math.round(line[1]! * 100)]
      for (let i = 2; i < line.length; i += 2) {
        const [nextX, nextY] = [Math.round(line[i]! * 100), Math.round(line[i + 1]! * 100)]
        data += `${i === 2 ? 'l' : ' '}${step(nextX - x)}${nextY < y ? '' : ' '}${step(nextY - y)}`
        x = nextX
        y = nextY
      }
      return closed ? `${data}z` : data
    })
    .join('')
}

const step = (hundredths: number): string => commonSteps[hundredths + mostCommon] ?? stepText(hundredths)

const stepText = (hundredths: number): string => String(hundredths / 100).replace(/^(-?)0\./, '$1.')

/** Most steps are short: their texts are made once. */
const mostCommon = 500
const commonSteps = Array.from({ length: 2 * mostCommon + 1 }, (_, i) => stepText(i - mostCommon))
