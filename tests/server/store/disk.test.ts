import { mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loaded, newStudy, running, type Client } from '../http/running-server.ts'
import { planFile } from '../made-layers.ts'

describe('the workspace of a running server', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  const retitle = async (id: string) => {
    const study = (await client.get(`/api/studies/${id}`)).json
    return client.call('PUT', `/api/studies/${id}`, { ...study, title: { en: 'Other' } }, { 'if-match': '*' })
  }

  test('When its disk is taken out, then every study is said to be out of reach, and comes back with it', async () => {
    const { id } = await newStudy(client, 'On a disk')
    const aside = `${client.workspace}-aside`
    await rename(client.workspace, aside)
    for (const answer of [
      await client.get('/api/studies'),
      await client.get(`/api/studies/${id}`),
      await client.get('/api/studies/jobar'),
      await client.call('POST', '/api/studies', { title: 'New' }),
      await client.call('DELETE', `/api/studies/${id}`, undefined, { 'if-match': '*' }),
    ])
      expect([answer.status, answer.json.code]).toEqual([503, 'workspace-gone'])
    expect((await client.get('/healthz')).status).toBe(200)
    await rename(aside, client.workspace)
    expect((await retitle(id)).status).toBe(200)
  })

  test('When a file was left half-written, then the next change of the study removes it', async () => {
    const { id } = await newStudy(client, 'Left half-written')
    await writeFile(join(client.workspace, id, `study.json.${randomUUID()}.part`), '{"schema":')
    expect((await retitle(id)).status).toBe(200)
    expect((await readdir(join(client.workspace, id))).toSorted()).toEqual([
      'history',
      'history.jsonl',
      'layers',
      'study.json',
    ])
  })

  test('When the list of the loaded files is broken, then whatever needs them names it, and the rest goes on', async () => {
    const { id } = await newStudy(client, 'List broken')
    const { sha256 } = await loaded(client, id, [planFile], { role: 'plan', name: 'plan' })
    const list = `originals/${sha256}.json`
    const path = join(client.workspace, id, list)
    for (const broken of ['[', '{}', '[{"name":"plan.geojson","sha256":"../../study.json"}]']) {
      await writeFile(path, broken)
      for (const answer of [
        await client.get(`/api/studies/${id}/export.zip`),
        await client.get(`/api/studies/${id}/layers/plan/validity`),
        await client.call('PATCH', `/api/studies/${id}/layers/plan`, { encoding: 'utf-8' }, { 'if-match': '*' }),
      ])
        expect([answer.status, answer.json.code, answer.json.values]).toEqual([
          422,
          'originals-unreadable',
          { id, file: list },
        ])
    }
    await rm(path)
    await mkdir(path)
    expect((await client.get(`/api/studies/${id}/export.zip`)).json.code).toBe('originals-unreadable')
    expect((await client.get(`/api/studies/${id}/measurement`)).status).toBe(200)
    expect((await retitle(id)).status).toBe(200)
  })

  test('When another program changes a study for long, then that is said', async () => {
    const { id } = await newStudy(client, 'Busy')
    await writeFile(join(client.workspace, id, '.lock'), String(process.ppid))
    const { status, json } = await retitle(id)
    expect([status, json.code]).toEqual([503, 'study-busy'])
  })
})

test('When the server starts, then it removes what was left half-written and what nobody came back for', async () => {
  const first = await running()
  const { workspace } = first
  const { id } = await newStudy(first, 'Kept')
  const old = [
    join(workspace, id, `study.json.${randomUUID()}.part`),
    join(workspace, '.incoming', `${randomUUID()}.zip`),
    join(workspace, `.new-kept-${randomUUID()}`),
  ]
  for (const path of old) {
    await writeFile(path, '')
    await utimes(path, 0, 0)
  }
  const second = await running({ workspace })
  expect((await second.get(`/api/studies/${id}`)).status).toBe(200)
  await second.stop()
  // Beside it only the sign of the server that still works there.
  const left = (await readdir(workspace)).filter((name) => name.startsWith('.') && !name.startsWith('.server-'))
  expect(left).toEqual(['.incoming'])
  expect(await readdir(join(workspace, '.incoming'))).toEqual([])
  expect((await readdir(join(workspace, id))).toSorted()).toEqual(['layers', 'study.json'])
  await first.stop()
})
