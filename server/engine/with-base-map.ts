import { done, refused, type Outcome } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import type { Work } from '../../core/progress.ts'
import type { SheetInput } from '../../core/sheet/sheet-input.ts'
import { sheetPages } from '../../core/sheet/sheet-pages.ts'
import { baseMapPicture } from '../export/base-map-picture.ts'

/** The sheet with the base map under its map; one that cannot be had is named on the sheet, which comes without it. */
export async function withBaseMap(inputs: readonly SheetInput[], tiles: string, { signal }: Work): Promise<Outcome<SheetInput[]>> {
  const [input] = inputs
  if (!input || inputs.length > 1 || (input.beside?.length ?? 0) > 0) return refused(problem('sheet-base-map'))
  const name = nameOf(tiles)
  // The line that names it takes room, so it stands on the sheet already when the map's place is found.
  const pages = sheetPages({ ...input, baseMap: { png: '', name } })
  if (!pages.ok) return pages
  const { place } = pages.value
  const png = tiles === 'none' || !place ? null : await baseMapPicture(tiles, place, signal)
  return done([{ ...input, baseMap: { png, name } }])
}

function nameOf(tiles: string): string {
  if (tiles === 'none') return '–'
  const { host } = new URL(tiles)
  return host.endsWith('openstreetmap.org') ? `© OpenStreetMap contributors (${host})` : host
}
