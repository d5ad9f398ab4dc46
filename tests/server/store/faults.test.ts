import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
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
      // No power is cut here: that the disk is told to sync counts, not that it does.
      const sync = async (): Promise<void> => undefined
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

const step =
  (direction: 'undo' | 'redo'): Change =>
  (client, { id }) =>
    client.call('POST', `/api/studies/${id}/${direction}`, undefined, { 'if-match': '*' })

const changes: Readonly<Record<string, Change>> = {
  'a study is made': (client) => client.call('POST', '/api/studies', { title: 'Made' }),
  'a study is written back': put,
  'a layer is loaded': (client, { id }) => client.upload(id, [planFile], { role: 'context', name: 'more' }),
  'a layer is read anew': (client, { id }) =>
    client.call('PATCH', `/api/studies/${id}/layers/plan?wait=600`, { encoding: 'utf-8' }, { 'if-match': '*' }),
  'a layer is removed': (client, { id }) =>
    client.call('DELETE', `/api/studies/${id}/layers/plan`, undefined, { 'if-match': '*' }),
  'a change is undone': step('undo'),
  'a change is done again': step('redo'),
  'a study is copied': (client, { id }) => client.call('POST', `/api/studies/${id}/copy`),
  'a study is taken from a zip': async (client, { id }) => {
    const zip = await client.get(`/api/studies/${id}/export.zip`)
    return client.call('POST', '/api/studies/import?wait=600', zip.bytes, { 'content-type': 'application/zip' })
  },
  'it is said who publishes': (client) =>
    client.call('PUT', '/api/publication', { author: 'Somebody' }, { 'if-match': '*' }),
  'a study is removed': (client, { id }) => client.call('DELETE', `/api/studies/${id}`, undefined, { 'if-match': '*' }),
}

describe.each(Object.entries(changes))('a disk that fails while %s', (_, change) => {
  let folder = ''
  let workspace = ''
  let client: Client
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basilia-faults-'))
    workspace = join(folder, 'workspace')
    client = await running({ workspace })
    const { id } = await newStudy(client, 'Before')
    await loaded(client, id, [planFile], { role: 'plan', name: 'plan' })
    for (const direction of ['undo', 'redo', 'undo', 'redo'] as const) {
      if (change === changes['a change is done again'] && direction === 'redo') continue
      await step(direction)(client, { id } as Study)
    }
    await cp(join(workspace, id), join(folder, id), { recursive: true })
    await leave()
  })
  afterAll(async () => {
    await client.stop()
    await rm(folder, { recursive: true })
  })

  /** A study with a plan, as it was before the change. */
  async function begin(): Promise<Study> {
    await cp(join(folder, 'before'), join(workspace, 'before'), { recursive: true })
    const { status, json } = await client.get('/api/studies/before')
    expect(status).toBe(200)
    return json as Study
  }

  /** Takes every study away, those in the bin too. */
  async function leave(): Promise<void> {
    for (const name of await readdir(workspace))
      if (/^[^.]|^\.bin-/.test(name)) await rm(join(workspace, name), { recursive: true })
  }

  const statesOf = async (id: string): Promise<string[]> =>
    (await readdir(join(workspace, id, 'history')).catch(() => [])).map((name) => join('history', name))

  /** Files that are part of no study. */
  async function litter(): Promise<string[]> {
    const strange: string[] = []
    for (const path of await readdir(workspace, { recursive: true })) {
      if (/\.part$|^\.(new|deleted)-|\.dead$|\.probe-|\.lock$|^\.incoming\/(?!.*\.zip$)./.test(path)) strange.push(path)
      if (!/^[^./]+$/.test(path)) continue
      const studies = ['study.json', ...(await statesOf(path))]
      const named = new Set<string>()
      for (const name of studies) {
        const study = JSON.parse(await readFile(join(workspace, path, name), 'utf8')) as Study
        for (const { file } of study.layers) named.add(file)
      }
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
      await leave()
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
        if (after.status === 200) {
          const { json: history } = await client.get(`/api/studies/${before.id}/history`)
          const revisions = (history as { revision: number }[]).map(({ revision }) => revision)
          const known = (after.json as Study).revision
          expect([place, revisions]).toEqual([place, Array.from({ length: known - 1 }, (_, i) => i + 2)])
        }
        // Once the disk works again, so does the server.
        if (after.status === 200) expect([place, (await put(client, after.json as Study)).status]).toEqual([place, 200])
        await leave()
      }
    },
  )
})
