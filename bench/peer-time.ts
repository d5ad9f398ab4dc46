import { overlay } from '../core/overlay/overlay.ts'
import { classM2 } from './class-area.ts'
import { sampled, type LoadedPeer, type Peer } from './peer.ts'
import { median } from './timing.ts'
import type { Workload } from './workloads.ts'

const mostRounds = 5
/** No further round begins once a peer has had this long. */
const budgetMs = 10_000
/** The peers measure on the plane or the sphere. */
const mostRelativeError = 1e-3

/**
 * Milliseconds of a peer on the whole work: the median of its rounds without the first, which compiles and fills caches,
 * or that one where it took all the time; times `step`. Throws where its areas are not ours.
 */
export function peerMs(peer: Peer, work: Workload, step: number): number {
  const part = sampled(work, step)
  const loaded = peer.load(part)
  const times: number[] = []
  let spent = 0
  while (times.length <= mostRounds && spent < budgetMs) {
    const ms = loaded.runMs()
    times.push(ms)
    spent += ms
  }
  compare(peer.name, part, loaded)
  loaded.close()
  return step * median(times.length > 1 ? times.slice(1) : times)
}

function compare(name: string, part: Workload, loaded: LoadedPeer): void {
  const found = overlay([part.plan, part.zones])
  for (const [of, theirsM2] of loaded.classesM2().entries()) {
    const oursM2 = classM2(found, of)
    if (!(Math.abs(theirsM2 - oursM2) <= mostRelativeError * oursM2 + 1e-9 * found.planM2)) {
      throw new Error(`${part.name}, class ${of}: ${oursM2} m2, ${name} ${theirsM2} m2`)
    }
  }
}
