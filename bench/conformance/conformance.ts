import * as fc from 'fast-check'
import { Agent, request } from 'node:http'
import { callsOf, type Call } from './calls.ts'
import { operationsOf, type Operation } from './description.ts'
import { differencesFrom, type Answered } from './differences.ts'
import { preparedFor } from './prepared.ts'

export type Conformance = {
  readonly calls: number
  readonly differences: readonly string[]
  /** How many answers of each operation were of which hundred. */
  readonly answers: ReadonlyMap<string, Readonly<Record<string, number>>>
}

const atOnce = 4
/** What draws and prints is called more seldom, so that most of the time goes into asking. */
const costly = /\/(?:sheet|report|export)\./
const costlyTimes = 6

/** Drives every operation of the server's own document in turn until so many calls are made, the same ones for the same seed. */
export async function driveServer(address: string, calls: number, seed: number): Promise<Conformance> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const ask = (method: string, path: string, headers = {}, body: Buffer | null = null): Promise<Answered> =>
    answerTo(agent, address, method, path, headers, body)
  const document = JSON.parse((await ask('GET', '/api/openapi.json')).bytes.toString()) as Parameters<
    typeof operationsOf
  >[0]
  const operations = operationsOf(document)
  const known = await preparedFor(ask)
  const differs = differencesFrom(document)
  const shares = operations.map(({ path }) => (costly.test(path) ? 1 : costlyTimes))
  const rounds = calls / shares.reduce((sum, own) => sum + own, 0)
  const sampled = operations.map((operation, i) =>
    fc.sample(fc.noBias(callsOf(operation, known)), { seed: seed + i, numRuns: Math.ceil(rounds * shares[i]!) }),
  )
  const differences: string[] = []
  const answers = new Map<string, Record<string, number>>()
  const todo = sampled.flatMap((own, i) => own.map((call, round) => ({ call, round, i })))
  todo.sort((a, b) => a.round - b.round || a.i - b.i)
  const next = todo.values()
  const drive = async (): Promise<void> => {
    for (const { call } of next) {
      const { method, path, headers, body, operation } = call
      const answer = await ask(method, path, headers, body)
      count(answers, operation, answer.status)
      const difference = differs(operation, method, answer)
      if (difference !== null) differences.push(`${reportedCall(call)}: ${difference}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, drive))
  agent.destroy()
  return { calls: todo.length, differences, answers }
}

function answerTo(
  agent: Agent,
  address: string,
  method: string,
  path: string,
  headers: object,
  body: Buffer | null,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address)
    const length = body ? { 'content-length': String(body.length) } : {}
    // A whole URL would be made plain, and what is strange in its path with it.
    const sending = request({ hostname, port, path, agent, method, headers: { ...headers, ...length } }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes: Buffer.concat(chunks) }),
      )
      incoming.on('error', reject)
    })
    sending.on('error', (cause) => reject(new Error(`${method} ${path}`, { cause })))
    sending.end(body ?? undefined)
  })
}

function count(answers: Map<string, Record<string, number>>, { method, path }: Operation, status: number): void {
  const name = `${method} ${path}`
  const own = answers.get(name) ?? {}
  const hundred = `${Math.floor(status / 100)}xx`
  own[hundred] = (own[hundred] ?? 0) + 1
  answers.set(name, own)
}

const reportedCall = ({ method, path, headers, body }: Call): string =>
  `${method} ${path} ${JSON.stringify(headers)} ${body === null ? '' : body.toString().slice(0, 300)}`
