import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { running, type Client } from './running-server.ts'

let server: Client
let script: string
beforeAll(async () => {
  server = await running()
  const { text } = await server.get('/')
  script = /src="\.(\/assets\/index-[^"]+\.js)"/.exec(text)![1]!
})
afterAll(() => server.stop())

const accepting = (encoding: string): Record<string, string> => ({ 'accept-encoding': encoding })

test('a script is the same to whoever can unpack brotli, gzip or neither, and is kept by each', async () => {
  const [plain, brotli, gzip, refusing] = await Promise.all([
    server.get(script),
    server.get(script, accepting('gzip, deflate, br')),
    server.get(script, accepting('gzip')),
    server.get(script, accepting('br;q=0, gzip')),
  ])
  expect([plain, brotli, gzip, refusing].map(({ headers }) => headers['content-encoding'])).toEqual([
    undefined,
    'br',
    'gzip',
    'gzip',
  ])
  expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true)
  expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true)
  expect(brotli.bytes.length).toBeLessThan(gzip.bytes.length)
  for (const { headers } of [plain, brotli, gzip]) {
    expect(headers['vary']).toMatch(/^accept-encoding$/i)
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  }
  expect(brotli.headers['etag']).not.toBe(plain.headers['etag'])
  const again = await server.get(script, { ...accepting('br'), 'if-none-match': String(brotli.headers['etag']) })
  expect(again.status).toBe(304)
})

test('a script that is not there is missing to whoever can unpack what', async () => {
  const missing = script.replace('.js', 'x.js')
  for (const encoding of ['br', 'gzip', 'identity']) {
    const { status, json } = await server.get(missing, accepting(encoding))
    expect([status, json.code]).toEqual([404, 'address-not-found'])
    expect(json.values.path).toBe(missing)
  }
})
