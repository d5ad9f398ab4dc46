import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperProjection } from '../../../core/sheet/projection.ts'
import { openBaseMap, trusted } from '../../../server/base-map/base-map.ts'
import { baseMapPicture } from '../../../server/export/pictures/base-map-picture.ts'
import { basilia } from '../cli/running-command.ts'
import { running } from '../http/running-server.ts'

const square = (color: string): Buffer =>
  Buffer.from(
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="${color}"/></svg>`,
    )
      .render()
      .asPng(),
  )
const colors = [square('#ff0000'), square('#0000ff'), square('#00ff00'), square('#ffff00')]
let outside: Server
let tiles = ''
let folder = ''
const zooms = new Set<number>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-tiles-'))
  // The colour of a tile tells whether its column and row are odd.
  outside = createServer((req, res) => {
    const [, zoom, x, y] = /^\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(req.url ?? '') ?? []
    if (x === undefined) return void res.writeHead(404).end()
    zooms.add(Number(zoom))
    res.setHeader('content-type', 'image/png').end(colors[(Number(x) % 2) + 2 * (Number(y) % 2)])
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => outside.once('listening', resolve))
  tiles = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/{z}/{x}/{y}.png`
})
afterAll(async () => {
  outside.close()
  await rm(folder, { recursive: true })
})

test('every tile lies where its ground is on paper, to a quarter of a millimetre', async () => {
  const frame = { x: 10, y: 20, width: 120, height: 90 }
  const projection = paperProjection([36.28, 33.48], 40_000, frame)
  zooms.clear()
  const opened = await openBaseMap(trusted(tiles))
  if (!opened.ok || !opened.value) throw new Error('not opened')
  const picture = await baseMapPicture(opened.value, { frame, projection, scale: 40_000 })
  if (!picture.ok) throw new Error(picture.problem.code)
  const [zoom] = [...zooms]
  const dotsPerMm = 10
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><image width="1200" height="900" preserveAspectRatio="none" href="${picture.value}"/></svg>`
  const { pixels } = new Resvg(svg).render()
  let seen = 0
  for (let y = 2; y < 88; y += 3.1) {
    for (let x = 2; x < 118; x += 3.7) {
      const cellAt = (dx: number, dy: number): number => {
        const [lon, lat] = projection.toGround(frame.x + x + dx, frame.y + y + dy)
        const column = Math.floor(((lon + 180) / 360) * 2 ** zoom!)
        const row = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** zoom!)
        return (column % 2) + 2 * (row % 2)
      }
      const near = new Set(
        [
          [-0.25, -0.25],
          [0.25, -0.25],
          [-0.25, 0.25],
          [0.25, 0.25],
        ].map(([dx, dy]) => cellAt(dx!, dy!)),
      )
      if (near.size > 1) continue
      const at = (Math.round(y * dotsPerMm) * 1200 + Math.round(x * dotsPerMm)) * 4
      const [red, green, blue] = pixels.subarray(at, at + 3)
      const cell = blue! > 128 ? 1 : red! > 128 && green! > 128 ? 3 : green! > 128 ? 2 : 0
      expect(cell, `${x} ${y}`).toBe([...near][0])
      seen++
    }
  }
  expect(seen).toBeGreaterThan(500)
})

test('it goes under the layers as one picture, the same from command line and HTTP, and its name is said', async () => {
  const file = join(folder, 'sheet.svg')
  const made = await basilia('sheet', 'jobar', '--draws', '20', '--out', file, '--show', 'baseMap', '--base-map', tiles)
  expect([made.code, made.err]).toEqual([0, made.err])
  const svg = await readFile(file, 'utf8')
  expect(svg.split('<image ')).toHaveLength(2)
  expect(svg.indexOf('<image ')).toBeLessThan(svg.indexOf('data-layer="control'))
  expect(svg).toMatch(/Base map: 127\.0\.0\.1:\d+\./)
  const client = await running({ 'base-map': tiles })
  const answer = await client.get('/api/studies/jobar/sheet.svg?draws=20&show=baseMap')
  expect(answer.text === svg).toBe(true)
  const several = await client.get('/api/studies/jobar/sheet.pdf?show=baseMap&pages=dates')
  expect([several.status, several.json.code]).toEqual([422, 'sheet-base-map'])
  await client.stop()
})

test('where it cannot be had its name is said and the sheet comes without it', async () => {
  const file = join(folder, 'without.svg')
  const made = await basilia(
    'sheet',
    'jobar',
    '--draws',
    '20',
    '--out',
    file,
    '--show',
    'baseMap',
    '--base-map',
    tiles.replace('.png', '.gone'),
  )
  expect([made.code, made.err]).toEqual([0, made.err])
  const svg = await readFile(file, 'utf8')
  expect(svg).not.toContain('<image ')
  expect(svg.replace(/<[^>]*>/g, ' ')).toMatch(/The base map of 127\.0\.0\.1:\d+ could not be had/)
})
