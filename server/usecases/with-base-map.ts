import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import type { SheetInput } from '../../core/sheet/sheet-input.ts'
import { sheetPages } from '../../core/sheet/sheet-pages.ts'
import { openBaseMap, type WantedBaseMap } from '../base-map/base-map.ts'
import { nameOfSetting } from '../config/base-map-setting.ts'
import { baseMapPicture } from '../export/pictures/base-map-picture.ts'

/** Sheets over their base map, or without it and why. */
export type Based = { readonly inputs: readonly SheetInput[]; readonly missing: Problem | null }

/** The sheet with the base map under its map; one that cannot be had is named on the sheet, which comes without it. */
export async function withBaseMap(
  inputs: readonly SheetInput[],
  wanted: WantedBaseMap,
  { signal }: TaskContext,
): Promise<Outcome<Based>> {
  const [input] = inputs
  if (!input || inputs.length > 1 || (input.beside?.length ?? 0) > 0) return refused(problem('sheet-base-map'))
  const opened = await openBaseMap(wanted)
  const baseMap = opened.ok ? opened.value : null
  const name = baseMap?.name ?? wanted.credit ?? nameOfSetting(wanted.setting)
  // The line that names it takes room, so it stands on the sheet already when the map's place is found.
  const pages = sheetPages({ ...input, baseMap: { png: '', name } })
  if (!pages.ok) return pages
  const { place } = pages.value
  const picture = baseMap && place ? await baseMapPicture(baseMap, place, signal) : null
  const failed = opened.ok ? picture : opened
  const png = picture?.ok ? picture.value : null
  return done({ inputs: [{ ...input, baseMap: { png, name } }], missing: failed && !failed.ok ? failed.problem : null })
}
