import { done } from '../../../core/result/outcome.ts'
import { version } from '../../../core/result/version.ts'
import { healthSchema } from '../schemas/answer-schemas.ts'
import { endpoint, json } from './endpoint.ts'

export const healthEndpoint = endpoint(
  { method: 'get', path: '/healthz', summary: 'Whether the server is up', answers: { 200: json(healthSchema) } },
  async ({ services: { store } }) => done({ json: { status: 'ok', version, store: store.kind } }),
)
