import { readFile } from 'node:fs/promises'
import proj4 from 'proj4'
import { forward } from 'mgrs'
import { describe, expect, test } from 'vitest'
import { featureAreasM2 } from '../../../core/geometry-check/feature-areas.ts'
import { named } from './made-files.ts'
import { codesOf, layerOf, layersOf, refusalOf } from './reading.ts'

const issue = async (name: string) => [
  named(name, await readFile(new URL(`../../fixtures/issues/${name}`, import.meta.url))),
]
const read = async (name: string) => layerOf(await issue(name))
const positionsOf = ({ features }: Awaited<ReturnType<typeof read>>) => [...features.shapes.coordinates]
const csv = (text: string) => [named('a.csv', text)]
const squareText = '((36.28 33.47,36.29 33.47,36.29 33.48,36.28 33.48,36.28 33.47))'
const corners = [36.28, 33.47, 36.29, 33.47, 36.29, 33.48, 36.28, 33.48]

describe('a column of geometry', () => {
  test.each([
    `POLYGON ${squareText}`,
    `polygon${squareText}`,
    `SRID=4326;POLYGON${squareText}`,
    `MULTIPOLYGON(${squareText})`,
    `POLYGON Z ${squareText.replace(/(\.\d+)(?=[,)])/g, '$1 5')}`,
    `POLYGON ZM ${squareText.replace(/(\.\d+)(?=[,)])/g, '$1 5 7')}`,
    `GEOMETRYCOLLECTION(POLYGON${squareText})`,
    `TRIANGLE${squareText}`,
  ])('%s', async (text) => {
    const layer = await layerOf(csv(`id,shape,status\n1,"${text}",ISIS\n`))
    expect(positionsOf(layer)).toEqual(corners)
    expect(layer.crs?.code).toBe('EPSG:4326')
    expect(layer.features.attributes).toEqual([{ id: 1, status: 'ISIS' }])
    expect(codesOf(layer)).toContain('table-geometry')
  })

  test('in bytes, of ISO or of PostGIS, in either order', async () => {
    expect(positionsOf(await read('table-wkb.csv'))).toEqual([...corners, ...corners])
    const layer = await read('table-ewkb.csv')
    expect(positionsOf(layer)).toHaveLength(4 * corners.length)
    expect(layer.notes.find(({ code }) => code === 'rows-without-position')?.values).toMatchObject({ places: '3' })
    expect(layer.notes.find(({ code }) => code === 'rows-of-other-system')?.values).toMatchObject({ places: '6' })
  })

  test('in degrees of which some cells name WGS 84 is of one system; cells of another are told', async () => {
    const layer = await read('table-wkt-some-named.csv')
    expect(positionsOf(layer)).toEqual([...corners, ...corners])
    expect(layer.crs?.code).toBe('EPSG:4326')
    expect(layer.notes.find(({ code }) => code === 'rows-of-other-system')?.values).toMatchObject({ places: '3' })
  })

  test('as GeoJSON', async () => {
    expect(positionsOf(await read('table-geojson.csv'))).toEqual([36.28, 33.47, 36.29, 33.48])
  })

  test('of several kinds is a layer for each', async () => {
    const layers = await layersOf(await issue('table-wkt-kinds.csv'))
    expect(layers.map(({ features }) => features.shapes.kind)).toEqual(['polygon', 'line', 'point'])
    expect(layers[0]!.features.attributes.map(({ id }) => id)).toEqual([1, 6])
  })

  test('in metres without a system waits for one, with one is placed', async () => {
    const text = 'POLYGON((247000 3706000,248000 3706000,248000 3707000,247000 3706000))'
    expect((await layerOf(csv(`id,g\n1,"${text}"\n`))).crs).toBeNull()
    expect((await layerOf(csv(`id,g\n1,"SRID=32637;${text}"\n`))).crs?.code).toBe('EPSG:32637')
  })

  test('that is none does not hide the columns of positions', async () => {
    expect(positionsOf(await read('table-checksum.csv'))).toEqual([36.28, 33.47])
  })

  test.each(['POLYGON((36 33,37 33', 'CURVEPOLYGON(CIRCULARSTRING(36 33,37 34))', 'POLYGON((a b))', 'POLYGON((36))'])(
    '%s is a row without geometry',
    async (text) => {
      const layer = await layerOf(
        csv(`id,g\n1,POINT(36 33)\n2,POINT(36 33)\n3,POINT(36 33)\n4,POINT(36 33)\n5,"${text}"\n`),
      )
      expect(layer.features.attributes).toHaveLength(5)
      expect(layer.notes.find(({ code }) => code === 'rows-without-position')?.values).toMatchObject({ places: '5' })
    },
  )
})

