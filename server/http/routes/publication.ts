import { publicationSchema, type Publication } from '../../../core/model/publication.ts'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { publicationTag } from '../../store/workspace-publication.ts'
import type { Reply } from '../exchange/reply.ts'
import { endpoint, json } from './endpoint.ts'

const path = '/api/publication'

/** Who publishes the studies of the workspace that do not say so themselves. */
export const publicationEndpoints = [
  endpoint(
    {
      method: 'get',
      path,
      summary: 'Who publishes the studies that do not say so themselves',
      answers: { 200: json(publicationSchema) },
    },
    async ({ services: { store } }) => {
      const usual = await store.publication()
      return usual.ok ? done(publicationReply(usual.value)) : usual
    },
  ),
  endpoint(
    {
      method: 'put',
      path,
      summary: 'Says who publishes the studies that do not say so themselves',
      ifMatch: 'required',
      body: json(publicationSchema),
      answers: { 200: json(publicationSchema) },
    },
    async ({ services: { store }, req, ...requested }) => {
      const tag = req.headers['if-match']?.trim()
      if (tag === undefined) return refused(problem('publication-unread'))
      const body = requested.body()
      if (!body.ok) return body
      const written = await store.setPublication(body.value, tag === '*' ? null : tag)
      return written.ok ? done(publicationReply(body.value)) : written
    },
  ),
]

const publicationReply = (publication: Publication): Reply => ({
  json: publication,
  headers: { etag: publicationTag(publication) },
})
