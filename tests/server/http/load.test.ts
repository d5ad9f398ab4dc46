import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadServer } from '../../../bench/load/load.ts'
import { abortedUploads, slowConnections } from '../../../bench/load/rude-clients.ts'
import { running, type Client } from './running-server.ts'

/** The short form of `npm run bench -- load`. */
let client: Client
beforeAll(async () => {
  client = await running({ 'base-map': 'none' })
})
afterAll(() => client.stop())

test('clients that read and work side by side all get their answers', async () => {
  const { requests, errors } = await loadServer(client.address, { clients: 30, seconds: 5, pauseMs: 300, seed: 1 })
  expect(errors).toEqual([])
  expect(requests).toBeGreaterThan(30)
})

test('whoever is slow or hangs up in the middle is in nobody’s way, and leaves nothing behind', async () => {
  const slow = slowConnections(client.address, 200, 3)
  await abortedUploads(client.address, 'basilia-city', 200)
  expect((await client.get('/healthz')).status).toBe(200)
  await slow
  const left = async (): Promise<string[]> =>
    (await readdir(join(client.workspace, '.incoming'))).filter((name) => !name.startsWith('answers-'))
  await expect.poll(left, { timeout: 30_000 }).toEqual([])
  expect((await client.get('/api/studies/basilia-city/measurement')).status).toBe(200)
})
