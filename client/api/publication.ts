import type { Publication } from '../../core/model/publication.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'

const path = '/api/publication'

/** Who publishes the studies that do not say so themselves. */
export const getPublication = (): Promise<Answer<Publication>> => request<Publication>(path)

export const putPublication = (publication: Publication): Promise<Answer<Publication>> =>
  request<Publication>(path, { method: 'PUT', body: publication })
