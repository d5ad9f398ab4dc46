import type { Response } from 'express'
import { done, type Outcome } from '../../../core/result/outcome.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import type { Job, Jobs } from './jobs.ts'
import { problemDocument } from './problem-document.ts'
import type { Reply } from './reply.ts'

type Requested<T> = {
  readonly kind: string
  /** The same for requests that have the same answer. */
  readonly key: string
  readonly waitSeconds: number
  readonly run: (work: TaskContext) => Promise<Outcome<T>>
  readonly reply: (value: T) => Reply
}

/**
 * The answer where it is ready in time, else 202 with the job that goes on. Whoever hangs up before either no longer
 * wants the work.
 */
export async function answerOrJob<T>(
  jobs: Jobs<Reply>,
  res: Response,
  { kind, key, waitSeconds, run, reply }: Requested<T>,
): Promise<Outcome<Reply> | null> {
  const { id, finished, leave, tell } = jobs.start(kind, key, async (work) => {
    const outcome = await run(work)
    return outcome.ok ? done(reply(outcome.value)) : outcome
  })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, waitSeconds * 1000, 'late')
  })
  const gone = new Promise<'gone'>((resolve) => {
    if (res.destroyed || res.closed) resolve('gone')
    res.once('close', () => resolve('gone'))
  })
  const first = await Promise.race([finished, late, gone])
  clearTimeout(timer)
  if (first === 'gone') {
    leave()
    return null
  }
  if (first !== 'late') return first
  return done({ status: 202, headers: { location: `/api/jobs/${id}` }, json: jobDocument(tell()) })
}

/** A job as others see it; a result that is no JSON is told by its address. */
export function jobDocument({
  id,
  kind,
  state,
  progress,
  message,
  expectedS,
  value,
  problem,
}: Job<Reply>): Record<string, unknown> {
  return {
    id,
    kind,
    state,
    progress,
    message,
    ...(expectedS === undefined ? {} : { expectedS }),
    ...(value ? { result: 'json' in value ? value.json : { href: `/api/jobs/${id}/result` } } : {}),
    ...(problem ? { error: problemDocument(problem, id) } : {}),
  }
}

export const fileReply = (bytes: Uint8Array | string, type: string, name: string): Reply => ({
  bytes,
  type,
  headers: { 'content-disposition': contentDisposition(name) },
})

/** Pictures and documents are shown, everything else is saved; the name in both forms that clients read. */
export function contentDisposition(name: string): string {
  const disposition = /\.(svg|png|pdf)$/.test(name) ? 'inline' : 'attachment'
  const plain = name.replace(/[^\w.-]/g, '_')
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
