import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { assert, asyncProperty, constant, integer, property, tuple } from 'fast-check'
import { Resvg } from '@resvg/resvg-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBaseMap, trusted } from '../../../server/base-map/base-map.ts'
import { tileIdOf } from '../../../server/base-map/pmtiles-directory.ts'
import { baseMapAnswerSchema } from '../../../server/http/schemas/answer-schemas.ts'
import { basilia } from '../cli/running-command.ts'
import { running } from '../http/running-server.ts'
import { directoryOf, madePmtiles, tileNumber, type MadeTile } from '../made-pmtiles.ts'

const square = (color: string): Buffer =>
  Buffer.from(
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="${color}"/></svg>`,
    )
      .render()
      .asPng(),
  )
const [blue, green] = [square('#0000ff'), square('#00ff00')]
let folder = ''
const fileOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), bytes)
  return join(folder, name)
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-pmtiles-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Every tile of zoom 12 round Damascus, east and west halves in two colours. */
const damascus: MadeTile[] = []
for (let x = 2456; x < 2468; x++) {
  for (let y = 1640; y < 1656; y++) damascus.push({ z: 12, x, y, bytes: x < 2461 ? blue : green })
}
const metadata = { name: 'Survey of 2016', attribution: '<a href="https://example.org">&copy; Survey &amp; Co</a>' }

test('tiles are numbered as the specification and a second reckoning number them', () => {
  expect(
    [
      [0, 0, 0],
      [1, 0, 0],
      [1, 0, 1],
      [1, 1, 1],
      [1, 1, 0],
      [2, 0, 0],
      [12, 3423, 1763],
    ].map(([z, x, y]) => tileIdOf(z!, x!, y!)),
  ).toEqual([0, 1, 2, 3, 4, 5, 19_078_479])
  const place = integer({ min: 0, max: 22 }).chain((z) =>
    tuple(constant(z), integer({ min: 0, max: 2 ** z - 1 }), integer({ min: 0, max: 2 ** z - 1 })),
  )
  assert(
    property(place, ([z, x, y]) => tileIdOf(z, x, y) === tileNumber(z, x, y)),
    { seed: 6, numRuns: 500 },
  )
})

test('every tile comes as it was put in, from the root and from leaf directories, and no other', async () => {
  const own = damascus.map((tile, i) => ({
    ...tile,
    bytes: i % 3 === 0 ? tile.bytes : Buffer.concat([tile.bytes, Buffer.from([i])]),
  }))
  for (const leafOf of [undefined, 7]) {
    const opened = await openBaseMap(
      trusted(await fileOf('all.pmtiles', madePmtiles(own, { metadata, ...(leafOf ? { leafOf } : {}) }))),
    )
    if (!opened.ok || !opened.value) throw new Error('not opened')
    expect(opened.value).toMatchObject({ name: 'Survey of 2016, © Survey & Co', host: null, minZoom: 12, maxZoom: 12 })
    for (const { z, x, y, bytes } of own) {
      const tile = await opened.value.tile(z, x, y)
      expect(tile.ok && Buffer.from(tile.value.bytes).equals(bytes), `${x}/${y}`).toBe(true)
    }
    for (const [z, x, y] of [
      [12, 2455, 1640],
      [12, 2468, 1640],
      [11, 1228, 820],
      [12, 5000, 1],
      [13, 4912, 3280],
    ] as const) {
      expect(await opened.value.tile(z, x, y)).toMatchObject({
        ok: false,
        problem: { code: 'base-map-tile-absent', values: { file: 'all.pmtiles', tile: `${z}/${x}/${y}` } },
      })
    }
  }
})

describe('a file that cannot be used is refused in words', () => {
  const one: MadeTile[] = [{ z: 0, x: 0, y: 0, bytes: blue }]
  const good = madePmtiles(one)
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(good)
    change(bytes)
    return bytes
  }
  const entry = { id: 0, run: 1, length: 8, offset: 0 }
  test.each([
    ['no tiles at all', Buffer.from('hello'), 'too short'],
    ['another file', Buffer.alloc(500, 'GIF89a'), 'no PMTiles file'],
    ['version 2', madePmtiles(one, { version: 2 }), 'version 2'],
    ['vector tiles', madePmtiles(one, { tileType: 1 }), 'vectors'],
    ['AVIF tiles', madePmtiles(one, { tileType: 5 }), 'neither PNG'],
    ['a root beyond the end', changed((bytes) => bytes.writeBigUInt64LE(1_000_000n, 8)), 'ends before'],
    ['a root of 2^63 bytes', changed((bytes) => bytes.writeBigUInt64LE(2n ** 63n, 16)), 'ends before'],
    ['brotli', changed((bytes) => bytes.writeUInt8(3, 97)), 'otherwise than by gzip'],
    ['zooms upside down', changed((bytes) => bytes.writeUInt8(9, 100)), 'zooms are 9 to 0'],
    ['a root that is no gzip', changed((bytes) => bytes.fill(0, 127, 140)), 'cannot be unpacked'],
    [
      'a root that unpacks into a great deal',
      madePmtiles(one, { root: Buffer.alloc(50_000_000) }),
      'cannot be unpacked',
    ],
    [
      'a thousand million entries',
      madePmtiles(one, { root: Buffer.from([0x80, 0x94, 0xeb, 0xdc, 3, 1, 1, 1]) }),
      'cannot have 1000000000 entries',
    ],
    ['a number without end', madePmtiles(one, { root: Buffer.alloc(100, 0xff) }), 'too large'],
    ['entries out of order', madePmtiles(one, { root: directoryOf([entry, entry]) }), 'out of order'],
  ])('%s', async (_, bytes, reason) => {
    const opened = await openBaseMap(trusted(await fileOf('bad.pmtiles', bytes)))
    expect(opened).toMatchObject({
      ok: false,
      problem: {
        code: 'base-map-file-unusable',
        values: { file: 'bad.pmtiles', reason: expect.stringContaining(reason) },
      },
    })
  })

  test('a file that is gone, a folder, and directories that lead to themselves', async () => {
    expect(await openBaseMap(trusted(join(folder, 'gone.pmtiles')))).toMatchObject({
      ok: false,
      problem: { values: { reason: 'ENOENT' } },
    })
    const circles = Array.from({ length: 80 }, (_, length) => directoryOf([{ ...entry, run: 0, length }]))
    const circle = circles.find((directory, length) => gzipSync(directory).length === length)!
    const opened = await openBaseMap(
      trusted(await fileOf('circle.pmtiles', madePmtiles(one, { root: circle, leaves: gzipSync(circle) }))),
    )
    if (!opened.ok || !opened.value) throw new Error('not opened')
    expect(await opened.value.tile(0, 0, 0)).toMatchObject({
      ok: false,
      problem: { code: 'base-map-file-unusable', values: { reason: 'its directories lead nowhere' } },
    })
  })

  test('whatever bytes change, it is read or refused, and never throws', async () => {
    const whole = madePmtiles(damascus.slice(0, 20), { metadata, leafOf: 4 })
    const cut = whole.length - blue.length
    await assert(
      asyncProperty(integer({ min: 8, max: cut - 1 }), integer({ min: 0, max: 255 }), async (at, value) => {
        const bytes = Buffer.from(whole)
        bytes[at] = value
        const opened = await openBaseMap(trusted(await fileOf('fuzzed.pmtiles', bytes)))
        expect(opened.ok).toBeTypeOf('boolean')
        if (opened.ok && opened.value) for (const { z, x, y } of damascus.slice(0, 20)) await opened.value.tile(z, x, y)
      }),
      { seed: 6, numRuns: 150 },
    )
  })
})

test('a sheet has the file under its map and its name among the sources; where a tile is missing it comes without', async () => {
  const tiles = await fileOf('damascus.pmtiles', madePmtiles(damascus, { metadata, leafOf: 20 }))
  const out = join(folder, 'sheet.svg')
  const made = await basilia('sheet', 'jobar', '--draws', '20', '--out', out, '--show', 'baseMap', '--base-map', tiles)
  expect([made.code, made.err]).toEqual([0, made.err])
  const svg = await readFile(out, 'utf8')
  expect(svg.split('<image ')).toHaveLength(2)
  expect(svg.replace(/<[^>]*>/g, '')).toContain('Base map: Survey of 2016, © Survey & Co.'.replace('&', '&amp;'))
  const client = await running({ 'base-map': tiles })
  expect((await client.get('/api/studies/jobar/sheet.svg?draws=20&show=baseMap')).text === svg).toBe(true)
  expect(baseMapAnswerSchema.parse((await client.get('/api/base-map')).json)).toEqual({
    baseMap: { name: 'Survey of 2016, © Survey & Co', host: null, minZoom: 12, maxZoom: 12 },
    files: [],
  })
  expect((await client.get('/api/base-map/12/2456/1640.png')).bytes).toEqual(blue)
  expect(await client.get('/api/base-map/12/1/1.png')).toMatchObject({
    status: 404,
    json: { code: 'base-map-tile-absent' },
  })
  await client.stop()

  const holed = await fileOf(
    'holed.pmtiles',
    madePmtiles(
      damascus.filter(({ x }) => x !== 2461),
      { metadata },
    ),
  )
  const without = await basilia(
    'sheet',
    'jobar',
    '--draws',
    '20',
    '--out',
    out,
    '--show',
    'baseMap',
    '--base-map',
    holed,
  )
  expect(without.err).toMatch(/holed\.pmtiles has no tile 12\/2461\/\d+/)
  const bare = await readFile(out, 'utf8')
  expect(bare).not.toContain('<image ')
  expect(bare.replace(/<[^>]*>/g, ' ')).toContain('could not be had')
})
