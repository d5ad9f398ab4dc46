import { describe, expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../../core/geometry/polygon-areas.ts'
import { named, square } from '../made-files.ts'
import { codesOf, layerOf, layersOf, refusalOf } from '../reading.ts'

const ring = square(36.28, 33.47, 0.01)
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry })
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
const file = (value: unknown) => [named('a.geojson', typeof value === 'string' ? value : JSON.stringify(value))]
const areaM2 = async (value: unknown) => {
  const { features } = await layerOf(file(value))
  return polygonAreasM2(features.shapes).reduce((sum, area) => sum + area, 0)
}

describe('geometry', () => {
  test('may be a collection, a feature or bare', async () => {
    const area = await areaM2(collection(feature(polygon(ring))))
    expect(area).toBeGreaterThan(1e6)
    expect(await areaM2(feature(polygon(ring)))).toBe(area)
    expect(await areaM2(polygon(ring))).toBe(area)
  })

  test('of a MultiPolygon is a polygon for each member: what they share is ground of both', async () => {
    const { features, evenOdd } = await layerOf(
      file(feature({ type: 'MultiPolygon', coordinates: [[ring], [ring, square(36.283, 33.473, 0.001)]] })),
    )
    expect(features.shapes).toMatchObject({
      partPolygon: Uint32Array.of(0, 1, 1),
      polygonFeature: Uint32Array.of(0, 0),
    })
    expect(evenOdd).toBe('polygon')
  })

  test('of several kinds makes a layer for each, with the rows that belong to it', async () => {
    const value = collection(
      feature({ type: 'Point', coordinates: [36, 33] }, { n: 1 }),
      feature(polygon(ring), { n: 2 }),
      feature({ type: 'LineString', coordinates: ring }, { n: 3 }),
      feature(null, { n: 4 }),
      feature(polygon(ring), { n: 5 }),
    )
    const layers = await layersOf(file(value))
    expect(
      layers.map(({ name, features }) => [name, features.shapes.kind, features.attributes.map((row) => row['n'])]),
    ).toEqual([
      ['a (polygons)', 'polygon', [2, 4, 5]],
      ['a (lines)', 'line', [3]],
      ['a (points)', 'point', [1]],
    ])
    expect([...layers[0]!.features.shapes.polygonFeature]).toEqual([0, 2])
    expect(codesOf(layers[0]!)).toEqual(expect.arrayContaining(['kinds-split', 'null-shapes']))
    expect((await layerOf(file(value), { sublayer: 'a (points)' })).features.attributes).toEqual([{ n: 1 }])
    expect((await layerOf(file(value), { where: { n: '3' } })).name).toBe('a (lines)')
    expect((await refusalOf(file(value), { where: { n: '9' } })).code).toBe('where-nothing')
    expect((await refusalOf(file(value), { sublayer: 'a (curves)' })).code).toBe('sublayer-unknown')
  })

  test('in nested collections is taken apart and named', async () => {
    const nested = {
      type: 'GeometryCollection',
      geometries: [{ type: 'GeometryCollection', geometries: [polygon(ring)] }, polygon(square(36.4, 33.4, 0.01))],
    }
    const layer = await layerOf(file(collection(feature(polygon(ring)), feature(nested))))
    expect([...layer.features.shapes.polygonFeature]).toEqual([0, 1, 1])
    expect(layer.notes.find(({ code }) => code === 'collections-opened')).toMatchObject({
      feature: 2,
      values: { count: 1 },
    })
    let deep: unknown = polygon(ring)
    for (let i = 0; i < 50; i++) deep = { type: 'GeometryCollection', geometries: [deep] }
    expect((await refusalOf(file(feature(deep)))).code).toBe('geometry-too-deep')
  })

  test('that is empty or collapsed is named, not measured', async () => {
    const value = collection(
      feature({ type: 'MultiPolygon', coordinates: [] }),
      feature(polygon()),
      feature(
        polygon(ring, [
          [36, 33],
          [36.1, 33],
          [36, 33],
        ]),
      ),
      feature(polygon(ring.slice(0, 4))),
    )
    const layer = await layerOf(file(value))
    expect(layer.notes.find(({ code }) => code === 'null-shapes')?.values['places']).toBe('1, 2')
    expect(layer.notes.find(({ code }) => code === 'rings-short')?.values['places']).toBe('3 (2)')
    expect(layer.notes.find(({ code }) => code === 'rings-open')?.values['places']).toBe('4 (1)')
    const areas = polygonAreasM2(layer.features.shapes)
    expect(areas[1]).toBeCloseTo(areas[0]!, 6)
  })

  test('loses its heights with a note', async () => {
    const layer = await layerOf(file(polygon(ring.map(([x, y]) => [x, y, 650]))))
    expect(codesOf(layer)).toContain('heights-dropped')
    expect(layer.features.shapes.coordinates).toHaveLength(8)
  })
})

