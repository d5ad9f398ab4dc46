import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  collectionSchema,
  collectionsSchema,
  itemSchema,
  itemsSchema,
} from '../../../server/http/schemas/ogc-schemas.ts'
import { loaded, newStudy, running, type Client } from './running-server.ts'

const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const epsg4326 = 'http://www.opengis.net/def/crs/EPSG/0/4326'

/** A row of 25 points eastwards from 36.0, each with its number, a kind and a day. */
const points = JSON.stringify({
  type: 'FeatureCollection',
  features: Array.from({ length: 25 }, (_, i) => ({
    type: 'Feature',
    properties: {
      kind: ['shell', 'bomb', null][i % 3],
      secret: 'who told',
      day: `2018-04-${String(i + 1).padStart(2, '0')}`,
    },
    geometry: i === 24 ? null : { type: 'Point', coordinates: [36 + i / 100, 33.5] },
  })),
})

let client: Client
let points25: string

beforeAll(async () => {
  client = await running()
  const study = await newStudy(client, 'Points')
  const bytes = Buffer.from(points)
  const { id } = await loaded(client, study.id, [{ name: 'points.geojson', bytes }], {
    role: 'context',
    classField: 'kind',
    dateFields: { from: 'day', to: 'day' },
  })
  points25 = `/ogc/collections/${study.id}.${id}/items`
})
afterAll(() => client.stop())

const idsOf = ({ json }: { json: { features: { id: number }[] } }): number[] => json.features.map(({ id }) => id)
const requested = (question: Record<string, string>): string =>
  `${points25}?${new URLSearchParams(question).toString()}`

