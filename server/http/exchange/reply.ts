import type { Request, RequestHandler, Response } from 'express'
import type { Outcome } from '../../../core/result/outcome.ts'
import { sendProblem } from './problem-document.ts'

/** What a route answers: JSON, a file, bytes, or nothing. */
export type Reply = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
} & (
  | { readonly json: unknown }
  | { readonly path: string; readonly type: string }
  | { readonly bytes: Uint8Array | string; readonly type: string }
  | { readonly empty: true }
)

/** A route that reads its request, calls one use case, and says what to answer. */
export const route =
  (answer: (req: Request, res: Response) => Promise<Outcome<Reply> | null>): RequestHandler =>
  async (req, res) => {
    const outcome = await answer(req, res)
    if (outcome === null || res.headersSent || res.destroyed) return
    if (!outcome.ok) sendProblem(req, res, outcome.problem)
    else await send(res, outcome.value)
  }

async function send(res: Response, reply: Reply): Promise<void> {
  res.status(reply.status ?? 200).setHeader('cache-control', 'no-cache')
  for (const [name, value] of Object.entries(reply.headers ?? {})) res.setHeader(name, value)
  if ('json' in reply) res.type('application/json').send(JSON.stringify(reply.json))
  else if ('bytes' in reply) res.type(reply.type).send(Buffer.from(reply.bytes))
  else if ('empty' in reply) res.status(reply.status ?? 204).end()
  else {
    res.type(reply.type)
    await new Promise<void>((resolve, reject) => {
      res.sendFile(reply.path, { dotfiles: 'allow', cacheControl: false, lastModified: false, etag: false }, (error) =>
        error && !res.headersSent && !hasHungUp(error) ? reject(error) : resolve(),
      )
    })
  }
}

/** Nobody is left to be answered. */
const hasHungUp = (error: NodeJS.ErrnoException): boolean => error.code === 'ECONNABORTED'
