import { m2PerTerm } from '../geometry/authalic.ts'
import type { AreaSums } from './area-sums.ts'
import type { PackedLayers } from './pack-layers.ts'
import { labelMembers } from './labels.ts'
import type { Combination } from './overlay.ts'

const metresPerDegree = 111_320

/**
 * The combinations that cover ground, from the sums of the walk. A sum no larger than the rounding of the coordinates
 * can make it is nothing: polygons that only touch share no ground. Throws where the pieces around a combination do not
 * close, or its area is negative: that is a fault of ours and must never become a number.
 */
export function combinationsOf(packed: PackedLayers, { labels, sums }: AreaSums): Combination[] {
  const { window, firstClass, planClasses } = packed
  const roundingDegrees = 2 ** -52 * Math.max(...window.map(Math.abs))
  const heightM = (window[3]! - window[1]!) * metresPerDegree
  const nothingM2 = roundingDegrees * metresPerDegree * heightM
  const combinations: Combination[] = []
  const known = Math.min(labels.count, sums.sum.length)
  for (let label = 1; label < known; label++) {
    const members = labelMembers(labels, label)
    if (members[0]! >= planClasses) continue
    const areaM2 = m2PerTerm * (sums.sum[label]! + sums.rest[label]!)
    const gapM2 = Math.hypot(sums.gapX[label]!, sums.gapY[label]!) * metresPerDegree * heightM
    if (areaM2 < -1e5 * nothingM2 || gapM2 > 1e5 * nothingM2) {
      throw new Error(`the pieces around classes ${members.join(' ')} do not close: ${areaM2} m2, open by ${gapM2} m2`)
    }
    if (areaM2 > nothingM2) combinations.push({ classes: byLayer(members, firstClass), areaM2 })
  }
  return combinations
}

/** The classes of each layer among the members of a set. */
export function byLayer(members: Uint32Array, firstClass: readonly number[]): number[][] {
  const classes: number[][] = firstClass.map(() => [])
  let layer = 0
  for (const member of members) {
    while (layer + 1 < firstClass.length && member >= firstClass[layer + 1]!) layer++
    classes[layer]!.push(member - firstClass[layer]!)
  }
  return classes
}
