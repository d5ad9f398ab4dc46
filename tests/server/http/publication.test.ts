import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backUpWorkspace } from '../../../server/usecases/back-up-workspace.ts'
import { openStudy } from '../../../server/store/open-study.ts'
import { newStudy, running, type Client } from './running-server.ts'

describe('who publishes the studies of a workspace', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  const put = (body: object, tag = '*') => client.call('PUT', '/api/publication', body, { 'if-match': tag })
  const usual = { author: 'Rana Haddad', institution: 'معهد دراسات السكن', contact: 'maps@example.org' }
  const textOf = (svg: string): string => svg.replace(/<[^>]*>/g, ' ').replace(/[\u2066-\u2069\s]+/g, ' ')
  const sheet = async (id: string): Promise<string> =>
    textOf((await client.get(`/api/studies/${id}/sheet.svg?draws=0`)).text)

  test('stands on the sheets of all that do not say it themselves, part for part, and is never written into them', async () => {
    const before = await sheet('basilia-city')
    expect(before).not.toContain('Author:')
    expect((await client.get('/api/publication')).json).toEqual({})
    const stood = (await client.get('/api/publication')).headers['etag'] as string
    expect((await put(usual, stood)).json).toEqual(usual)
    // Somebody else has read what stood before.
    expect(
      [await put({}, stood), await client.call('PUT', '/api/publication', {})].map(({ json }) => json.code),
    ).toEqual(['publication-stale', 'publication-unread'])
    expect((await client.get('/api/publication')).json).toEqual(usual)
    expect(await sheet('basilia-city')).toContain('Author: Rana Haddad')

    const { json: study } = await client.get('/api/studies/jobar')
    const changed = await client.call(
      'PUT',
      '/api/studies/jobar',
      { ...study, publication: { author: 'Someone Else', date: '2026-11-30' } },
      { 'if-match': `"${study.revision}"` },
    )
    expect(changed.status).toBe(200)
    const own = await sheet('jobar')
    expect(own).toContain('Author: Someone Else')
    expect(own).toContain('maps@example.org')
    expect(own).not.toContain('Rana Haddad')
    const stored = JSON.parse(await readFile(join(client.workspace, 'jobar', 'study.json'), 'utf8'))
    expect(stored.publication).toEqual({ author: 'Someone Else', date: '2026-11-30' })
    const { json: history } = await client.get('/api/studies/jobar/history')
    expect(history.at(-1).what).toEqual({ code: 'study-changed', values: { parts: 'publication' } })

    expect((await put({})).status).toBe(200)
    expect(await sheet('basilia-city')).toBe(before)
  })

  test('goes into tables and reports, on the command line too, and into a backup', async () => {
    await put(usual)
    const described = await client.get('/api/studies/basilia-city/export.csv.datapackage.json?draws=0')
    expect(described.text).toContain('Rana Haddad')
    expect((await client.get('/api/studies/basilia-city/report.svg?draws=0&with=none')).text).toContain('Haddad')
    const { id } = await newStudy(client, 'Own')
    const opened = await openStudy(join(client.workspace, id))
    if (!opened.ok) throw new Error(opened.problem.code)
    expect([opened.value.printed.publication, opened.value.study.publication]).toEqual([usual, undefined])
    const folder = await mkdtemp(join(tmpdir(), 'basilia-backup-'))
    expect((await backUpWorkspace(client.workspace, join(folder, 'copy'))).ok).toBe(true)
    expect(JSON.parse(await readFile(join(folder, 'copy', 'publication.json'), 'utf8'))).toEqual(usual)
    await rm(folder, { recursive: true })
  })

  test('a word that is none and a file that was damaged are refused by what is wrong', async () => {
    const wrong = await put({ author: '' })
    expect([wrong.status, wrong.json.code]).toEqual([400, 'body-invalid'])
    await writeFile(join(client.workspace, 'publication.json'), '{"author":7}')
    const { status, json } = await client.get('/api/studies/basilia-city/sheet.svg?draws=0')
    expect([status, json.code, json.values.where]).toEqual([422, 'publication-invalid', 'author'])
    await writeFile(join(client.workspace, 'publication.json'), '{')
    expect((await client.get('/api/publication')).json.code).toBe('publication-unreadable')
    expect((await client.get('/api/studies/basilia-city/measurement')).status).toBe(200)
    expect((await put({})).status).toBe(200)
  })
})
