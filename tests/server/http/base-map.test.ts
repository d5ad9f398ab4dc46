import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { running, type Client } from './running-server.ts'

const picture = Buffer.from('89504e470d0a1a0a', 'hex')
const requested: string[] = []
let outside: Server
let client: Client

/** A tile that never ends; how far it got is kept. */
function endless(res: ServerResponse): void {
  res.setHeader('content-type', 'image/png').write(picture)
  const chunk = Buffer.alloc(100_000)
  const more = (): void => {
    while (!res.destroyed && res.write(chunk)) sent += chunk.length
  }
  res.on('drain', more)
  more()
}
let sent = 0

beforeAll(async () => {
  outside = createServer((req, res) => {
    requested.push(req.url ?? '')
    if (req.url === '/12/5/5.png') return void res.writeHead(302, { location: '/12/1/2.png' }).end()
    if (req.url === '/12/6/6.png') return void res.writeHead(302, { location: 'http://localhost:1/secret' }).end()
    if (req.url === '/12/7/7.png') return void res.writeHead(302, { location: '/12/7/7.png' }).end()
    if (req.url === '/12/8/8.png') return endless(res)
    if (req.url === '/12/1/2.png') res.setHeader('content-type', 'image/png').end(picture)
    else res.setHeader('content-type', 'text/html').end('<script>window.pwned=1</script>')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => outside.once('listening', resolve))
  const { port } = outside.address() as AddressInfo
  client = await running({ 'base-map': `http://127.0.0.1:${port}/{z}/{x}/{y}.png` })
})
afterAll(async () => {
  await client.stop()
  outside.close()
})

test('a tile of the base map is fetched when it is asked for, and only then', async () => {
  await client.get('/')
  await client.get('/api/studies')
  expect(requested).toEqual([])
  const tile = await client.get('/api/base-map/12/1/2.png')
  expect(tile.status).toBe(200)
  expect(tile.headers['content-type']).toBe('image/png')
  expect(tile.bytes).toEqual(picture)
  expect(requested).toEqual(['/12/1/2.png'])
})

test('what is no picture is refused, in words, and no address is made up', async () => {
  const page = await client.get('/api/base-map/12/3/4.png')
  expect(page.status).toBe(502)
  expect(page.json.code).toBe('base-map-unusable')
  expect(page.text).not.toContain('<script>')
  for (const path of ['12/a/4.png', '99/1/1.png', '12/..%2f..%2fetc/1.png']) {
    expect((await client.get(`/api/base-map/${path}`)).status).toBe(404)
  }
})

test('a tile is looked for on its own host only, and read no further than it may be long', async () => {
  expect((await client.get('/api/base-map/12/5/5.png')).bytes).toEqual(picture)
  for (const path of ['12/6/6.png', '12/7/7.png', '12/8/8.png']) {
    const { status, json } = await client.get(`/api/base-map/${path}`)
    expect([path, status, json.code]).toEqual([path, 502, 'base-map-unusable'])
  }
  expect(sent).toBeLessThan(20_000_000)
})

test('a server without a base map has none', async () => {
  const bare = await running({ 'base-map': 'none' })
  expect((await bare.get('/api/base-map/12/1/2.png')).status).toBe(404)
  await bare.stop()
})
