import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { running, type Client } from './running-server.ts'

const picture = Buffer.from('89504e470d0a1a0a', 'hex')
const asked: string[] = []
let outside: Server
let client: Client

beforeAll(async () => {
  outside = createServer((req, res) => {
    asked.push(req.url ?? '')
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
  expect(asked).toEqual([])
  const tile = await client.get('/api/base-map/12/1/2.png')
  expect(tile.status).toBe(200)
  expect(tile.headers['content-type']).toBe('image/png')
  expect(tile.bytes).toEqual(picture)
  expect(asked).toEqual(['/12/1/2.png'])
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

test('a server without a base map has none', async () => {
  const bare = await running({ 'base-map': 'none' })
  expect((await bare.get('/api/base-map/12/1/2.png')).status).toBe(404)
  await bare.stop()
})