describe('a position that is none is refused with feature and value', () => {
  const at = (position: unknown) =>
    collection(feature(polygon(ring)), feature(polygon([ring[0], position, ...ring.slice(2)])))
  test.each([
    ['text', ['a', 'b'], '[a, b]'],
    ['null', [null, 33], '[null, 33]'],
    ['one number', [36], '[36]'],
    ['an object', {}, '{…}'],
    ['a list of lists', [[36, 33]], '[[…]]'],
  ])('%s', async (_, position, value) => {
    expect(await refusalOf(file(at(position)))).toMatchObject({
      code: 'position-invalid',
      values: { feature: 2, value },
    })
  })
  test('1e400', async () => {
    expect(await refusalOf(file(JSON.stringify(at([36, 33])).replace('[36,33]', '[1e400,33]')))).toMatchObject({
      code: 'position-invalid',
      values: { feature: 2, value: '[Infinity, 33]' },
    })
  })
  test('NaN', async () => {
    expect(await refusalOf(file(JSON.stringify(at([36, 33])).replace('[36,33]', '[NaN,33]')))).toMatchObject({
      code: 'position-invalid',
      values: { feature: 2, value: '[NaN, 33]' },
    })
  })
  test('a longitude of 500', async () => {
    expect(await refusalOf(file(at([500, 33])))).toMatchObject({
      code: 'position-out-of-range',
      values: { feature: 2, value: '[500, 33]' },
    })
  })
  test.each([
    ['type', feature({ type: 'Circle', coordinates: [] })],
    ['feature', 7],
    ['geometry', feature('POLYGON((0 0))')],
  ])('an unknown %s', async (_, bad) => {
    expect(await refusalOf(file(collection(feature(polygon(ring)), bad)))).toMatchObject({
      code: 'geometry-type-unknown',
      values: { feature: 2 },
    })
  })
})

