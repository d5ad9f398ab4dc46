import type { Answer } from './page-problem.ts'
import { request } from './request.ts'

/** The base map that can be chosen: whose it is, the site that is asked for it (`null` for a file), and how deep it goes. */
export type BaseMapOffer = {
  readonly name: string
  readonly host: string | null
  readonly minZoom: number
  readonly maxZoom: number
}

export const getBaseMap = (): Promise<Answer<{ readonly baseMap: BaseMapOffer | null }>> => request('/api/base-map')