test('bars part a table whose geometry has commas, and cells that say nothing are empty', async () => {
  const layer = await layerOf(csv('id|wkt\n1|POLYGON((36 33,37 33,37 34,36 33))\n2|n/a\n3|n/a\n'))
  expect(layer.features.attributes.map(({ id }) => id)).toEqual([1, 2, 3])
  expect(codesOf(layer)).not.toContain('rows-without-position')
})

describe('one column that says both', () => {
  test.each([
    ['coordinates', '33.4712, 36.2812', 'table-latitude-first'],
    ['gps', '(33.4712; 36.2812)', 'table-latitude-first'],
    ['lat/lon', '33.4712 36.2812', 'table-latitude-first'],
    ['lon_lat', '36.2812,33.4712', 'table-longitude-first'],
    ['place', '36.2812 / 33.4712', 'table-longitude-first'],
    ['place', '33.4712°N, 36.2812°E', 'table-latitude-first'],
    ['الموقع', '٣٣٫٤٧١٢° شمالاً، ٣٦٫٢٨١٢° شرقاً', 'table-latitude-first'],
  ])('%s of %s', async (field, cell, code) => {
    const layer = await layerOf(csv(`name,${field}\na,"${cell}"\n`))
    expect(positionsOf(layer)).toEqual([36.2812, 33.4712])
    expect(codesOf(layer)).toContain(code)
  })
  test('in Arabic digits, and in degrees, minutes and seconds', async () => {
    expect(positionsOf(await read('table-pair-arabic.csv'))).toEqual([36.2812, 33.4712])
    expect(positionsOf(await read('table-pair-sexagesimal.csv'))).toEqual([
      36 + 16 / 60 + 52 / 3600,
      33 + 28 / 60 + 16 / 3600,
      36 + 17 / 60,
      33 + 28 / 60 + 20 / 3600,
    ])
  })
  test('references of the military grid are the middles of their squares', async () => {
    const [x, y] = positionsOf(await read('table-mgrs.csv')) as [number, number]
    const [east, north] = proj4<[number, number]>('+proj=utm +zone=37 +datum=WGS84', [x, y])
    expect(east % 100_000).toBeCloseTo(46_543.5, 0)
    expect(north % 100_000).toBeCloseTo(7_066.5, 0)
    const there = forward([36.2812, 33.4721])
    const layer = await layerOf(csv(`name,ref\na,${there}\n`))
    expect(positionsOf(layer)[0]).toBeCloseTo(36.2812, 4)
    expect(positionsOf(layer)[1]).toBeCloseTo(33.4721, 4)
  })
  test('is none where cells only look so', async () => {
    expect(await refusalOf(csv('name,range\na,"12, 14"\n'))).toMatchObject({ code: 'table-without-position' })
    expect(await refusalOf(csv('name,ref\na,37S\n'))).toMatchObject({ code: 'table-without-position' })
  })
})

test.each(['table-curves.csv', 'table-curves-wkb.csv'])('arcs in cells are short straight lines: %s', async (name) => {
  const layer = await layerOf(await issue(name), { crs: 'EPSG:32637' })
  const { areasM2 } = featureAreasM2(layer.features.shapes, layer.features.attributes.length)
  const squareM2 = areasM2[2]!
  for (const [row, squares] of [Math.PI / 4, 1 / 2 + Math.PI / 8, 1, 1 + Math.PI / 4].entries())
    expect(areasM2[row]! / squareM2).toBeCloseTo(squares, 3)
  expect(codesOf(layer)).toContain('curves-straightened')
  expect(codesOf(layer)).not.toContain('rows-without-position')
})

test('a cell in which two numbers run together is no geometry, whatever could be made of it', async () => {
  const layer = await read('table-numbers-run-together.csv')
  const { areasM2 } = featureAreasM2(layer.features.shapes, layer.features.attributes.length)
  expect(areasM2[0]).toBe(0)
  expect(areasM2[1]).toBeCloseTo(989_690, -2)
  expect(layer.notes.find(({ code }) => code === 'rows-without-position')?.values).toMatchObject({ count: 1 })
})

test('metres whose thousands stand apart by points or blanks are positions', async () => {
  const layer = await layerOf(await issue('table-grouped-by-points.csv'), { crs: 'EPSG:32637' })
  const [lon, lat] = positionsOf(layer) as [number, number]
  const [east, north] = proj4<[number, number]>('+proj=utm +zone=37 +datum=WGS84', [lon, lat])
  expect([east, north]).toEqual([expect.closeTo(247_023.5, 2), expect.closeTo(3_707_074.1, 2)])
  for (const rows of ['247 023,5;3 707 074,1', '247\u00A0023,5;3\u202F707\u202F074,1', "247'023.5;3'707'074.1"])
    expect(positionsOf(await layerOf(csv(`x;y\n${rows}\n`), { crs: 'EPSG:32637' }))).toEqual([lon, lat])
})

