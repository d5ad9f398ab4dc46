import type { Answer } from './page-problem.ts'
import { request } from './request.ts'

/** The base map that can be chosen: whose it is, the site that is asked for it (`null` for a file), and how deep it goes. */
export type BaseMapChoices = {
  readonly name: string
  readonly host: string | null
  readonly minZoom: number
  readonly maxZoom: number
}

export const getBaseMap = (): Promise<Answer<{ readonly baseMap: BaseMapChoices | null }>> => request('/api/base-map')
