import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeArrayBuffer } from 'geotiff'
import { coloursOfPng } from './png-pixels.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { madePmtiles } from '../made-pmtiles.ts'
import { running, type Client } from './running-server.ts'

const picture = Buffer.from('89504e470d0a1a0a', 'hex')
const requested: string[] = []
let outside: Server
let client: Client
let site = ''
let stranger: Server
let strangerSite = ''
let strangerAsked = 0

/** A quarter of a picture each in red, green, blue and white, 512 pixels of 100 m in UTM 37 north, round Damascus. */
const sides = 512
const corner = [230_000, 3_740_000] as const
const metres = 100
const colours = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
] as const
function madeGeotiff(): Buffer {
  const values = new Uint8Array(3 * sides * sides)
  for (let row = 0; row < sides; row++)
    for (let column = 0; column < sides; column++)
      values.set(colours[(column < sides / 2 ? 0 : 1) + (row < sides / 2 ? 0 : 2)]!, 3 * (row * sides + column))
  const made = writeArrayBuffer(values, {
    width: sides,
    height: sides,
    SamplesPerPixel: 3,
    BitsPerSample: [8, 8, 8],
    SampleFormat: [1, 1, 1],
    PhotometricInterpretation: 2,
    PlanarConfiguration: 1,
    ModelPixelScale: [metres, metres, 0],
    ModelTiepoint: [0, 0, 0, corner[0], corner[1], 0],
    GTModelTypeGeoKey: 1,
    GTRasterTypeGeoKey: 1,
    ProjectedCSTypeGeoKey: 32_637,
  }) as ArrayBuffer
  return Buffer.from(made)
}

function serve(req: IncomingMessage, res: ServerResponse, files: ReadonlyMap<string, Buffer>): void {
  requested.push(req.url ?? '')
  const path = new URL(req.url ?? '', 'http://x').pathname
  const bytes = files.get(path)
  if (!bytes) return void res.setHeader('content-type', 'image/png').end(picture)
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? []
  if (first === undefined || path.startsWith('/whole')) return void res.end(bytes)
  const end = Math.min(Number(last), bytes.length - 1)
  res.writeHead(206, { 'content-range': `bytes ${first}-${end}/${bytes.length}` })
  res.end(bytes.subarray(Number(first), end + 1))
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  )

beforeAll(async () => {
  const tiles = madePmtiles([{ z: 0, x: 0, y: 0, bytes: picture }], { metadata: { attribution: '© Survey' } })
  const files = new Map([
    ['/a.pmtiles', tiles],
    ['/whole.pmtiles', tiles],
    ['/a.tif', madeGeotiff()],
  ])
  outside = createServer((req, res) => serve(req, res, files))
  site = await listening(outside)
  stranger = createServer((_, res) => {
    strangerAsked++
    res.setHeader('content-type', 'image/png').end(picture)
  })
  strangerSite = await listening(stranger)
  client = await running({ 'base-map': `${site}/{z}/{x}/{y}.png` })
  const folder = join(client.workspace, 'BaseMaps')
  await mkdir(folder)
  await writeFile(join(folder, 'ground.tif'), madeGeotiff())
  await writeFile(join(folder, 'damaged.tif'), madeGeotiff().subarray(0, 300))
  await writeFile(join(folder, 'no picture.tif'), 'hello'.repeat(1_000))
  await writeFile(join(client.workspace, 'secret.tif'), madeGeotiff())
})
afterAll(async () => {
  await client.stop()
  outside.close()
  stranger.close()
})

const described = (setting: string, credit?: string) =>
  client.get(`/api/base-map?${new URLSearchParams({ baseMap: setting, ...(credit ? { baseMapCredit: credit } : {}) })}`)
const tileOf = (setting: string, place: string) =>
  client.get(`/api/base-map/${place}.png?${new URLSearchParams({ baseMap: setting })}`)

test('online tiles in any order of their numbers, a WMS by its extent, and who is credited', async () => {
  expect((await described(`${site}/t/{z}/{y}/{x}`, 'Survey of Syria')).json.baseMap).toMatchObject({
    name: 'Survey of Syria',
    host: site.slice(7),
  })
  expect((await tileOf(`${site}/t/{z}/{y}/{x}`, '12/2456/1640')).bytes).toEqual(picture)
  expect(requested.at(-1)).toBe('/t/12/1640/2456')
  const wms = `${site}/wms?map=a&LAYERS=streets`
  expect((await tileOf(wms, '1/1/0')).bytes).toEqual(picture)
  const asked = new URL(requested.at(-1)!, site).searchParams
  expect(Object.fromEntries(asked)).toMatchObject({
    map: 'a',
    layers: 'streets',
    request: 'GetMap',
    version: '1.3.0',
    crs: 'EPSG:3857',
    width: '256',
    height: '256',
  })
  expect(asked.get('bbox')!.split(',').map(Number).map(Math.round)).toEqual([0, 0, 20_037_508, 20_037_508])
  await tileOf(`${wms}&version=1.1.1`, '1/0/0')
  expect(new URL(requested.at(-1)!, site).searchParams.get('srs')).toBe('EPSG:3857')
})

