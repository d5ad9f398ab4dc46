import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../../server/config/config.ts'
import { running, type Client } from './running-server.ts'

const token = 'a-token-of-some-length'

describe('a server with a token', () => {
  let client: Client
  beforeAll(async () => {
    client = await running({}, { BASILIA_TOKEN: token })
  })
  afterAll(() => client.stop())

  test.each([
    '/',
    '/api/studies',
    '/api/openapi.json',
    '/assets/none.js',
    '/nothing',
    '/?token=another-token-than-ours',
  ])('When %s is asked for without it, then nothing is told', async (path) => {
    const { status, json, headers } = await client.get(path)
    expect([status, json.code, headers['www-authenticate']]).toEqual([401, 'token-needed', 'Bearer realm="basilia"'])
  })

  test('When it is wrong, too short, or in another place, then nothing is told', async () => {
    for (const headers of [
      { authorization: `Bearer ${token}x` },
      { authorization: 'Bearer ' },
      { authorization: `Basic ${token}` },
      { cookie: `basilia=${token}` },
      { cookie: 'basilia=' },
    ])
      expect((await client.get('/api/studies', headers as Record<string, string>)).status).toBe(401)
    expect((await client.get(`/api/studies?token=${token}`)).status).toBe(401)
  })

  test('When the health of the server is asked for, then it is told to everybody', async () => {
    expect((await client.get('/healthz')).json.status).toBe('ok')
  })

  test('When a program sends it, then it is let in', async () => {
    expect((await client.get('/api/studies', { authorization: `Bearer ${token}` })).status).toBe(200)
  })

  test('When the page is opened with it, then it becomes a cookie and leaves the address', async () => {
    const opened = await client.get(`/?study=jobar&token=${token}&lang=ar`)
    expect([opened.status, opened.headers['location']]).toEqual([303, '/?study=jobar&lang=ar'])
    const strange = await client.get(`http:///?token=${token}`)
    expect([strange.status, strange.headers['location']]).toEqual([303, '/'])
    const set = String(opened.headers['set-cookie'])
    expect(set).toMatch(/^basilia=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(set).not.toContain(token)
    const cookie = `other=1; ${set.split(';')[0]!}`
    expect((await client.get('/api/studies', { cookie })).status).toBe(200)
    expect((await client.get('/', { cookie })).status).toBe(200)
    const secure = await client.get(`/?token=${token}`, { 'x-forwarded-proto': 'https' })
    expect([String(secure.headers['set-cookie']).endsWith('; Secure'), secure.headers['location']]).toEqual([true, '/'])
  })
})

describe('who needs a token', () => {
  const tokenOf = (host: string, environment: Record<string, string> = {}): string | null => {
    const config = readConfig({ host }, environment)
    if (!config.ok) throw new Error(config.problem.code)
    return config.value.token
  }

  test('Nobody on loopback, everybody elsewhere, with another made at each start', () => {
    expect([tokenOf('127.0.0.1'), tokenOf('localhost'), tokenOf('::1')]).toEqual([null, null, null])
    for (const host of ['0.0.0.0', '::', '192.168.1.7', 'maps.example']) {
      expect(tokenOf(host)).toMatch(/^[\w-]{32}$/)
      expect(tokenOf(host)).not.toBe(tokenOf(host))
    }
  })

  test('Whoever is told of one in the environment, on loopback too, and it cannot be guessed', () => {
    expect([tokenOf('0.0.0.0', { BASILIA_TOKEN: token }), tokenOf('127.0.0.1', { BASILIA_TOKEN: token })]).toEqual([
      token,
      token,
    ])
    const short = readConfig({}, { BASILIA_TOKEN: 'secret' })
    expect(short.ok ? null : short.problem).toMatchObject({
      code: 'setting-invalid',
      values: { name: 'BASILIA_TOKEN' },
    })
    expect(JSON.stringify(short)).not.toContain('"secret"')
  })
})
