import { chainTerm, type Heights } from '../geometry/chain-term.ts'
import type { Arrangement } from './arrangement.ts'
import type { PackedLayers } from './pack-layers.ts'

/**
 * The sum of q over longitude around the union of the plan's polygons, from the plan's own rings and their crossings
 * with one another alone: no edge of the plan is cut where another layer crosses it.
 */
export function planTerm(
  { planRings, polygonClass }: PackedLayers,
  { rings, crossings, events, covers, insideLeft }: Arrangement,
  heights: Heights,
): number {
  const inside = new Uint8Array(polygonClass.length)
  let depth = 0
  const toggle = (polygon: number): void => {
    depth += inside[polygon] === 1 ? -1 : 1
    inside[polygon]! ^= 1
  }
  let sum = 0
  let rest = 0
  for (let ring = 0; ring < planRings; ring++) {
    const polygon = rings.polygon[ring]!
    let left = insideLeft[ring] === 1
    for (let k = covers.start[ring]!; k < covers.start[ring + 1]!; k++) {
      const other = covers.ring[k]!
      if (other >= planRings) continue
      if (rings.polygon[other] === polygon) left = !left
      else toggle(rings.polygon[other]!)
    }
    const end = events.start[ring + 1]!
    let from = -1
    for (let k = events.start[ring]!; k <= end; k++) {
      const to = k < end ? events.list[k]! : -1
      const other = to < 0 ? -1 : crossings.rings[to ^ 1]!
      if (other >= planRings) continue
      if (depth === 0) {
        const chain = chainTerm(rings, crossings, heights, ring, from, to)
        const term = left ? -chain : chain
        const total = sum + term
        const grown = total - sum
        rest += sum - (total - grown) + (term - grown)
        sum = total
      }
      if (other >= 0) {
        if (rings.polygon[other] === polygon) left = !left
        else toggle(rings.polygon[other]!)
      }
      from = to
    }
    for (let k = covers.start[ring]!; k < covers.start[ring + 1]!; k++) {
      const other = covers.ring[k]!
      if (other < planRings && rings.polygon[other] !== polygon) toggle(rings.polygon[other]!)
    }
  }
  return sum + rest
}
