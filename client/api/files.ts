import { awaitJob, isJob } from './jobs.ts'
import { json } from './json.ts'
import { problemFrom, unreachable, type Answer } from './page-problem.ts'

export type FetchedFile = { readonly name: string; readonly content: Blob }

/** Has a file made and fetches it; what takes long is waited for. An aborted request cancels it and rejects with an `AbortError`. */
export async function fetchFile(
  address: string,
  asking: {
    readonly signal: AbortSignal
    readonly progress: (fraction: number, expectedS?: number) => void
    readonly body?: unknown
  },
): Promise<Answer<FetchedFile>> {
  const { body, ...going } = asking
  const posted =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(address, { signal: asking.signal, ...posted }).catch((error: unknown) => {
    if (asking.signal.aborted) throw error
    return null
  })
  if (response === null) return { ok: false, problem: unreachable }
  if (response.status === 202) {
    const answer = await json(response)
    if (!isJob(answer)) return { ok: false, problem: problemFrom(response.status, answer) }
    const done = await awaitJob<{ href: string }>(answer, going)
    return done.ok ? fetchFile(done.value.href, going) : done
  }
  if (!response.ok) return { ok: false, problem: problemFrom(response.status, await json(response)) }
  return { ok: true, value: { name: nameOf(response), content: await response.blob() } }
}

function nameOf(response: Response): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return decodeURIComponent(encoded ?? 'file')
}
