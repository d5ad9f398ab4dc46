import { problemFrom, unreachable, type Answer } from './page-problem.ts'
import { asOwnChange } from './own-changes.ts'
import { awaitJob, isJob } from './jobs.ts'
import { asJson, json } from './json.ts'

/** What a caller may say of a request besides its address. */
export type Asking = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  /** A body of text instead, such as a table in CSV. */
  readonly csv?: string
  readonly accept?: string
  /** The revision that a change is based on, or the tag of what was read. */
  readonly revision?: number | string
  readonly signal?: AbortSignal
  /** Told how far a long answer is, 0 to 1. */
  readonly progress?: (fraction: number) => void
}

/** Asks the API. An answer that takes long (202) is waited for; an aborted request rejects with an `AbortError`. */
export const request = <T>(path: string, asking: Asking = {}): Promise<Answer<T>> =>
  asking.method === undefined || asking.method === 'GET' ? ask<T>(path, asking) : asOwnChange(ask<T>(path, asking))

async function ask<T>(path: string, asking: Asking): Promise<Answer<T>> {
  const { method = 'GET', body, csv, accept = 'application/json', revision, signal, progress } = asking
  const headers = new Headers({ accept })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (csv !== undefined) headers.set('content-type', 'text/csv; charset=utf-8')
  if (revision !== undefined) headers.set('if-match', typeof revision === 'number' ? `"${revision}"` : revision)
  const init: RequestInit = { method, headers, signal: signal ?? null }
  if (csv !== undefined) init.body = csv
  let response: Response
  try {
    if (body !== undefined) init.body = await asJson(body)
    response = await fetch(path, init)
  } catch (error) {
    if (signal?.aborted) throw error
    return { ok: false, problem: unreachable }
  }
  const answer = await json(response)
  if (!response.ok) return { ok: false, problem: problemFrom(response.status, answer) }
  if (response.status === 202 && isJob(answer)) return awaitJob<T>(answer, { signal, progress })
  return { ok: true, value: answer as T, tag: response.headers.get('etag') }
}
