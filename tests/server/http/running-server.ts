import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Layer } from '../../../core/model/layer.ts'
import type { Study } from '../../../core/model/study.ts'
import { readConfig } from '../../../server/config/config.ts'
import type { NamedBytes } from '../../../server/import/record/imported.ts'
import { startServer } from '../../../server/http/start.ts'

type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: Buffer
  readonly text: string
  // oxlint-disable-next-line typescript/no-explicit-any -- the tests look into whatever came
  readonly json: any
}

export type Client = {
  readonly address: string
  readonly workspace: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  upload(
    study: string,
    files: readonly NamedBytes[],
    options?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
  /** Ends the server; with `keepWorkspace` another can be started on the same studies. */
  stop(): Promise<void>
}

/** A server on a free port over real HTTP, with a workspace of its own unless one is named. */
export async function running(
  flags: Record<string, string> = {},
  environment: Record<string, string> = {},
): Promise<Client> {
  const workspace = flags['workspace'] ?? (await mkdtemp(join(tmpdir(), 'basilia-test-')))
  const config = readConfig({ port: '0', ...flags, workspace }, environment)
  if (!config.ok) throw new Error(config.problem.code)
  const bugs: unknown[] = []
  const started = await startServer(config.value, { bug: (error) => bugs.push(error), request() {}, job() {} })
  if (!started.ok) throw new Error(started.problem.code)
  const server = started.value
  const { hostname, port } = new URL(server.address)

  const send: Client['call'] = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const isRaw = body === undefined || Buffer.isBuffer(body)
      const sending = request(
        {
          hostname,
          port,
          method,
          path,
          headers: { ...(isRaw ? {} : { 'content-type': 'application/json' }), ...headers },
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('end', () => {
            const bytes = Buffer.concat(chunks)
            const text = bytes.toString('utf8')
            const isJson = /json/.test(incoming.headers['content-type'] ?? '')
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              bytes,
              text,
              json: isJson && text !== '' ? JSON.parse(text) : null,
            })
          })
        },
      )
      sending.on('error', reject)
      sending.end(isRaw ? body : JSON.stringify(body))
    })

  /** What is asked without saying how long it waits: on a busy machine its answer may come as the result of a job. */
  const call: Client['call'] = async (method, path, body, headers) => {
    const answer = await send(method, path, body, headers)
    if (answer.status !== 202 || method === 'GET' || path.includes('wait=')) return answer
    const job = `/api/jobs/${answer.json.id}`
    await send('GET', `${job}/events`)
    const { state } = (await send('GET', job)).json
    return state === 'done' ? send('GET', `${job}/result`) : answer
  }

  return {
    address: server.address,
    workspace,
    call,
    async get(path, headers) {
      const answer = await call('GET', path, undefined, headers)
      // Likewise, and asked again it waits for the same work.
      if (answer.status !== 202 || path.includes('wait=')) return answer
      return call('GET', `${path}${path.includes('?') ? '&' : '?'}wait=600`, undefined, headers)
    },
    upload: (study, files, options, headers) => {
      const { body, type } = multipart(files, options)
      // On a busy machine it may take longer than the ten seconds after which a job is told of.
      return call('POST', `/api/studies/${study}/layers?wait=600`, body, { 'content-type': type, ...headers })
    },
    async stop() {
      await server.stop()
      if (flags['workspace'] === undefined) await rm(workspace, { recursive: true })
      if (bugs.length > 0) throw bugs[0]
    },
  }
}

/** A form as a browser sends it, and its type. */
export function multipart(files: readonly NamedBytes[], options: unknown): { body: Buffer; type: string } {
  const boundary = 'between-the-parts'
  const part = (head: string, content: Uint8Array | string): Buffer =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from('\r\n'),
    ])
  const parts = files.map(({ name, bytes }) => part(`name="files"; filename="${name}"`, bytes))
  const said = options === undefined ? [] : [part('name="options"', JSON.stringify(options))]
  return {
    body: Buffer.concat([...said, ...parts, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

/** A new study of that title. */
export async function newStudy(client: Client, title: string): Promise<Study> {
  const answer = await client.call('POST', '/api/studies', { title })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.json as Study
}

/** A layer that must be taken. */
export async function loaded(
  client: Client,
  study: string,
  files: readonly NamedBytes[],
  options: unknown,
): Promise<Layer> {
  const answer = await client.upload(study, files, options)
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.json as Layer
}
