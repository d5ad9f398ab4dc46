import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Study } from '../../../core/model/study.ts'
import { loaded, multipart, newStudy, running, type Client } from '../http/running-server.ts'
import { controlFile, planFile } from '../made-layers.ts'

/** What the disk does in the server of this test: while it hangs, nothing that is asked of it comes back. */
const disk = vi.hoisted(() => {
  const held = { asked: 0, answers: Promise.resolve(), release: (): void => undefined }
  return Object.assign(held, {
    hang(): void {
      held.answers = new Promise((resolve) => (held.release = resolve))
    },
  })
})

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const slow =
    <Given extends unknown[], Result>(own: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      disk.asked++
      await disk.answers
      return own(...given)
    }
  return {
    ...real,
    mkdir: slow(real.mkdir),
    readdir: slow(real.readdir as (path: string) => Promise<string[]>),
    readFile: slow(real.readFile),
    rename: slow(real.rename),
    stat: slow(real.stat),
    statfs: slow(real.statfs),
    async open(...given: Parameters<typeof real.open>) {
      await disk.answers
      const file = await real.open(...given)
      return Object.assign(file, {
        writeFile: slow(file.writeFile.bind(file)),
        sync: slow(file.sync.bind(file)),
      })
    },
  }
})

let client: Client
beforeAll(async () => {
  client = await running({ 'disk-limit': '0.5', 'base-map': 'none' })
})
afterAll(async () => {
  disk.release()
  await client.stop()
})

test('While a disk hangs, every request is answered: health at once, all that needs the disk as 503; then all goes on', async () => {
  const { id } = await newStudy(client, 'On a slow disk')
  await loaded(client, id, [planFile], { role: 'plan', name: 'plan' })
  const before = (await client.get(`/api/studies/${id}`)).json as Study
  const change = () =>
    client.call('PUT', `/api/studies/${id}`, { ...before, title: { en: 'Renamed' } }, { 'if-match': '*' })
  const form = multipart([controlFile], { role: 'control', name: 'control', classField: 'side' })
  disk.hang()
  const asked = [
    change(),
    change(),
    client.call('POST', '/api/studies', { title: 'Made' }),
    client.call('DELETE', `/api/studies/${id}`, undefined, { 'if-match': '"99"' }),
    client.call('POST', `/api/studies/${id}/layers?wait=0`, form.body, { 'content-type': form.type }),
    client.get('/api/studies'),
    client.get(`/api/studies/${id}`),
    client.get(`/api/studies/${id}/measurement?wait=0`),
    client.get(`/api/studies/${id}/export.zip?wait=0`),
    client.get('/ogc/collections'),
    client.get('/metrics'),
  ]
  expect((await client.get('/healthz')).status).toBe(200)
  const answers = await Promise.all(asked)
  expect(disk.asked).toBeGreaterThan(5)
  expect(answers.map(({ status, json }) => [status, json?.code])).toEqual(asked.map(() => [503, 'disk-slow']))
  expect(answers[0]!.json.values).toEqual({ seconds: 10.5 })
  expect((await client.get('/healthz')).status).toBe(200)
  disk.release()
  // What was under way is done; nobody was told that it was not.
  await expect.poll(async () => (await change()).status).toBe(200)
  const after = (await client.get(`/api/studies/${id}`)).json as Study
  expect([after.title, after.layers.some(({ id: layer }) => layer === 'plan')]).toEqual([{ en: 'Renamed' }, true])
  expect((await client.get(`/api/studies/${id}/measurement`)).status).toBe(200)
}, 60_000)
