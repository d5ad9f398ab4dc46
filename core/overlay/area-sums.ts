import { chainTerm, type Heights } from '../area/chain-term.ts'
import type { Arrangement } from './arrangement.ts'
import type { Gathered } from './gather.ts'
import type { Labels } from './labels.ts'
import { addTerm, emptySums, type Sums } from './sums.ts'
import { walk } from './walk.ts'

export type LabelledSums = { readonly labels: Labels; readonly sums: Sums }

/**
 * The sums of q over longitude around every set of classes on the plan's ground, from the rings `firstRing` to
 * `endRing` - 1: what lies on the left of a piece gets its term taken off, what lies on the right gets it added, so
 * that the sums are areas.
 */
export function areaSums(
  gathered: Gathered, arrangement: Arrangement, heights: Heights, firstRing: number, endRing: number,
): LabelledSums {
  const { rings, crossings } = arrangement
  const sums = emptySums()
  const labels = walk(gathered, arrangement, firstRing, endRing, (ring, from, to, inner, outer, innerLeft) => {
    const term = chainTerm(rings, crossings, heights, ring, from, to)
    const begin = from < 0 ? 2 * rings.start[ring]! : from & ~1
    const finish = to < 0 ? 2 * rings.start[ring]! : to & ~1
    const beginAt = from < 0 ? rings.coordinates : crossings.points
    const finishAt = to < 0 ? rings.coordinates : crossings.points
    const run = finishAt[finish]! - beginAt[begin]!
    const climb = finishAt[finish + 1]! - beginAt[begin + 1]!
    const sign = innerLeft ? -1 : 1
    addTerm(sums, inner, sign * term, sign * run, sign * climb)
    if (outer >= 0) addTerm(sums, outer, -sign * term, -sign * run, -sign * climb)
  })
  return { labels, sums }
}
