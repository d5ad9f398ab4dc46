import { chainTerm, type Heights } from '../geometry/chain-term.ts'
import type { Arrangement } from './arrangement.ts'
import type { PackedLayers } from './pack-layers.ts'
import { emptyLabels, type Labels } from './labels.ts'
import { planTerm } from './plan-term.ts'
import { addTerm, emptySums, type Sums } from './sums.ts'
import { walk } from './walk.ts'

/** The walk and what it adds up, cut into blocks of rings; the plan's own area is a part by itself, the first. */
export type Summing = {
  readonly packed: PackedLayers
  readonly arrangement: Arrangement
  readonly heights: Heights
  /** First ring of each block, and the end. */
  readonly cuts: readonly number[]
}

/** What one block adds: sums by its own numbers for sets of classes; or `plan`, the sum around the plan's union. */
export type BlockSums = {
  readonly labels: Pick<Labels, 'count' | 'start' | 'members'>
  readonly sums: Sums
  readonly plan: number
}

export function sumBlock({ packed, arrangement, heights, cuts }: Summing, part: number): BlockSums {
  if (part === 0) return { labels: emptyLabels(), sums: emptySums(), plan: planTerm(packed, arrangement, heights) }
  const { rings, crossings } = arrangement
  const sums = emptySums()
  const labels = walk(packed, arrangement, cuts[part - 1]!, cuts[part]!, (ring, from, to, inner, outer, innerLeft) => {
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
  return { labels: { count: labels.count, start: labels.start, members: labels.members }, sums, plan: 0 }
}
