import { afterAll, beforeAll, expect, test } from 'vitest'
import { boxes } from '../made-layers.ts'
import { loaded, newStudy, running, type Client } from './running-server.ts'

/** Names that every object of JavaScript answers to. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'] as const

let client: Client
let id: string

/** Layers, fields, classes, units and plan that are all called so. */
beforeAll(async () => {
  client = await running()
  id = (await newStudy(client, 'Names')).id
  const whole = [36.2, 33.4, 36.21, 33.41] as const
  const west = [36.2, 33.4, 36.205, 33.41] as const
  const east = [36.205, 33.4, 36.21, 33.41] as const
  const called = (name: string, value: string): Record<string, unknown> => JSON.parse(`{"${name}":"${value}"}`)
  await loaded(client, id, [boxes('plan.geojson', [[whole, { id: '__proto__' }]])], { role: 'plan', idField: 'id' })
  for (const name of names) {
    const layer = boxes('layer.geojson', [
      [west, called(name, '__proto__')],
      [east, called(name, 'constructor')],
    ])
    await loaded(client, id, [layer], { role: 'zones', name, classField: name })
  }
  const units = boxes('units.geojson', [
    [west, { id: 'constructor' }],
    [east, { id: '__proto__' }],
  ])
  await loaded(client, id, [units], { role: 'units', idField: 'id' })
})
afterAll(() => client.stop())

test('are names like others in a measurement', async () => {
  const { json } = await client.get(`/api/studies/${id}/measurement?byFeature=true`)
  const half = json.plan.areaM2 / 2
  for (const layer of json.layers) {
    expect(layer.classes.map((own: { class: string }) => own.class)).toEqual(['__proto__', 'constructor'])
    for (const own of layer.classes) expect(own.areaM2).toBeCloseTo(half, 3)
  }
  expect(json.layers.map(({ name }: { name: string }) => name)).toEqual(names)
  for (const { classes } of json.combinations) expect(Object.keys(classes)).toEqual(names)
  expect(json.units.map((own: { id: string }) => own.id)).toEqual(['constructor', '__proto__', null])
})

test.each([
  'sheet.svg?draws=0',
  'report.svg?draws=0',
  'export.csv?draws=0',
  'export.xlsx?draws=0',
  'export.geojson?draws=0',
  'export.gpkg?draws=0',
  'export.shp.zip?draws=0',
  'export.package.zip?draws=0',
  'timeline',
  'uncertainty?draws=20',
  'cross-table?layers=__proto__,constructor',
  'published',
])('are names like others in %s', async (what) => {
  expect((await client.get(`/api/studies/${id}/${what}${what.includes('?') ? '&' : '?'}wait=60`)).status).toBe(200)
})

test('are names like others where others read the overlap', async () => {
  const { json } = await client.get(`/ogc/collections/${id}.measured_overlap/items?filter="constructor"='__proto__'`)
  expect(json.features.map(({ properties }: { properties: object }) => Object.keys(properties).slice(1, 5))).toEqual([
    names,
  ])
})
