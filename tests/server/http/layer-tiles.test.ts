import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTile } from '../../core/tiles/painted-tile.ts'
import { running, type Client } from './running-server.ts'

let client: Client
const base = '/api/studies/tiled/layers/houses'

/** So many fields in rows of a hundred, each 20 m from the next. */
const houses = (count: number): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: Array.from({ length: count }, (_, i) => {
        const [x, y] = [36.2 + (i % 100) * 0.0002, 33.42 + Math.floor(i / 100) * 0.0002]
        const ring = [
          [x, y],
          [x + 0.0001, y],
          [x + 0.0001, y + 0.0001],
          [x, y + 0.0001],
          [x, y],
        ]
        const properties = {
          grade: ['destroyed', 'severe', null][i % 3],
          owner: `person ${i}`,
          since: i % 2 === 0 ? '2018-04-01' : '2018-05-01',
        }
        return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }
      }),
    }),
  )

const tileAt = (zoom: number, lon: number, lat: number): string => {
  const sine = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
  return `${base}/tiles/${zoom}/${Math.floor((lon / 360 + 0.5) * 2 ** zoom)}/${Math.floor(y * 2 ** zoom)}.mvt`
}
const read = (bytes: Buffer) => readTile(gunzipSync(bytes))
const packed = { 'accept-encoding': 'gzip' }

beforeAll(async () => {
  client = await running({ 'base-map': 'none' })
  await client.call('POST', '/api/studies', { id: 'tiled', title: 'Tiled' })
  const options = { name: 'houses', role: 'damage', classField: 'grade', dateFields: { from: 'since' } }
  const loaded = await client.upload('tiled', [{ name: 'houses.geojson', bytes: houses(5_000) }], options)
  expect(loaded.status).toBe(201)
})
afterAll(() => client.stop())

describe('the tiles of a layer', () => {
  test('are described with the classes in the order of the layer', async () => {
    const { status, json } = await client.get(`${base}/tiles.json`)
    expect(status).toBe(200)
    expect(json).toMatchObject({ tilejson: '3.0.0', minzoom: 0, classes: ['destroyed', 'severe', null] })
    expect(json.tiles[0]).toBe('/api/studies/tiled/layers/houses/tiles/{z}/{x}/{y}.mvt')
    expect(json.nearZoom).toBeGreaterThan(0)
  })

  test('say class, label and number near, and nothing else of the file', async () => {
    const { status, bytes, headers } = await client.get(tileAt(17, 36.2011, 33.4211), packed)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/vnd.mapbox-vector-tile')
    const features = read(bytes)
    expect(features.length).toBeGreaterThan(5)
    for (const { id, attributes } of features) {
      expect(id).toBeGreaterThan(0)
      expect(Object.keys(attributes).filter((key) => !['class', 'label'].includes(key))).toEqual([])
      expect(attributes['class']).toBe(['destroyed', 'severe', undefined][(id! - 1) % 3])
    }
  })

  test('hold one feature for each class far away', async () => {
    const { bytes } = await client.get(tileAt(9, 36.21, 33.43), packed)
    expect(read(bytes).map(({ id, attributes }) => [id, attributes['class']])).toEqual([
      [undefined, 'destroyed'],
      [undefined, 'severe'],
      [undefined, undefined],
    ])
  })

  test('show what held on the day that is asked for', async () => {
    const path = tileAt(17, 36.2011, 33.4211)
    const numbers = read((await client.get(`${path}?at=2018-04-15`, packed)).bytes).map(({ id }) => id!)
    expect(numbers.length).toBeGreaterThan(2)
    expect(numbers.filter((id) => id % 2 === 0)).toEqual([])
    expect(read((await client.get(`${path}?at=2018-03-01`, packed)).bytes)).toEqual([])
  })

  test('are not sent again while nothing of the layer has changed, and are after a change', async () => {
    const path = tileAt(9, 36.21, 33.43)
    const first = await client.get(path, packed)
    const tag = String(first.headers['etag'])
    const again = await client.get(path, { ...packed, 'if-none-match': tag })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    const layer = await client.get(base)
    const changed = await client.call(
      'PATCH',
      base,
      { classField: null },
      { 'if-match': String(layer.headers['etag']) },
    )
    expect(changed.status).toBe(200)
    const other = await client.get(path, { ...packed, 'if-none-match': tag })
    expect(other.status).toBe(200)
    expect(read(other.bytes).map(({ attributes }) => attributes['class'])).toEqual(['houses'])
    const back = { 'if-match': String(changed.headers['etag']) }
    expect((await client.call('PATCH', base, { classField: 'grade' }, back)).status).toBe(200)
  })

  test('are sent unpacked to whoever takes no gzip', async () => {
    const path = tileAt(9, 36.21, 33.43)
    const [plain, zipped] = [await client.get(path, { 'accept-encoding': 'identity' }), await client.get(path, packed)]
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.bytes.equals(gunzipSync(zipped.bytes))).toBe(true)
  })

  test.each(['20/0/0', '3/8/0', '3/0/8', 'a/0/0', '3/-1/0'])('are refused at %s, which is no place', async (place) => {
    const { status, json } = await client.get(`${base}/tiles/${place}.mvt`)
    expect([status, json.code]).toEqual([404, 'address-not-found'])
  })
})

test('the fields of a layer are told with the number of their values, and its first rows', async () => {
  const { status, json } = await client.get(`${base}/fields`)
  expect(status).toBe(200)
  expect(json.features).toBe(5_000)
  const field = (name: string) => json.fields.find((own: { name: string }) => own.name === name)
  expect(field('grade').values).toEqual([
    { value: 'destroyed', count: 1_667 },
    { value: 'severe', count: 1_667 },
    { value: null, count: 1_666 },
  ])
  expect([field('owner').distinct, field('owner').values.length]).toEqual([5_000, 1_000])
  expect(json.rows).toHaveLength(1_000)
})

test('a large layer says of a place what the feature there is, by its number', async () => {
  const { status, json } = await client.get('/api/studies/tiled/identify?lon=36.20105&lat=33.42105&wait=60')
  expect(status).toBe(200)
  expect(json.layers).toMatchObject([
    { layer: 'houses', class: 'severe', feature: 506, attributes: { owner: 'person 505', since: '2018-05-01' } },
  ])
  const { json: beside } = await client.get(
    '/api/studies/tiled/identify?lon=36.20115&lat=33.42105&layer=houses&wait=60',
  )
  expect(beside.layers).toEqual([])
  const { json: none } = await client.get('/api/studies/tiled/identify?lon=36.2&lat=33.4&layer=sheds')
  expect(none.code).toBe('layer-not-found')
})