describe('OGC API - Features', () => {
  test('leads from its landing page to every feature', async () => {
    const landing = (await client.get('/ogc')).json
    const rels = landing.links.map(({ rel }: { rel: string }) => rel)
    expect(rels).toEqual(['self', 'service-desc', 'conformance', 'data'])
    for (const { href, type } of landing.links) {
      const { status, headers } = await client.get(href.replace(client.address, ''))
      expect([href, status]).toEqual([href, 200])
      expect(String(headers['content-type']).replace('; charset=utf-8', '')).toBe(type)
    }
    const { collections } = collectionsSchema.parse((await client.get('/ogc/collections')).json)
    expect(collections.length).toBeGreaterThan(30)
    for (const own of collections) {
      const address = `/ogc/collections/${own.id}`
      expect(collectionSchema.parse((await client.get(address)).json)).toEqual(own)
      const { features } = itemsSchema.parse((await client.get(`${address}/items`)).json)
      const { properties } = (await client.get(`${address}/queryables`)).json
      for (const feature of features) expect(Object.keys(feature.properties)).toEqual(Object.keys(properties))
    }
  })

  test('describes itself as OpenAPI 3.0 with addresses under its own', async () => {
    const { json } = await client.get('/ogc/api')
    expect(json.openapi).toBe('3.0.3')
    expect(json.servers).toEqual([{ url: `${client.address}/ogc` }])
    const items = json.paths['/collections/{collection}/items'].get.parameters
    const limit = items.find(({ name }: { name: string }) => name === 'limit')
    expect(limit.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 10_000, default: 1000 })
  })

  test('gives pages that follow each other', async () => {
    const seen: number[] = []
    let next: string | undefined = requested({ limit: '10' })
    while (next !== undefined) {
      const { json }: { json: any } = await client.get(next) // oxlint-disable-line typescript/no-explicit-any -- whatever came
      expect([json.numberMatched, json.numberReturned]).toEqual([25, json.features.length])
      seen.push(...idsOf({ json }))
      const link = json.links.find(({ rel }: { rel: string }) => rel === 'next')
      next = link?.href.replace(client.address, '')
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => i + 1))
    expect((await client.get(requested({ limit: '99999' }))).json.numberReturned).toBe(25)
    expect((await client.get(requested({ offset: '99' }))).json).toMatchObject({ features: [], numberMatched: 25 })
  })

  test('tells class, id, labels and days of a feature, and nothing else that its file holds', async () => {
    const { json, headers } = await client.get(`${points25}/2`)
    expect(itemSchema.parse(json)).toMatchObject({
      id: 2,
      properties: { id: 2, class: 'bomb', label_en: 'bomb', date: '2018-04-02', until: '2018-04-02' },
      geometry: { type: 'Point', coordinates: [36.01, 33.5] },
    })
    expect(JSON.stringify(json)).not.toContain('who told')
    expect(headers['content-crs']).toBe(`<${crs84}>`)
  })

  test.each<[string, Record<string, string>, number[]]>([
    ['a rectangle', { bbox: '36.005,33.4,36.035,33.6' }, [2, 3, 4]],
    ['a rectangle with heights', { bbox: '36.005,33.4,-10,36.035,33.6,10' }, [2, 3, 4]],
    ['a rectangle with latitude first', { bbox: '33.4,36.005,33.6,36.035', 'bbox-crs': epsg4326 }, [2, 3, 4]],
    ['a rectangle that counts on beyond it', { bbox: '-323.995,33.4,-323.965,33.6' }, [2, 3, 4]],
    ['a rectangle wider than the earth', { bbox: '-400,33.4,400,33.6', limit: '2' }, [1, 2]],
    ['a rectangle over the 180th meridian', { bbox: '170,33.4,36.005,33.6' }, [1]],
    ['a day', { datetime: '2018-04-07' }, [7]],
    ['a moment', { datetime: '2018-04-07T12:00:00Z' }, [7]],
    ['a time', { datetime: '2018-04-07/2018-04-09' }, [7, 8, 9]],
    ['an open time', { datetime: '2018-04-24/..' }, [24, 25]],
    ['a filter', { filter: "class = 'bomb' AND id < 9" }, [2, 5, 8]],
    ['a filter of days', { filter: "date >= DATE('2018-04-24')", 'filter-lang': 'cql2-text' }, [24, 25]],
    ['a filter of what is missing', { filter: 'class IS NULL AND id <= 6' }, [3, 6]],
    [
      'all of them',
      { bbox: '36.005,33.4,36.095,33.6', datetime: '../2018-04-08', filter: "class = 'bomb'" },
      [2, 5, 8],
    ],
  ])('takes %s', async (_, question, ids) => {
    const answer = await client.get(requested(question))
    expect([answer.status, idsOf(answer)]).toEqual([200, ids])
  })

  test('gives latitude first where EPSG:4326 is asked for', async () => {
    const { json, headers } = await client.get(requested({ crs: epsg4326, limit: '1' }))
    expect(json.features[0].geometry.coordinates).toEqual([33.5, 36])
    expect(headers['content-crs']).toBe(`<${epsg4326}>`)
    const plan = '/ogc/collections/basilia-city.plan/items/1'
    const [usual, turned] = [await client.get(plan), await client.get(`${plan}?crs=${epsg4326}`)]
    const positions: number[][] = usual.json.geometry.coordinates[0]
    expect(turned.json.geometry.coordinates[0]).toEqual(positions.map(([lon, lat]) => [lat, lon]))
  })

  test('gives the overlap of the measurement of a day, whose areas add up to the plan', async () => {
    const address = '/ogc/collections/basilia-city.measured_overlap/items'
    for (const day of ['2018-04-21', '2018-03-29']) {
      const measured = (await client.get(`/api/studies/basilia-city/measurement?at=${day}`)).json
      const { json } = await client.get(`${address}?datetime=${day}`)
      expect(json.numberMatched).toBe(measured.combinations.length)
      const sum = json.features.reduce((all: number, own: any) => all + own.properties.areaM2, 0) // oxlint-disable-line typescript/no-explicit-any -- whatever came
      expect(sum).toBeCloseTo(measured.plan.areaM2, 3)
      expect(json.features[0].properties.date).toBe(day)
    }
    const { collections } = (await client.get('/ogc/collections')).json
    const ids = collections.map(({ id }: { id: string }) => id)
    expect(ids).toContain('basilia-city.measured_overlap')
    expect(ids).not.toContain('darayya.measured_overlap')
  })

  test.each<[string, number, string]>([
    ['?limit=0', 400, 'query-invalid'],
    ['?limit=x', 400, 'query-invalid'],
    ['?offset=-1', 400, 'query-invalid'],
    ['?bbox=1,2,3', 400, 'query-invalid'],
    ['?bbox=1,2,,4', 400, 'query-invalid'],
    ['?bbox=1,9,3,4', 400, 'query-invalid'],
    ['?bbox=33,160,34,170', 400, 'query-invalid'],
    ['?bbox=1,2,3,4&bbox-crs=EPSG:4326', 400, 'query-invalid'],
    ['?datetime=yesterday', 400, 'query-invalid'],
    ['?crs=http://www.opengis.net/def/crs/EPSG/0/3857', 400, 'query-invalid'],
    ['?f=html', 400, 'query-invalid'],
    ['?filter-lang=cql2-json', 400, 'query-invalid'],
    ['?filter=class', 400, 'filter-unreadable'],
    ["?filter=secret='who'", 400, 'filter-property-unknown'],
    ["?filter=id='who'", 400, 'filter-kinds-differ'],
    ['?kind=shell', 400, 'query-unknown'],
    ['/0', 404, 'feature-not-found'],
    ['/26', 404, 'feature-not-found'],
    ['/__proto__', 404, 'feature-not-found'],
  ])('refuses items%s', async (question, status, code) => {
    const { json, headers, ...answer } = await client.get(points25 + question.replaceAll(' ', '%20'))
    expect([answer.status, json.code]).toEqual([status, code])
    expect(headers['content-type']).toMatch('application/problem+json')
  })

  test.each(['nothing.at-all', 'basilia-city', 'basilia-city.', 'basilia-city.plan.more', '..%2f..', '__proto__.plan'])(
    'has no collection %s',
    async (name) => {
      for (const under of ['', '/items', '/items/1', '/queryables']) {
        const { status, json } = await client.get(`/ogc/collections/${name}${under}`)
        expect([under, status, json.code]).toEqual([under, 404, 'collection-not-found'])
      }
    },
  )

  test('gives everybody their own addresses, also where two ask the same at once', async () => {
    const asking = ['one.example', 'two.example'].map(async (host) => {
      const { json } = await client.get(requested({ bbox: '36.001,33.4,36.035,33.6' }), { 'x-forwarded-host': host })
      return json.links[0].href.startsWith(`http://${host}/ogc/`)
    })
    expect(await Promise.all(asking)).toEqual([true, true])
  })

  test('gives addresses that hold behind a proxy, and takes no other for one', async () => {
    const self = async (headers: Record<string, string>): Promise<string> =>
      (await client.get('/ogc', headers)).json.links[0].href
    expect(await self({ 'x-forwarded-host': 'maps.example:8443', 'x-forwarded-proto': 'https' })).toBe(
      'https://maps.example:8443/ogc',
    )
    expect(await self({ 'x-forwarded-host': 'a"><script>', 'x-forwarded-proto': 'javascript' })).toBe(
      `${client.address}/ogc`,
    )
  })
})

