import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { randomFrom, type Random } from '../random.ts'
import { workOf, type Requested, type LoadKind } from './requests.ts'

export type LoadOptions = {
  readonly clients: number
  readonly seconds: number
  /** Between an answer and the next question of a client. */
  readonly pauseMs: number
  readonly seed: number
  /** Called every second with the seconds that have passed. */
  readonly everySecond?: (second: number) => void
}

export type Load = {
  readonly requests: number
  /** Answers that are neither 200 nor what was meant to be answered otherwise, and requests without any. */
  readonly errors: readonly string[]
  readonly milliseconds: Readonly<Record<LoadKind, readonly number[]>>
}

/** Clients that each ask, wait for the answer, pause, and ask again: one in twenty for work, the others for what is there. */
export async function loadServer(address: string, options: LoadOptions): Promise<Load> {
  const { clients, seconds, pauseMs, seed } = options
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const errors: string[] = []
  const milliseconds: Record<LoadKind, number[]> = { health: [], read: [], cached: [], work: [] }
  const work = await workOf((requested) => ask(agent, address, requested))
  const endAt = performance.now() + seconds * 1000
  const client = async (random: Random): Promise<void> => {
    await wait(random() * pauseMs)
    while (performance.now() < endAt) {
      const requested = work.next(random)
      const began = performance.now()
      try {
        const status = await ask(agent, address, requested)
        if (!requested.expected.includes(status)) errors.push(`${requested.method} ${requested.path}: ${status}`)
      } catch (error) {
        errors.push(`${requested.method} ${requested.path}: ${String(error)}`)
      }
      milliseconds[requested.kind].push(performance.now() - began)
      await wait(pauseMs)
    }
  }
  let second = 0
  const ticking = setInterval(() => options.everySecond?.(++second), 1000)
  await Promise.all(Array.from({ length: clients }, (_, i) => client(randomFrom(seed * 1000 + i))))
  clearInterval(ticking)
  agent.destroy()
  return { requests: Object.values(milliseconds).reduce((sum, own) => sum + own.length, 0), errors, milliseconds }
}

function ask(agent: Agent, address: string, { method, path, headers, body }: Requested): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': String(body.length) } : {}
    const sending = request(`${address}${path}`, { agent, method, headers: { ...headers, ...length } }, (incoming) => {
      incoming.resume()
      incoming.on('end', () => resolve(incoming.statusCode ?? 0))
      incoming.on('error', reject)
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

/** The value that so large a share of the numbers does not exceed; `NaN` of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
