import { overlay } from '../core/overlay/overlay.ts'
import { inMs, markdown, median, millisecondsOf } from './timing.ts'
import { crossedCoasts } from './workloads.ts'

/** Time against edges: two rings that cross more often the finer they are. */
export function growthTable(): string {
  const rows = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000].map((edges) => {
    const { plan, zones } = crossedCoasts(edges / 2)
    const ms = median(
      Array.from({ length: edges > 500_000 ? 3 : 5 }, () => millisecondsOf(() => overlay([plan, zones]))),
    )
    return [edges.toLocaleString('en'), inMs(ms), `${Math.round((1e6 * ms) / edges)} ns`]
  })
  return markdown(['edges', 'ms', 'for each edge'], rows)
}
