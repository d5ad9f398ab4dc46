import { spawn } from 'node:child_process'
import { request } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { project } from '../cli/running-command.ts'
import { isRunning, taskProcesses, until } from '../workers/processes.ts'
import { running, type Client } from './running-server.ts'

/** Some seconds of native drawing. */
const slowSheet = '/api/studies/basilia-city/sheet.png?paper=a3&dpi=600&draws=0'

describe.skipIf(process.platform !== 'linux')('native work', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  const working = async (job: string): Promise<boolean> =>
    (await client.get(`/api/jobs/${job}`)).json.state === 'running'

  test('ends with its process when its job is cancelled', async () => {
    const { json } = await client.get(`${slowSheet}&lang=en&wait=0`)
    await until(() => working(json.id))
    const before = taskProcesses(process.pid)!
    expect(before.length).toBeGreaterThan(0)
    expect((await client.call('DELETE', `/api/jobs/${json.id}`)).json.state).toBe('cancelled')
    await until(() => before.some((pid) => !isRunning(pid)))
    expect((await client.get('/api/studies/jobar/measurement')).status).toBe(200)
  })

  test('ends with its process when whoever asked hangs up', async () => {
    const { port } = new URL(client.address)
    const before = new Set(taskProcesses(process.pid))
    const asking = request({ port, host: '127.0.0.1', path: `${slowSheet}&lang=ar&wait=60` })
    asking.on('error', () => undefined).end()
    let started: number | undefined
    await until(() => (started = taskProcesses(process.pid)!.find((pid) => !before.has(pid))) !== undefined)
    asking.destroy()
    await expect.poll(() => isRunning(started!), { timeout: 60_000 }).toBe(false)
  })

  test('does not stand in the way of short work', async () => {
    const jobs = await Promise.all(
      [598, 599, 600, 601, 602, 603].map(
        async (dpi) => (await client.get(`${slowSheet}&wait=0`.replace('600', String(dpi)))).json.id,
      ),
    )
    const { status } = await client.get('/api/studies/basilia-city/measurement?at=2018-03-29&wait=60')
    const states = await Promise.all(jobs.map(async (id) => (await client.get(`/api/jobs/${id}`)).json.state))
    expect([status, states.includes('queued')]).toEqual([200, true])
    for (const id of jobs) await client.call('DELETE', `/api/jobs/${id}`)
  })
})

describe.skipIf(process.platform !== 'linux').each(['SIGKILL', 'SIGTERM'] as const)(
  'a server that gets %s',
  (signal) => {
    test('leaves no process behind', async () => {
      const workspace = await mkdtemp(join(tmpdir(), 'basilia-native-'))
      const launch = join(project, 'server', 'launch.mjs')
      const server = spawn(process.execPath, [launch, 'serve', '--port', '0', '--workspace', workspace])
      const address = await new Promise<string>((resolve) =>
        server.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim())),
      )
      await fetch(`${address}${slowSheet}&wait=0`)
      let started: number[] = []
      await until(() => (started = taskProcesses(server.pid!)!).length > 0)
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill(signal)
      await ended
      await expect.poll(() => started.filter(isRunning), { timeout: 60_000 }).toEqual([])
      await rm(workspace, { recursive: true })
    })
  },
)