test('UTF-16 without its mark is read, and said', async () => {
  const layer = await read('table-utf16-unmarked.csv')
  expect(positionsOf(layer)).toEqual([36.28, 33.47, 36.29, 33.48])
  expect(layer.fields.map(({ name }) => name)).toEqual(['الاسم', 'خط العرض', 'خط الطول'])
  expect(layer.encoding).toBe('utf-16le')
  expect(layer.notes.find(({ code }) => code === 'encoding-detected')?.values).toMatchObject({ encoding: 'utf-16le' })
})

test('signs of direction and the minus of typesetters are no Arabic digits', async () => {
  const layer = await layerOf(csv('name;lat;lon\na;\u221233,47;\u200E36,28\nb;33,48;36,29\n'))
  expect(positionsOf(layer)).toEqual([36.28, -33.47, 36.29, 33.48])
  expect(codesOf(layer)).not.toContain('numbers-arabic-digits')
})

test('a pair of degrees is found under the Arabic word for place', async () => {
  expect(positionsOf(await layerOf(csv('name;الموقع\na;33.47, 36.28\n')))).toEqual([36.28, 33.47])
})

describe('what stands above a table', () => {
  test('a first line that names the separator', async () => {
    const layer = await read('table-sep.csv')
    expect(positionsOf(layer)).toEqual([36.28, 33.47])
    expect(layer.fields.map(({ name }) => name)).toEqual(['name', 'lat', 'lon'])
  })
  test('a title, and merged cells over the names', async () => {
    const titled = await read('table-preamble.csv')
    expect(titled.features.attributes.map(({ count }) => count)).toEqual([1234, 12345678])
    expect(titled.notes.find(({ code }) => code === 'table-preamble')?.values).toMatchObject({ count: 2 })
    const merged = await read('table-merged-head.csv')
    expect(merged.fields.map(({ name }) => name)).toEqual(['Place', 'Lat', 'Long', 'Status'])
  })
  test('a .txt is the table, or whatever else it is', async () => {
    expect(positionsOf(await read('table-tabs.txt'))).toEqual([36.28, 33.47])
    const point = await layerOf([named('a.txt', '{"type":"Point","coordinates":[36.28,33.47]}')])
    expect(positionsOf(point)).toEqual([36.28, 33.47])
  })
})

describe('numbers as people write them', () => {
  test('with their thousands apart, where that is sure', async () => {
    const layer = await read('table-thousands.csv')
    expect(layer.features.attributes).toMatchObject([
      { people: '1,234', cost: 1234.5 },
      { people: '950', cost: 2000 },
    ])
    expect(codesOf(layer)).toEqual(expect.arrayContaining(['numbers-grouped', 'numbers-ambiguous']))
    expect((await read('table-thousands-points.csv')).features.attributes).toMatchObject([
      { lat: 33.4712, people: 1234567, cost: 1234.5 },
      { lat: 33.4712, people: 950, cost: 7.5 },
    ])
    expect(positionsOf(await layerOf(await issue('table-grouped-metres.csv'), { crs: 'EPSG:32637' }))[0]).toBeCloseTo(
      36.28,
      1,
    )
  })
  test('in Arabic digits, under Arabic names', async () => {
    const layer = await read('table-arabic-digits.csv')
    expect(positionsOf(layer)).toEqual([36.28, 33.47, 36.29, 33.48])
    expect(layer.features.attributes.map((row) => row['عدد'])).toEqual([1234, 2000000])
  })
  test('codes with leading zeros and long digits stay as they are', async () => {
    const layer = await layerOf(csv('id,code,lat,lon\n9007199254740993,007,33.47,36.28\n'))
    expect(layer.features.attributes[0]).toMatchObject({ id: '9007199254740993', code: '007' })
  })
  test('of eastings in several zones of UTM, which no one system holds, are told with the zones', async () => {
    const table = (zones: readonly string[], header = 'zone'): string =>
      `easting,northing,${header}\n${zones.map((zone) => `247023.5,3707074.1,${zone}\n`).join('')}`
    const told = async (text: string) =>
      (await layerOf(csv(text), { crs: 'EPSG:32637' })).notes.find(({ code }) => code === 'table-zones-differ')?.values
    expect(await told(table(['37N', '36N', '37N']))).toEqual({ file: 'a.csv', column: 'zone', zones: '36, 37' })
    expect(await told(table(['37', '36'], 'UTM_Zone'))).toMatchObject({ zones: '36, 37' })
    expect(await told(table(['37S', '37']))).toBeUndefined()
    expect(await told(table(['residential', 'industry']))).toBeUndefined()
    expect(await told(table(['36', '37'], 'floors'))).toBeUndefined()
  })
})