test('a tile that was fetched is kept, and not asked for again', async () => {
  const setting = `${site}/kept/{z}/{x}/{y}`
  for (let again = 0; again < 3; again++) expect((await tileOf(setting, '3/1/2')).status).toBe(200)
  expect(requested.filter((path) => path === '/kept/3/1/2')).toHaveLength(1)
})

test('PMTiles of a site are read in parts, and refused where it gives none', async () => {
  expect((await described(`${site}/a.pmtiles`)).json.baseMap).toMatchObject({
    name: '© Survey',
    minZoom: 0,
    maxZoom: 0,
  })
  expect((await tileOf(`${site}/a.pmtiles`, '0/0/0')).bytes).toEqual(picture)
  expect((await described(`${site}/whole.pmtiles`)).json.code).toBe('base-map-file-unusable')
})

describe('a GeoTIFF', () => {
  const middleLon = 36.29
  const columnAt = (lon: number, zoom: number): number => Math.floor(((lon + 180) / 360) * 2 ** zoom)

  test.each(['ground.tif', 'site'])('lies where its ground is, read from %s', async (named) => {
    const setting = named === 'site' ? `${site}/a.tif` : named
    const { baseMap, files } = (await described(setting)).json
    expect(files).toEqual(['damaged.tif', 'ground.tif', 'no picture.tif'])
    expect(baseMap.host).toBe(named === 'site' ? site.slice(7) : null)
    // 100 m are 83 m of Web Mercator's equator here: zoom 11 has 64 m a pixel, zoom 10 has 127 m.
    expect(baseMap.maxZoom).toBe(11)
    const zoom = 9
    const x = columnAt(middleLon, zoom)
    const counts = new Map<string, number>()
    for (let y = 203; y <= 206; y++)
      for (let column = x - 1; column <= x + 1; column++) {
        const answer = await tileOf(setting, `${zoom}/${column}/${y}`)
        if (answer.status === 404) continue
        expect(answer.status).toBe(200)
        for (const [colour, count] of coloursOfPng(answer.bytes)) counts.set(colour, (counts.get(colour) ?? 0) + count)
      }
    const own = colours.map((colour) => counts.get([...colour, 255].join()) ?? 0)
    // A pixel at zoom 9 is 255 m of ground here; a quarter is 25.6 km.
    const expected = (25_600 / (305.75 * Math.cos((33.5 * Math.PI) / 180))) ** 2
    for (const count of own) expect(Math.abs(count / expected - 1)).toBeLessThan(0.03)
  })

  test.each([
    ['damaged.tif', 'base-map-file-unusable'],
    ['no picture.tif', 'base-map-file-unusable'],
    ['gone.tif', 'base-map-file-unusable'],
    ['../secret.tif', 'base-map-setting'],
    ['/etc/secret.tif', 'base-map-setting'],
    ['a\\b.tif', 'base-map-setting'],
  ])('%s is refused in words', async (setting, code) => {
    const { status, json } = await described(setting)
    expect([json.code, status >= 400]).toEqual([code, true])
    expect(json.detail).not.toContain(client.workspace)
  })
})

test('no machine of this network is asked for a reader, by address, name or redirect; nor what is no base map', async () => {
  const port = strangerSite.split(':').at(-1)!
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1']) {
    const answer = await tileOf(`http://${host}:${port}/{z}/{x}/{y}`, '1/1/1')
    expect([host, answer.status, answer.json.code]).toEqual([host, 502, 'base-map-unusable'])
  }
  expect((await described(`${strangerSite}/a.pmtiles`)).json.code).toBe('base-map-file-unusable')
  expect(strangerAsked).toBe(0)
  for (const setting of [
    'hello',
    'file:///etc/a.tif',
    'http://user:word@example.org/{z}/{x}/{y}',
    'ftp://example.org/{z}/{x}/{y}',
  ])
    expect((await described(setting)).json.code).toBe('base-map-setting')
})
