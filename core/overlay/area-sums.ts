import type { Heights } from '../geometry/chain-term.ts'
import type { Arrangement } from './arrangement.ts'
import { alone, type PoolFor, type OverlayJobs } from './pool.ts'
import { evenCuts } from './even-cuts.ts'
import type { PackedLayers } from './pack-layers.ts'
import { emptyLabels, labelMembers, numberOf, type Labels } from './labels.ts'
import type { BlockSums } from './sum-block.ts'
import { addTerm, emptySums, type Sums } from './sums.ts'

export type AreaSums = { readonly labels: Labels; readonly sums: Sums; readonly plan: number }

/** Blocks are cut by the rings alone, never by the number of threads, so that the sums are the same to the last bit. */
const mostBlocks = 24
/** Vertices that are worth a block of their own. */
const blockPlaces = 1024

/**
 * The sums of q over longitude around every set of classes on the plan's ground: what lies on the left of a piece gets
 * its term taken off, what lies on the right gets it added, so that the sums are areas.
 */
export function areaSums(
  packed: PackedLayers,
  arrangement: Arrangement,
  heights: Heights,
  pool: PoolFor<OverlayJobs> = alone,
): AreaSums {
  const { rings, events } = arrangement
  const weight = (ring: number): number =>
    rings.start[ring + 1]! - rings.start[ring]! + 8 * (events.start[ring + 1]! - events.start[ring]!)
  const blocks = Math.min(mostBlocks, Math.ceil(rings.coordinates.length / 2 / blockPlaces))
  const cuts = evenCuts(rings.count, weight, blocks)
  const [plan, ...parts] = pool.runAll('sumBlock', { packed, arrangement, heights, cuts }, cuts.length)
  const labels = emptyLabels()
  const sums = emptySums()
  for (const part of parts) addBlock(labels, sums, part)
  return { labels, sums, plan: plan!.plan }
}

function addBlock(labels: Labels, sums: Sums, block: BlockSums): void {
  const known = Math.min(block.labels.count, block.sums.sum.length)
  for (let label = 1; label < known; label++) {
    const to = numberOf(labels, labelMembers(block.labels, label))
    addTerm(sums, to, block.sums.sum[label]!, block.sums.gapX[label]!, block.sums.gapY[label]!)
    sums.rest[to]! += block.sums.rest[label]!
  }
}