const run = promisify(execFile)

type Read = { readonly properties: { readonly id: number }; readonly geometry: { readonly coordinates: number[][][] } }

describe.skipIf(spawnSync('ogrinfo', ['--version']).status !== 0)('GDAL', () => {
  const source = (): string => `OAPIF:${client.address}/ogc`
  const env = { ...process.env, NO_PROXY: '127.0.0.1' }
  const features = async (...more: string[]): Promise<Read[]> =>
    (
      JSON.parse((await run('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', ...more], { env })).stdout) as {
        features: Read[]
      }
    ).features

  test('lists the collections, and reads all features of one over its pages', async () => {
    const { stdout } = await run('ogrinfo', ['-ro', source()], { env })
    expect(stdout).toContain('basilia-city.measured_overlap')
    const read = await features(source(), points25.split('/').at(-2)!)
    expect(read.map((own) => own.properties.id)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1))
  })

  test('finds every place where it is, whichever axes it asks for', async () => {
    const name = 'basilia-city.plan'
    const [lon, lat] = (await client.get(`/ogc/collections/${name}/items`)).json.features[0].geometry.coordinates[0][0]
    for (const crs of ['', crs84, epsg4326]) {
      const [plan] = await features(...(crs ? ['-oo', `CRS=${crs}`] : []), source(), name)
      expect([crs, plan!.geometry.coordinates[0]![0]]).toEqual([crs, [lon, lat]])
    }
  })

  test('takes its rectangles and conditions for what they are', async () => {
    const name = points25.split('/').at(-2)!
    const ids = async (...more: string[]): Promise<number[]> =>
      (await features(...more, source(), name)).map((own) => own.properties.id)
    expect(await ids('-spat', '36.005', '33.4', '36.035', '33.6')).toEqual([2, 3, 4])
    expect(await ids('-where', "class = 'bomb' AND id < 9")).toEqual([2, 5, 8])
    expect(await ids('-where', "date >= '2018-04-24'")).toEqual([24, 25])
  })
})
