import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { version } from '../../core/result/version.ts'
import { isPrivateHost, publicLookup } from './private-address.ts'

/** What is asked of a site, and how far. */
export type Asking = {
  /** The most bytes that are read of an answer. */
  readonly most: number
  /** First and last byte that are wanted of a file. */
  readonly range?: readonly [first: number, last: number]
  /** Whether a machine of this one's network may be asked: only what the operator has set. */
  readonly mayBePrivate: boolean
  readonly signal?: AbortSignal | undefined
}

export type SiteAnswer = {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly bytes: Uint8Array
}

const longestMs = 10_000
const mostRedirects = 3

/**
 * What a site answers, or why nothing is taken of it. Redirects are followed within its own host: another may be a machine that
 * only this one can reach.
 */
export async function askSite(wanted: URL, asking: Asking): Promise<SiteAnswer | string> {
  const limit = AbortSignal.timeout(longestMs)
  const signal = asking.signal ? AbortSignal.any([asking.signal, limit]) : limit
  let url = wanted
  try {
    for (let step = 0; step <= mostRedirects; step++) {
      if (!asking.mayBePrivate && isPrivateHost(url.hostname)) return `${url.hostname} is in a private network`
      const answer = await openAnswer(url, { ...asking, signal })
      const { statusCode: status = 0, headers } = answer
      if (status < 300 || status > 399 || headers.location === undefined) {
        const bytes = await readAtMost(answer, asking.most)
        return bytes === null ? `> ${asking.most / 1e6} MB` : { status, headers, bytes }
      }
      answer.destroy()
      url = new URL(headers.location, url)
      const isSameHost =
        url.host === wanted.host || (url.hostname === wanted.hostname && url.protocol === 'https:' && url.port === '')
      if (!isSameHost || !/^https?:$/.test(url.protocol)) return `${status} → ${url.host}`
    }
    return `> ${mostRedirects} × 3xx`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function openAnswer(url: URL, { range, mayBePrivate, signal }: Asking): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        headers: {
          'user-agent': `basilia-overlay/${version}`,
          'accept-encoding': 'identity',
          ...(range ? { range: `bytes=${range.join('-')}` } : {}),
        },
        ...(mayBePrivate ? {} : { lookup: publicLookup }),
        signal,
        agent: false,
      },
      resolve,
    )
    asked.once('error', reject)
    asked.end()
  })
}

/** The body, read no further than so many bytes; `null` where it is longer. */
async function readAtMost(answer: IncomingMessage, most: number): Promise<Uint8Array | null> {
  if (Number(answer.headers['content-length'] ?? 0) > most) {
    answer.destroy()
    return null
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) {
      answer.destroy()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
