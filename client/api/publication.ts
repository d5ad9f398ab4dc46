import type { Publication } from '../../core/model/publication.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'

const path = '/api/publication'

/** Who publishes the studies that do not say so themselves. */
export const getPublication = (): Promise<Answer<Publication>> => request<Publication>(path)

/** Takes the place of the publication of `tag`; refused where another stands by now. */
export const putPublication = (publication: Publication, tag: string): Promise<Answer<Publication>> =>
  request<Publication>(path, { method: 'PUT', body: publication, revision: tag })