describe('text', () => {
  const value = collection(feature(polygon(ring), { name: 'العسالي' }))
  const text = JSON.stringify(value)
  const utf16 = (bom: string) => Buffer.from(bom + text, 'utf16le')

  test.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with a byte order mark', utf16('\uFEFF')],
    ['UTF-16 without', utf16('')],
    ['big-endian UTF-16', utf16('\uFEFF').swap16()],
  ])('may be %s', async (_, bytes) => {
    const layer = await layerOf([named('a.geojson', bytes)])
    expect(layer.features.attributes[0]!['name']).toBe('العسالي')
  })

  test('in windows-1256 is read with a note', async () => {
    const [before, after] = text.split('العسالي') as [string, string]
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from('C7E1DAD3C7E1ED', 'hex'), Buffer.from(after)])
    const layer = await layerOf([named('a.geojson', bytes)])
    expect(layer.features.attributes[0]!['name']).toBe('العسالي')
    expect(layer.notes.find(({ code }) => code === 'json-encoding')?.values['encoding']).toBe('windows-1256')
  })

  test('may be one feature per line', async () => {
    const layer = await layerOf(file([1, 2, 3].map((n) => JSON.stringify(feature(polygon(ring), { n }))).join('\n')))
    expect(layer.features.attributes.map((row) => row['n'])).toEqual([1, 2, 3])
  })

  test.each([
    ['no JSON', 'hello', 'json-invalid'],
    ['a file that breaks off', text.slice(0, 200), 'json-invalid'],
    ['a list', '[1,2]', 'json-not-geojson'],
    ['an empty TopoJSON', '{"type":"Topology","objects":{}}', 'json-not-geojson'],
    ['nothing', ' ', 'json-invalid'],
  ])('of %s is refused', async (_, content, code) => expect((await refusalOf(file(content))).code).toBe(code))

  test('nested ten thousand deep overflows nothing', async () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000)
    expect((await refusalOf(file(JSON.stringify(polygon(1)).replace('[1]', deep)))).code).toBe('position-invalid')
    const asType = `{"type":${deep},"features":[]}`
    expect((await refusalOf(file(asType))).code).toBe('json-not-geojson')
    expect((await refusalOf(file(`{"type":"FeatureCollection","features":[${deep}]}`))).code).toBe(
      'geometry-type-unknown',
    )
    expect(
      (await refusalOf(file(JSON.stringify({ ...polygon(ring), crs: 1 }).replace('"crs":1', `"crs":${deep}`)))).code,
    ).toBe('crs-unknown')
    const properties = JSON.stringify(collection(feature(polygon(ring), { a: 1 }))).replace(
      '{"a":1}',
      `{"a":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
    )
    const layer = await layerOf(file(properties))
    expect(layer.features.attributes[0]!['a']).toBeNull()
    expect(codesOf(layer)).toContain('nested-values-dropped')
  })
})

describe('properties', () => {
  test('keep lists and objects as their text, and the id of the feature', async () => {
    const layer = await layerOf(
      file({ ...feature(polygon(ring), { list: [1, 2], sub: { a: 1 }, none: null, flag: true }), id: 'p1' }),
    )
    expect(layer.features.attributes).toEqual([{ id: 'p1', list: '[1,2]', sub: '{"a":1}', none: null, flag: true }])
    expect(layer.fields.map(({ type }) => type)).toEqual(['text', 'text', 'text', 'text', 'boolean'])
  })

  test('called __proto__ change no object', async () => {
    const text = JSON.stringify(collection(feature(polygon(ring), { x: 1 }))).replace(
      '{"x":1}',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    )
    const layer = await layerOf(file(text))
    expect(layer.fields.map(({ name }) => name)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('the old crs member', () => {
  const [x, y] = [193_500, 172_500]
  const metres = (crs: unknown) => file({ ...collection(feature(polygon(square(x, y, 1000)))), crs })
  const byName = (name: string) => ({ type: 'name', properties: { name } })

  test('is honoured through the registry', async () => {
    const layer = await layerOf(metres(byName('urn:ogc:def:crs:EPSG::22770')))
    expect(layer.crs).toMatchObject({ code: 'EPSG:22770', operation: 'EPSG:15742', accuracyM: 5 })
    expect(layer.features.shapes.coordinates[0]).toBeCloseTo(36.2, 1)
    expect((await layerOf(file({ ...polygon(ring), crs: byName('urn:ogc:def:crs:OGC:1.3:CRS84') }))).crs?.code).toBe(
      'OGC:CRS84',
    )
  })

  test('that nobody knows is asked about, with its text', async () => {
    const problem = await refusalOf(metres(byName('urn:x-local:site-grid')))
    expect(problem).toMatchObject({ code: 'crs-unknown', values: { file: 'a.geojson (“urn:x-local:site-grid”)' } })
    expect((problem.more!['candidates'] as { code: string }[]).map(({ code }) => code)).toContain('EPSG:22770')
  })

  test('that is missing over metres is caught, and the answer settles it', async () => {
    expect((await refusalOf(metres(undefined))).code).toBe('crs-metres-as-degrees')
    expect((await layerOf(metres(undefined), { crs: 'EPSG:22770' })).crs?.code).toBe('EPSG:22770')
  })
})
