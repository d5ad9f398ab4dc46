import type { Answer } from './page-problem.ts'
import { request } from './request.ts'

/** A base map: whose it is, the site that is asked for it (`null` for a file), and how deep it goes. */
export type BaseMapFacts = {
  readonly name: string
  readonly host: string | null
  readonly minZoom: number
  readonly maxZoom: number
}

/** How a base map is asked for: as the reader names it, or as the server is set to (`null`). */
export type NamedBaseMap = { readonly setting: string | null; readonly credit: string | null }

/** The same as options of an address. */
export const baseMapOptionsOf = ({ setting, credit }: NamedBaseMap): Record<string, string> => ({
  ...(setting === null ? {} : { baseMap: setting }),
  ...(credit === null ? {} : { baseMapCredit: credit }),
})

/** The base map that is named, and the files that can be named too. */
export const getBaseMap = (
  named: NamedBaseMap,
): Promise<Answer<{ readonly baseMap: BaseMapFacts | null; readonly files: readonly string[] }>> =>
  request(`/api/base-map?${new URLSearchParams(baseMapOptionsOf(named))}`)
