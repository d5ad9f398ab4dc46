import type { Extent } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { lengthOf, type Fit } from './fit.ts'
import { offsetM } from './plane.ts'
import type { Position } from './transform.ts'

/** A note where a placed picture shows no ground of what the study is about: it may be of another place, or its points may be. */
export function elsewhereNote(
  { placeOf }: Fit,
  { width, height }: { readonly width: number; readonly height: number },
  ground: Extent | null,
  file: string,
): Note[] {
  if (!ground) return []
  const corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ].map((corner) => placeOf(corner as unknown as Position))
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)]
  const [west, south, east, north] = ground
  // Turned pictures reach farther with their box than with themselves; what is told here lies clear of it.
  const isApart =
    Math.max(...lons) < west || Math.min(...lons) > east || Math.max(...lats) < south || Math.min(...lats) > north
  if (!isApart) return []
  const apartM = lengthOf(offsetM([(west + east) / 2, (south + north) / 2], [middle(lons), middle(lats)]))
  return [note('picture-elsewhere', { file, kilometres: Number((apartM / 1_000).toPrecision(2)) })]
}

const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
