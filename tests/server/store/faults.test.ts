import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Study } from '../../../core/model/study.ts'
import { loaded, newStudy, running, type Client } from '../http/running-server.ts'
import { planFile } from '../made-layers.ts'

type Fault = { readonly code: string; readonly at: number }

/** What the disk does in the server of this test: every change of it is counted, and one of them fails. */
const disk = vi.hoisted(() => ({ isCounting: false, count: 0, fault: null as Fault | null, done: [] as string[] }))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const step = (what: string): void => {
    if (!disk.isCounting) return
    disk.done.push(what)
    const { fault } = disk
    if (disk.count++ === fault?.at)
      throw Object.assign(new Error(`${fault.code}: ${what}`), { code: fault.code, syscall: what })
  }
  const watched =
    <Given extends unknown[], Result>(what: string, own: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      step(what)
      return own(...given)
    }
  return {
    ...real,
    mkdir: watched('mkdir', real.mkdir),
    rename: watched('rename', real.rename),
    writeFile: watched('write', real.writeFile),
    cp: watched('cp', real.cp),
    async open(...given: Parameters<typeof real.open>) {
      const flags = String(given[1] ?? 'r')
      if (/[wa]/.test(flags)) step('create')
      const file = await real.open(...given)
      const write = file.writeFile.bind(file)
      const sync = file.sync.bind(file)
      return Object.assign(file, { writeFile: watched('write', write), sync: watched('fsync', sync) })
    },
  }
})

/** Does something while the disk is watched; the `at`-th change of it fails. */
async function withFault<T>(fault: Fault | null, work: () => Promise<T>): Promise<T> {
  Object.assign(disk, { isCounting: true, count: 0, fault, done: [] })
  try {
    return await work()
  } finally {
    disk.isCounting = false
  }
}

type Change = (client: Client, study: Study) => Promise<{ status: number; json: { code?: string } | null }>
const put: Change = (client, study) =>
  client.call(
    'PUT',
    `/api/studies/${study.id}`,
    { ...study, title: { en: 'Renamed' } },
    { 'if-match': `"${study.revision}"` },
  )

const changes: Readonly<Record<string, Change>> = {
  'a study is made': (client) => client.call('POST', '/api/studies', { title: 'Made' }),
  'a study is written back': put,
  'a layer is loaded': (client, { id }) => client.upload(id, [planFile], { role: 'context', name: 'more' }),
  'a layer is read anew': (client, { id }) =>
    client.call('PATCH', `/api/studies/${id}/layers/plan?wait=600`, { encoding: 'utf-8' }, { 'if-match': '*' }),
  'a layer is removed': (client, { id }) =>
    client.call('DELETE', `/api/studies/${id}/layers/plan`, undefined, { 'if-match': '*' }),
  'a study is removed': (client, { id }) => client.call('DELETE', `/api/studies/${id}`, undefined, { 'if-match': '*' }),
}

describe.each(Object.entries(changes))('a disk that fails while %s', (_, change) => {
  let workspace = ''
  let client: Client
  beforeAll(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'basilia-faults-'))
    client = await running({ workspace })
  })
  afterAll(async () => {
    await client.stop()
    await rm(workspace, { recursive: true })
  })

  /** A study with a plan, as it was before the change. */
  async function begin(): Promise<Study> {
    const { id } = await newStudy(client, 'Before')
    await loaded(client, id, [planFile], { role: 'plan', name: 'plan' })
    return (await client.get(`/api/studies/${id}`)).json as Study
  }

  async function leave({ id }: Study): Promise<void> {
    for (const own of [id, 'made']) await client.call('DELETE', `/api/studies/${own}`, undefined, { 'if-match': '*' })
  }

  /** Files that are part of no study. */
  async function litter(): Promise<string[]> {
    const strange: string[] = []
    for (const path of await readdir(workspace, { recursive: true })) {
      if (/\.part$|^\.(new|deleted)-|\.dead$|\.probe-|\.lock$|^\.incoming\/./.test(path)) strange.push(path)
      if (!/^[^./]+$/.test(path)) continue
      const study = JSON.parse(await readFile(join(workspace, path, 'study.json'), 'utf8')) as Study
      const named = new Set(study.layers.map(({ file }) => file))
      for (const file of await readdir(join(workspace, path, 'layers')).catch(() => []))
        if (!named.has(`layers/${file}`)) strange.push(join(path, file))
    }
    return strange
  }

  test.each(['ENOSPC', 'EROFS', 'EIO'])(
    'with %s at any write, fsync or rename says so and leaves the study whole',
    async (code) => {
      const study = await begin()
      expect((await withFault(null, () => change(client, study))).status).toBeLessThan(300)
      const steps = [...disk.done]
      await leave(study)
      expect(steps).toContain('rename')
      for (let at = 0; at < steps.length; at++) {
        const place = `${at} ${steps.join(' ')}`
        const before = await begin()
        const { status, json } = await withFault({ code, at }, () => change(client, before))
        const after = await client.get(`/api/studies/${before.id}`)
        if (status >= 300)
          expect([
            place,
            ['disk-full', 'disk-read-only', 'disk-failing'].includes(json?.code ?? ''),
            [503, 507].includes(status),
          ]).toEqual([place, true, true])
        // What is refused in words that say that nothing was changed has changed nothing.
        if (status >= 300 && json?.code !== 'disk-failing') {
          expect([place, after.json]).toEqual([place, before])
          expect([place, (await client.get('/api/studies/made')).status]).toEqual([place, 404])
        }
        for (const { id } of after.status === 200 ? (after.json as Study).layers : []) {
          const features = await client.get(`/api/studies/${before.id}/layers/${id}`, {
            accept: 'application/geo+json',
          })
          expect([place, features.json?.type]).toEqual([place, 'FeatureCollection'])
        }
        expect([place, await litter()]).toEqual([place, []])
        // Once the disk works again, so does the server.
        if (after.status === 200) expect([place, (await put(client, after.json as Study)).status]).toEqual([place, 200])
        await leave(before)
      }
    },
  )
})
