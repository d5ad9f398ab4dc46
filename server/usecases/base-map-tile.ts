import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { openBaseMap, type BaseMap, type Tile, type WantedBaseMap } from '../base-map/base-map.ts'
import type { TilePlace } from '../../core/tiles/world.ts'

/** Whose a base map is, and how deep it goes. */
export type BaseMapFacts = Pick<BaseMap, 'name' | 'host' | 'minZoom' | 'maxZoom'>

const mostOpen = 8
const open = new Map<string, BaseMap | null>()

/** Opened once; one that could not be is tried again, for a file may lie on a disk that is plugged in later. */
async function opened(wanted: WantedBaseMap): Promise<Outcome<BaseMap | null>> {
  const key = JSON.stringify(wanted)
  const known = open.get(key)
  if (known !== undefined) return done(known)
  const made = await openBaseMap(wanted)
  if (!made.ok) return made
  open.set(key, made.value)
  for (const oldest of open.keys()) {
    if (open.size <= mostOpen) break
    open.delete(oldest)
  }
  return made
}

/** `null` for "none". */
export async function describeBaseMap(wanted: WantedBaseMap): Promise<Outcome<BaseMapFacts | null>> {
  const found = await opened(wanted)
  if (!found.ok || !found.value) return found
  const { name, host, minZoom, maxZoom } = found.value
  return done({ name, host, minZoom, maxZoom })
}

/** A tile of a base map; `null` of "none". */
export async function baseMapTile(
  { wanted, place: { zoom, x, y } }: { readonly wanted: WantedBaseMap; readonly place: TilePlace },
  { signal }: TaskContext,
): Promise<Outcome<Tile | null>> {
  const found = await opened(wanted)
  return found.ok && found.value ? found.value.tile(zoom, x, y, signal) : found.ok ? done(null) : found
}
