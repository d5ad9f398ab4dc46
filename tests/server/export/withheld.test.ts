import type { Feature, Polygon } from 'geojson'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Measurement } from '../../../core/model/measurement.ts'
import { box, zone } from '../../core/measure/fixture.ts'
import { loaded, newStudy, running, type Client } from '../http/running-server.ts'
import { unpacked } from './made-exports.ts'

let client: Client
let id = ''

/** What must not leave: names of people, ids, and where each sensitive feature lies. */
const people = ['OWNER-OF-HOUSE', 'WITNESS-AT-GATE', 'FAMILY-IN-ZONE', 'GUEST-ON-MAP']
const informant = 'INFORMANT-OF-CONTROL'
const houses = [
  [36.2832178, 33.4731627],
  [36.2857391, 33.4764913],
]
const gate = [36.2862719, 33.4757283] as const
const guest = [36.2843977, 33.4742891]
const hidden = box(2.3173, 1.6191, 3.4419, 4.2377)
const openGround = box(-1.2717, -1.3313, 6.1919, 12.4141)

const point = ([lon, lat]: readonly number[], properties: Record<string, string>): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lon!, lat!] },
})
const file = (name: string, features: readonly Feature[]) => ({
  name: `${name}.geojson`,
  bytes: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
})
const cornersOf = ({ coordinates }: Polygon): number[] => coordinates[0]!.flat()
const places = [...houses.flat(), ...gate, ...guest, ...cornersOf(hidden)]

beforeAll(async () => {
  client = await running()
  id = (await newStudy(client, 'Doing no harm')).id
  const load = (name: string, features: readonly Feature[], options: object) =>
    loaded(client, id, [file(name, features)], { name, crs: 'EPSG:4326', ...options })
  await load('plan', [zone({ id: 'north' }, box(0, 0, 10, 5)), zone({ id: 'south' }, box(0, 5, 10, 5))], {
    role: 'plan',
    idField: 'id',
    accuracyM: 10,
  })
  await load('control', [zone({ held: 'Army', said: informant }, openGround)], {
    role: 'control',
    classField: 'held',
    accuracyM: 30,
  })
  await load('quarters', [zone({ kind: 'quarter', family: people[2]! }, hidden)], {
    role: 'zones',
    classField: 'kind',
    accuracyM: 30,
    sensitive: true,
  })
  await load(
    'houses',
    houses.map((each) => point(each, { grade: 'burnt', owner: people[0]! })),
    { role: 'damage', classField: 'grade', labelField: { en: 'owner' }, idField: 'owner', sensitive: true },
  )
  const raids = Array.from({ length: 7 }, () => point(gate, { kind: 'raid', who: people[1]! }))
  await load('raids', [...raids, point(gate, { kind: 'arrest', who: people[1]! })], {
    role: 'damage',
    classField: 'kind',
    sensitive: { gridM: 500 },
  })
  await load('guests', [point(guest, { who: people[3]! })], { role: 'context', sensitive: true })
})
afterAll(() => client.stop())

/** Every file inside the bytes, of archives in archives too, and the bytes themselves. */
async function insides(bytes: Buffer): Promise<Buffer[]> {
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return [bytes]
  const members = await Promise.all([...(await unpacked(bytes)).values()].map(insides))
  return [bytes, ...members.flat()]
}

const double = (value: number, isLittle: boolean): Buffer => {
  const bytes = Buffer.alloc(8)
  if (isLittle) bytes.writeDoubleLE(value)
  else bytes.writeDoubleBE(value)
  return bytes
}

/** Which of the texts and places stand in the bytes: as text, as UTF-16, and as numbers of either order. */
async function found(
  bytes: Buffer,
  texts: readonly string[],
  numbers: readonly number[],
): Promise<(string | number)[]> {
  const all = await insides(bytes)
  const holds = (needle: Buffer | string): boolean => all.some((each) => each.includes(needle))
  return [
    ...texts.filter((text) => holds(text) || holds(Buffer.from(text, 'utf16le'))),
    ...numbers.filter(
      (value) => holds(String(value).slice(0, 8)) || holds(double(value, true)) || holds(double(value, false)),
    ),
  ]
}

const got = async (path: string): Promise<Buffer> => {
  const { status, bytes, text } = await client.get(path)
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
  return bytes
}

