import { polygonAreasM2 } from '../geometry/polygon-areas.ts'
import { ringAreaM2 } from '../geometry/ring-area.ts'
import type { Shapes } from '../geometry/shapes.ts'
import type { FaultKind } from './fault.ts'
import { ringMeetings, type Place } from './ring-meetings.ts'
import { tracedLines } from './traced-lines.ts'

/** A fault in a polygon, by the numbers of the shapes. */
export type PolygonFault = {
  readonly kind: FaultKind
  readonly polygon: number
  readonly part: number
  readonly count: number
  readonly place: Place
  readonly areaM2: number
  readonly otherwiseM2: number
}

/** Below this two areas of one polygon are the same but for rounding. */
const sameM2 = 0.01
const sameShare = 1e-9

/**
 * Polygons of which the even-odd rule and the formula of programs that do not repair (shell less holes; where the rings
 * of a feature are one polygon, the sum of all rings by their winding) give different areas, whose rings cross, or of which
 * a repair that takes each line once gives another area. `areasM2` are those of the polygons, where they are known already.
 */
export function ringFaults(
  shapes: Shapes,
  evenOdd: 'polygon' | 'feature',
  areasM2: Float64Array = polygonAreasM2(shapes),
): PolygonFault[] {
  const { coordinates, partStart, partPolygon, polygonFeature } = shapes
  if (shapes.kind !== 'polygon' || partPolygon.length === 0) return []
  const turns = Float64Array.from(partPolygon, (_, part) =>
    ringAreaM2(coordinates, partStart[part]!, partStart[part + 1]!),
  )
  const partsOf: number[][] = Array.from(polygonFeature, () => [])
  partPolygon.forEach((polygon, part) => partsOf[polygon]!.push(part))
  const meetings = ringMeetings(shapes)
  const faults: PolygonFault[] = []
  const crossing = new Set<number>()

  const byFormula = (polygon: number): number => {
    const [shell, ...holes] = partsOf[polygon]!.map((part) => turns[part]!)
    if (evenOdd === 'feature') return Math.abs(holes.reduce((sum, turn) => sum + turn, shell ?? 0))
    return holes.reduce((rest, turn) => rest - Math.abs(turn), Math.abs(shell ?? 0))
  }
  const add = (kind: FaultKind, part: number, place = vertexOf(part), count = 1): void => {
    const polygon = partPolygon[part]!
    faults.push({ kind, polygon, part, count, place, areaM2: areasM2[polygon]!, otherwiseM2: byFormula(polygon) })
  }

  for (const { part, other, count, place } of meetings.crossings) {
    add(part === other ? 'ring-crosses-itself' : 'rings-cross', other, place, count)
    crossing.add(partPolygon[part]!)
  }
  for (const [polygon, parts] of partsOf.entries()) {
    const areaM2 = areasM2[polygon]!
    const traced = parts.length > 0 ? tracedLines(shapes, parts[0]!, parts.at(-1)! + 1) : null
    if (traced && !isSame(areaM2, traced.repairedM2)) {
      const { count, place, repairedM2 } = traced
      faults.push({ kind: 'lines-repeated', polygon, part: parts[0]!, count, place, areaM2, otherwiseM2: repairedM2 })
      continue
    }
    if (crossing.has(polygon) || isSame(areaM2, byFormula(polygon))) continue
    const misplaced = parts.length > 1 ? (evenOdd === 'polygon' ? misplacedHoles(parts) : misturnedRings(parts)) : []
    for (const [kind, part] of misplaced) add(kind, part)
    if (misplaced.length > 0) continue
    const met = parts.find((part) => meetings.touches.has(part)) ?? parts[0]!
    add(parts.length > 1 ? 'rings-cross' : 'ring-crosses-itself', met, meetings.touches.get(met))
  }
  return faults

  function isSame(areaM2: number, otherwiseM2: number): boolean {
    return Math.abs(areaM2 - otherwiseM2) <= Math.max(sameM2, sameShare * areaM2)
  }

  function vertexOf(part: number): Place {
    return [coordinates[2 * partStart[part]!]!, coordinates[2 * partStart[part]! + 1]!]
  }

  function misplacedHoles([shell, ...holes]: readonly number[]): [FaultKind, number][] {
    return holes.flatMap((hole): [FaultKind, number][] => {
      if (turns[hole] === 0) return []
      if (!meetings.liesIn(hole, shell!)) return [['hole-outside', hole]]
      const isWithin = holes.some((other) => isLarger(other, hole) && meetings.liesIn(hole, other))
      return isWithin ? [['hole-in-hole', hole]] : []
    })
  }

  /** Rings that turn as their depth does not ask, where the outermost and largest shows which way ground turns. */
  function misturnedRings(parts: readonly number[]): [FaultKind, number][] {
    const largest = parts.reduce((a, b) => (isLarger(b, a) ? b : a))
    return parts.flatMap((part): [FaultKind, number][] => {
      if (turns[part] === 0) return []
      const depth = parts.filter((other) => isLarger(other, part) && meetings.liesIn(part, other)).length
      const turnsAsLargest = Math.sign(turns[part]!) === Math.sign(turns[largest]!)
      return turnsAsLargest !== (depth % 2 === 0) ? [['ring-wound-wrongly', part]] : []
    })
  }

  function isLarger(part: number, than: number): boolean {
    const difference = Math.abs(turns[part]!) - Math.abs(turns[than]!)
    return difference > 0 || (difference === 0 && part < than)
  }
}
