import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AttributeRows } from '../../../core/tiles/attribute-table.ts'
import { running, type Client } from './running-server.ts'

const count = 100_000
let client: Client

const gradeOf = (i: number): string | null => ['destroyed', 'Severe', null][i % 3]!
/** Numbers and texts, so that ten comes after nine. */
const sizeOf = (i: number): number => (i * 7919) % 1000

const houses = (): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: Array.from({ length: count }, (_, i) => {
        const [x, y] = [36.2 + (i % 400) * 0.0002, 33.42 + Math.floor(i / 400) * 0.0002]
        const ring = [
          [x, y],
          [x + 0.0001, y],
          [x + 0.0001, y + 0.0001],
          [x, y + 0.0001],
          [x, y],
        ]
        const properties = { grade: gradeOf(i), owner: `مالك ${i}`, size: sizeOf(i), house: `House ${i}` }
        return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }
      }),
    }),
  )

beforeAll(async () => {
  client = await running({ 'base-map': 'none' })
  await client.call('POST', '/api/studies', { id: 'many', title: 'Many' })
  const loaded = await client.upload('many', [{ name: 'houses.geojson', bytes: houses() }], {
    name: 'houses',
    role: 'damage',
    classField: 'grade',
  })
  expect(loaded.status).toBe(201)
}, 180_000)
afterAll(() => client.stop())

const rows = async (query = ''): Promise<AttributeRows> => {
  const { status, json, text } = await client.get(`/api/studies/many/layers/houses/rows${query}`)
  expect(status, text).toBe(200)
  return json as AttributeRows
}
const column = ({ fields, rows: own }: AttributeRows, name: string) =>
  own.map(({ values }) => values[fields.indexOf(name)])

describe('the rows of a layer of a hundred thousand features', () => {
  test('come as the layer has them, as many as asked for', async () => {
    const first = await rows('?count=3')
    expect(first).toMatchObject({ features: count, matching: count, from: 0, found: null })
    expect(first.fields).toEqual(['grade', 'owner', 'size', 'house'])
    expect(first.rows.map(({ feature }) => feature)).toEqual([1, 2, 3])
    expect(column(first, 'owner')).toEqual(['مالك 0', 'مالك 1', 'مالك 2'])
    const last = await rows(`?from=${count - 2}&count=500`)
    expect(last.rows.map(({ feature }) => feature)).toEqual([count - 1, count])
    expect((await rows(`?from=${count}`)).rows).toEqual([])
  })

  test.each(['grade', 'owner', 'size', 'house'])(
    'are sorted by %s either way, each once, what is empty last',
    async (sort) => {
      const seen: number[] = []
      for (const descending of [false, true]) {
        const query = `?sort=${sort}&descending=${descending}&count=500`
        const [first, middle, end] = [
          await rows(query),
          await rows(`${query}&from=50000`),
          await rows(`${query}&from=${count - 500}`),
        ]
        const values = [first, middle, end].flatMap((own) => column(own, sort))
        const filled = values.filter((value) => value !== null)
        const collator = new Intl.Collator('en', { numeric: true })
        const expected = filled.toSorted((a, b) => collator.compare(String(a), String(b)) * (descending ? -1 : 1))
        expect(filled).toEqual(expected)
        expect(values.slice(filled.length).every((value) => value === null)).toBe(true)
        if (!descending) seen.push(...[first, middle, end].flatMap((own) => own.rows.map(({ feature }) => feature)))
      }
      expect(new Set(seen).size).toBe(seen.length)
    },
  )

  test('of one value stay in the order of the layer', async () => {
    const sorted = await rows('?sort=grade&count=500')
    const features = sorted.rows.map(({ feature }) => feature)
    expect(features).toEqual(features.toSorted((a, b) => a - b))
  })

  test('are filtered by a text in any field, whatever its case and script', async () => {
    const severe = await rows('?filter=SEVERE&count=1')
    expect(severe.matching).toBe(
      Array.from({ length: count }, (_, i) => gradeOf(i)).filter((own) => own === 'Severe').length,
    )
    const one = await rows(`?filter=${encodeURIComponent('مالك 4242')}&sort=house&descending=true`)
    expect(one.matching).toBe(11)
    expect(column(one, 'house')[10]).toBe('House 4242')
    expect(await rows('?filter=nobody')).toMatchObject({ matching: 0, rows: [] })
    expect((await rows('?filter=%20%20')).matching).toBe(count)
  })

  test('tell where a feature stands among them and on the ground', async () => {
    const { found } = await rows('?sort=size&feature=4243&filter=house&count=1')
    const { rows: there, fields } = await rows(`?sort=size&filter=house&from=${found!.place}&count=1`)
    expect(there[0]!.feature).toBe(4243)
    expect(there[0]!.values[fields.indexOf('house')]).toBe('House 4242')
    const [x, y] = [36.2 + (4242 % 400) * 0.0002, 33.42 + Math.floor(4242 / 400) * 0.0002]
    const extent = found!.extent!
    ;[x, y, x + 0.0001, y + 0.0001].forEach((edge, i) => expect(extent[i]).toBeCloseTo(edge, 9))
    expect(found!.geometry).toMatchObject({ type: 'Polygon' })
    expect((await rows('?feature=1&filter=House%204242&count=1')).found).toMatchObject({ feature: 1, place: null })
  })

  test('are refused by name where a field or a feature is not there', async () => {
    for (const [query, status, code] of [
      ['?sort=price', 422, 'field-absent'],
      [`?feature=${count + 1}`, 404, 'feature-not-found'],
      ['?feature=0', 400, 'query-invalid'],
      ['?count=501', 400, 'query-invalid'],
      ['?order=size', 400, 'query-unknown'],
    ] as const) {
      const answer = await client.get(`/api/studies/many/layers/houses/rows${query}`)
      expect([answer.status, answer.json.code]).toEqual([status, code])
    }
    expect((await client.get('/api/studies/many/layers/none/rows')).status).toBe(404)
  })
})

test('a layer of points, and one whose file somebody else wrote, have rows too', async () => {
  for (const layer of ['places', 'control-2018-04-21', 'plan']) {
    const { status, json } = await client.get(`/api/studies/basilia-city/layers/${layer}/rows?feature=1&count=2`)
    expect(status).toBe(200)
    expect(json.found.extent).toHaveLength(4)
    expect(json.found.geometry).not.toBeNull()
  }
})