const formats = [
  'csv',
  'csv.datapackage.json',
  'xlsx',
  'xlsx.datapackage.json',
  'geojson',
  'gpkg',
  'shp.zip',
  'package.zip',
  'zip',
]
const queries = [
  ...formats.flatMap((format) => ['en', 'ar'].map((lang) => `export.${format}?lang=${lang}&draws=20`)),
  ...['geojson', 'gpkg', 'shp.zip', 'package.zip'].map((format) => `export.${format}?pieces=feature&draws=0`),
  'sheet.svg?draws=0',
  'sheet.svg?draws=20&show=uncertainGround',
  'report.svg?draws=20',
  'report.docx?draws=20&lang=ar',
]

test.each(queries)('%s holds no person and no place of a sensitive layer', async (query) => {
  expect(await found(await got(`/api/studies/${id}/${query}`), people, places)).toEqual([])
})

test('the search finds what it looks for: the zip that takes sensitive layers, and the ground of others', async () => {
  const whole = await got(`/api/studies/${id}/export.zip?sensitive=true`)
  expect((await found(whole, people, places)).length).toBe(people.length + places.length)
  const corners = cornersOf(openGround)
  for (const format of ['gpkg', 'shp.zip'])
    expect(await found(await got(`/api/studies/${id}/export.${format}?draws=0`), ['Army'], corners)).toEqual([
      'Army',
      ...corners,
    ])
})

test('fields leave that say class, id, label and dates; others where they are chosen, and never with a sensitive layer', async () => {
  for (const format of ['geojson', 'gpkg', 'shp.zip', 'package.zip']) {
    const address = `/api/studies/${id}/export.${format}?draws=0&pieces=feature`
    expect(await found(await got(address), [informant], [])).toEqual([])
    expect(await found(await got(`${address}&fields=control%3Dsaid`), [informant], [])).toEqual([informant])
  }
  const refusal = async (fields: string) =>
    (await client.get(`/api/studies/${id}/export.gpkg?fields=${encodeURIComponent(fields)}`)).json
  expect(await refusal('houses=owner')).toMatchObject({ status: 422, code: 'fields-of-no-layer' })
  expect(await refusal('control=nothing')).toMatchObject({ status: 422, code: 'field-absent' })
  expect(await refusal('control')).toMatchObject({ status: 400, code: 'query-invalid' })
})

test('the figures are measured with the layers as they are, and every export says so in its language', async () => {
  const { json } = await client.get(`/api/studies/${id}/measurement`)
  const { notes, layers, points } = json as Measurement
  expect(layers.map(({ name }) => name)).toContain('quarters')
  expect(points).toMatchObject([{ count: 2 }, { count: 1 }, { count: 7 }])
  const withheld = notes.filter(({ code }) => code === 'layer-withheld')
  expect(withheld.map(({ values }) => values)).toEqual([
    { layer: 'quarters', gridM: 0 },
    { layer: 'houses', gridM: 0 },
    { layer: 'raids', gridM: 500 },
    { layer: 'guests', gridM: 0 },
  ])
  const spoken = async (path: string, text: string) => (await found(await got(path), [text], [])).length > 0
  for (const query of [
    'export.geojson?lang=en',
    'export.gpkg?lang=en',
    'export.xlsx?lang=en',
    'export.package.zip?lang=en',
  ])
    expect(await spoken(`/api/studies/${id}/${query}&draws=0`, 'left out of every map and export'), query).toBe(true)
  for (const query of ['export.gpkg?lang=ar', 'export.xlsx?lang=ar', 'report.docx?lang=ar'])
    expect(await spoken(`/api/studies/${id}/${query}&draws=0`, 'طبقة حساسة'), query).toBe(true)
})

test('the overlap is numbered as its table, and adds up to the plan without the withheld ground', async () => {
  const files = await unpacked(await got(`/api/studies/${id}/export.package.zip?draws=0`))
  const overlap = JSON.parse(files.get('overlap.geojson')!.toString()) as { features: Feature[]; basilia: Measurement }
  const rows = files.get('tables/combinations.csv')!.toString().trim().split(/\r?\n/).slice(1)
  expect(overlap.features.length).toBe(2)
  expect(rows.map((row) => Number(row.split(',')[0]))).toEqual([1, 2])
  for (const [i, { properties }] of overlap.features.entries()) {
    expect(rows[i]).toContain(String(properties!['areaM2']))
    expect(Object.keys(properties!)).not.toContain('quarters')
  }
  const sumM2 = overlap.features.reduce((sum, { properties }) => sum + properties!['areaM2'], 0)
  expect(Math.abs(sumM2 / overlap.basilia.plan.areaM2 - 1)).toBeLessThan(1e-9)
})

