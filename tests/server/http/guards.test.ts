import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planFile } from '../made-layers.ts'
import { newStudy, running, type Client } from './running-server.ts'

describe('what the server refuses', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  test.each(['evil.example', 'evil.example:3000', 'localhost.evil.example', '192.168.1.7'])(
    'When a request is for the host "%s", then it is refused',
    async (host) => {
      const { status } = await client.get('/api/studies', { host })
      expect([400, 421]).toContain(status)
    },
  )

  test.each(['localhost:1', '127.0.0.1', '[::1]:3000'])(
    'When a request is for "%s", then it is answered',
    async (host) => {
      expect((await client.get('/api/studies', { host })).status).toBe(200)
    },
  )

  test.each([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('When a change comes from %o, then nothing is changed', async (headers) => {
    const before = (await client.get('/api/studies')).text
    const { id } = await newStudy(client, 'Guarded')
    const attempts = [
      client.call('POST', '/api/studies', { title: 'Foreign' }, headers),
      client.call('DELETE', `/api/studies/${id}`, undefined, { ...headers, 'if-match': '*' }),
      client.upload(id, [planFile], { role: 'plan' }, headers),
    ]
    for (const { status, json } of await Promise.all(attempts))
      expect([status, json.code]).toEqual([403, 'origin-not-allowed'])
    expect((await client.get(`/api/studies/${id}`)).json.layers).toEqual([])
    expect((await client.call('DELETE', `/api/studies/${id}`, undefined, { 'if-match': '*' })).status).toBe(204)
    expect((await client.get('/api/studies')).text).toBe(before)
  })

  test.each([
    '/api/studies/jobar/sheet.png?dpi=300',
    '/api/studies/jobar/measurement',
    '/api/studies',
    '/healthz',
    '/assets/none.js',
    '/?study=jobar',
  ])('When the page of another site asks for %s, then it gets nothing', async (path) => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }
    const { status, json } = await client.get(path, headers)
    expect([status, json.code]).toEqual([403, 'origin-not-allowed'])
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await client.get(path, link)).status).toBe(path.startsWith('/?') ? 200 : 403)
    const frame = { ...link, 'sec-fetch-dest': 'iframe' }
    expect((await client.get(path, frame)).status).toBe(403)
  })

  test('When an address is asked in another way than it takes, then the ways that it takes are named', async () => {
    for (const [method, path, allow] of [
      ['DELETE', '/api/studies', 'GET, HEAD, POST'],
      ['PATCH', '/api/studies/jobar', 'GET, HEAD, PUT, DELETE'],
      ['POST', '/api/studies/jobar/measurement', 'GET, HEAD'],
      ['PUT', '/healthz', 'GET, HEAD'],
      ['POST', '/', 'GET, HEAD'],
    ] as const) {
      const { status, headers, json } = await client.call(method, path)
      expect([path, status, json?.code]).toEqual([path, 405, 'method-not-allowed'])
      expect(String(headers['allow']).split(', ').toSorted()).toEqual(allow.split(', ').toSorted())
    }
  })

  test('When a page of this server makes a change, then it is taken', async () => {
    const headers = { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }
    expect((await client.call('POST', '/api/studies', { title: 'Own' }, headers)).status).toBe(201)
  })

  test.each([
    '..%2f..%2fetc%2fpasswd',
    '..%5c..%5cx',
    '%2e%2e',
    '....',
    'a%00b',
    'A',
    '-a',
    'a.json',
    '.incoming',
    'x'.repeat(300),
  ])('When the id is %s, then nothing is found and nothing breaks', async (id) => {
    for (const path of [
      `/api/studies/${id}`,
      `/api/studies/${id}/measurement`,
      `/api/studies/jobar/layers/${id}`,
      `/api/jobs/${id}`,
    ]) {
      const { status, text } = await client.get(path)
      expect([path, status]).toEqual([path, 404])
      expect(text).not.toMatch(/\bat .*\.(ts|js):\d+/)
    }
  })

  test('When an address is broken, then the answer is a problem', async () => {
    const { status, headers } = await client.get('/api/studies/%E0%A4%A')
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(headers['content-type']).toMatch('application/problem+json')
  })

  test.each([
    'at=nonsense',
    'at=2018-02-30',
    'draws=-1',
    'draws=1e12',
    'draws=abc',
    'draws=',
    'seed=1.5',
    'wait=-1',
    'colour=red',
    'at=2018-01-01&at=2019-01-01',
  ])('When a measurement is asked for with ?%s, then the parameter is named', async (query) => {
    const { status, json } = await client.get(`/api/studies/jobar/measurement?${query}`)
    expect(status).toBe(400)
    expect(json.code).toMatch(/^query-(invalid|unknown)$/)
    expect(json.values.name).toBe(query.slice(0, query.indexOf('=')))
  })

  test.each(['dpi=1000000', 'paper=a0000', 'lang=%3Cscript%3E', 'scale=0', 'orientation=up'])(
    'When a sheet is asked for with ?%s, then it is refused',
    async (query) => {
      expect((await client.get(`/api/studies/jobar/sheet.png?${query}`)).status).toBe(400)
    },
  )

  test('When anything is answered, then a strict policy and nosniff go with it', async () => {
    for (const path of ['/', '/healthz', '/api/studies', '/nothing', '/api/nothing']) {
      const { headers } = await client.get(path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("default-src 'self'")
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
      expect(policy).not.toContain('upgrade-insecure-requests')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-powered-by']).toBeUndefined()
    }
  })

  test('When a study on disk cannot be read, then it is named apart and the others are listed', async () => {
    await mkdir(join(client.workspace, 'broken'))
    await writeFile(join(client.workspace, 'broken', 'study.json'), '{"schema":"basilia-study/1"')
    await mkdir(join(client.workspace, 'newer'))
    await writeFile(join(client.workspace, 'newer', 'study.json'), '{"schema":"basilia-study/99"}')
    const { json } = await client.get('/api/studies')
    expect(json.studies.length).toBeGreaterThanOrEqual(3)
    expect(
      json.unreadable.map((each: { id: string; problem: { code: string } }) => [each.id, each.problem.code]),
    ).toEqual([
      ['broken', 'study-unreadable'],
      ['newer', 'study-version-unknown'],
    ])
    expect((await client.get('/api/studies/broken')).status).toBe(422)
  })
})
