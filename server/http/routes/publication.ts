import { publicationSchema } from '../../../core/model/publication.ts'
import { done } from '../../../core/result/outcome.ts'
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
      return usual.ok ? done({ json: usual.value }) : usual
    },
  ),
  endpoint(
    {
      method: 'put',
      path,
      summary: 'Says who publishes the studies that do not say so themselves',
      body: json(publicationSchema),
      answers: { 200: json(publicationSchema) },
    },
    async ({ services: { store }, ...requested }) => {
      const body = requested.body()
      if (!body.ok) return body
      await store.setPublication(body.value)
      return done({ json: body.value })
    },
  ),
]