test('a layer with a grid leaves as counts in its cells, small ones untold; the true place is no centre of one', async () => {
  const { json } = await client.get(`/ogc/collections/${id}.raids/items`)
  const { features } = json as { features: Feature<Polygon>[] }
  const byClass = Object.fromEntries(features.map((each) => [each.properties!['class'], each]))
  expect(byClass['raid']?.properties).toMatchObject({ count: 7 })
  expect(byClass['arrest']?.properties).toMatchObject({ count: null })
  for (const { geometry } of features) {
    const [west, south, , , east, north] = [geometry.coordinates[0]![0]!, geometry.coordinates[0]![2]!].flatMap(
      ([lon, lat], i) => (i === 0 ? [lon!, lat!, 0, 0] : [lon!, lat!]),
    ) as [number, number, number, number, number, number]
    expect(west <= gate[0] && gate[0] < east && south <= gate[1] && gate[1] < north).toBe(true)
    expect((north - south) * 111_000).toBeGreaterThan(495)
  }
})

test('/ogc gives neither sensitive layers nor what is found of them in the overlap and in extents', async () => {
  const list = await got('/ogc/collections')
  expect(await found(list, people, places)).toEqual([])
  const collections = (JSON.parse(list.toString()) as { collections: { id: string }[] }).collections.map(
    (own) => own.id,
  )
  expect(collections.filter((own) => own.startsWith(`${id}.`)).sort()).toEqual(
    ['control', 'measured_overlap', 'plan', 'raids'].map((name) => `${id}.${name}`),
  )
  for (const name of ['measured_overlap', 'raids', 'control'])
    for (const path of ['', '/queryables', '/items'])
      expect(await found(await got(`/ogc/collections/${id}.${name}${path}`), people, places), name + path).toEqual([])
  expect((await client.get(`/ogc/collections/${id}.houses/items`)).status).toBe(404)
})

test('the copy of a study names what it lacks, and is taken back by a server', async () => {
  const zip = await got(`/api/studies/${id}/export.zip`)
  const files = await unpacked(zip)
  const study = JSON.parse(files.get(`${id}/study.json`)!.toString())
  expect(study.layers.map(({ name }: { name: string }) => name)).toEqual(['plan', 'control'])
  expect(study.gaps.map(({ text }: { text: { en: string } }) => text.en)).toHaveLength(4)
  expect([...files.keys()].filter((name) => name.includes('/layers/'))).toHaveLength(2)
  expect([...files.keys()].filter((name) => /originals\/[0-9a-f]{64}\.json$/.test(name))).toHaveLength(2)
})

test('the history, which holds sensitive layers as they were, leaves only with them', async () => {
  const refused = await client.get(`/api/studies/${id}/export.zip?history=1`)
  expect(refused.json).toMatchObject({ status: 422, code: 'history-sensitive' })
  const whole = await unpacked(await got(`/api/studies/${id}/export.zip?history=1&sensitive=1`))
  expect([...whole.keys()].some((name) => name.includes('/history/'))).toBe(true)
  const other = (await newStudy(client, 'Removed since')).id
  const layer = await loaded(client, other, [file('shelter', [point(guest, {})])], {
    name: 'shelter',
    role: 'context',
    crs: 'EPSG:4326',
    sensitive: true,
  })
  const { headers } = await client.get(`/api/studies/${other}`)
  await client.call('DELETE', `/api/studies/${other}/layers/${layer.id}`, undefined, {
    'if-match': String(headers['etag']),
  })
  expect((await client.get(`/api/studies/${other}/export.zip?history=1`)).json).toMatchObject({
    code: 'history-sensitive',
  })
  expect(await found(await got(`/api/studies/${other}/export.zip`), [], guest)).toEqual([])
})

test('a plan cannot be sensitive, and a grid finer than 100 m is none', async () => {
  const { headers } = await client.get(`/api/studies/${id}`)
  const change = (layer: string, body: object) =>
    client.call('PATCH', `/api/studies/${id}/layers/${layer}`, body, { 'if-match': String(headers['etag']) })
  expect((await change('plan', { sensitive: true })).json).toMatchObject({ code: 'plan-sensitive' })
  expect((await change('houses', { sensitive: { gridM: 20 } })).status).toBe(400)
  expect((await change('houses', { role: 'plan' })).status).toBe(422)
})
