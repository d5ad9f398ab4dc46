import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startedServer } from '../started-server.ts'
import { markdown } from '../timing.ts'
import { loadServer, quantile } from './load.ts'
import { memoryOf } from './memory.ts'
import { abortedUploads, slowConnections } from './rude-clients.ts'

const clients = 200
const pauseMs = 2000
const rude = 1000
const slowSeconds = 90

/** `npm run bench -- load [SECONDS]`: times by kind of request, errors and memory, then clients that are slow or hang up. */
export async function loadTable([given = '300']: readonly string[]): Promise<string> {
  const seconds = Number(given)
  const server = await startedServer()
  try {
    const memory: { own: number; all: number }[] = []
    const everySecond = (): void => void memory.push(memoryOf(server.pid))
    const { requests, errors, milliseconds } = await loadServer(server.address, {
      clients,
      seconds,
      pauseMs,
      seed: 1,
      everySecond,
    })
    const rows = Object.entries(milliseconds).map(([kind, own]) => [
      kind,
      String(own.length),
      ...[0.5, 0.99, 1].map((share) => `${Math.round(quantile(own, share))} ms`),
    ])
    const tenth = Math.max(1, Math.floor(memory.length / 10))
    const mean = (part: readonly { own: number }[]): number =>
      Math.round(part.reduce((sum, { own }) => sum + own, 0) / part.length)
    const loaded = [
      markdown(['request', 'count', 'p50', 'p99', 'longest'], rows),
      `${requests} requests of ${clients} clients in ${seconds} s, ${errors.length} errors.`,
      ...new Set(errors.slice(0, 20)),
      `Memory of the server: ${mean(memory.slice(tenth, 2 * tenth))} MB in the second tenth of the time, ${mean(memory.slice(-tenth))} MB in the last; with its processes at most ${Math.round(Math.max(...memory.map(({ all }) => all)))} MB.`,
    ]
    const healths: number[] = []
    const watching = watchHealth(server.address, healths)
    const slow = await slowConnections(server.address, rude, slowSeconds)
    await abortedUploads(server.address, 'basilia-city', rude)
    await watching.stop()
    await until(() => leftIn(server.workspace) === 0)
    return [
      ...loaded,
      `${rude} connections that send a letter a second: ${slow} were still open after ${slowSeconds} s. ${rude} uploads cut in the middle: ${leftIn(server.workspace)} left anything behind. /healthz meanwhile: p99 ${Math.round(quantile(healths, 0.99))} ms of ${healths.length}.`,
      `Memory of the server afterwards: ${Math.round(memoryOf(server.pid).own)} MB.`,
    ].join('\n')
  } finally {
    await server.stop()
  }
}

const leftIn = (workspace: string): number =>
  readdirSync(join(workspace, '.incoming')).filter((name) => !name.startsWith('answers-')).length

async function until(isSo: () => boolean): Promise<void> {
  for (let style = 0; style < 50 && !isSo(); style++) await new Promise((resolve) => setTimeout(resolve, 200))
}

/** Asks for /healthz again and again, beside others. */
function watchHealth(address: string, milliseconds: number[]) {
  const stopping = new AbortController()
  const asking = (async () => {
    while (!stopping.signal.aborted) {
      const began = performance.now()
      await (await fetch(`${address}/healthz`)).text()
      milliseconds.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  return {
    stop(): Promise<void> {
      stopping.abort()
      return asking
    },
  }
}
