import { describe, expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../../core/geometry/polygon-areas.ts'
import { dbf, lineShp, named, pointShp, polygonShp, shapefile, square, textTable, wgs84Prj } from '../made-files.ts'
import { codesOf, layerOf, layersOf, refusalOf } from '../reading.ts'

const ring = square(36.28, 33.47, 0.01)
const oneSquare = { shp: polygonShp([[ring]]), dbf: textTable(['a']), prj: wgs84Prj }
const areaM2 = async (rings: readonly (typeof ring)[]) => {
  const { features } = await layerOf(shapefile('a', { ...oneSquare, shp: polygonShp([rings]) }))
  return polygonAreasM2(features.shapes).reduce((sum, area) => sum + area, 0)
}

describe('the rings of one record', () => {
  const hole = square(36.283, 33.473, 0.002)
  const turned = [...hole].reverse()

  test('are one even-odd polygon whatever their winding', async () => {
    const whole = await areaM2([ring])
    const holed = await areaM2([ring, turned])
    expect(holed).toBeCloseTo(whole - (await areaM2([hole])), 3)
    expect(await areaM2([ring, hole])).toBe(holed)
    expect(await areaM2([[...ring].reverse(), turned])).toBeCloseTo(holed, 3)
  })

  test('are all there: a hole outside every outer ring is not dropped', async () => {
    const island = [...square(36.4, 33.4, 0.01)].reverse()
    const { features, evenOdd } = await layerOf(shapefile('a', { ...oneSquare, shp: polygonShp([[ring, island]]) }))
    expect(features.shapes.partPolygon).toEqual(Uint32Array.of(0, 0))
    expect(evenOdd).toBe('feature')
    expect(await areaM2([ring, island])).toBeCloseTo((await areaM2([ring])) + (await areaM2([island])), 3)
  })

  test('keep their first vertex once, and short or open ones are named', async () => {
    const spike = [
      [36.5, 33.5],
      [36.6, 33.6],
      [36.5, 33.5],
    ] as const
    const layer = await layerOf(
      shapefile('a', {
        ...oneSquare,
        shp: polygonShp([[ring], [ring.slice(0, 4), spike]]),
        dbf: textTable(['a', 'b']),
      }),
    )
    expect([...layer.features.shapes.partStart]).toEqual([0, 4, 8, 10])
    expect(layer.notes.find(({ code }) => code === 'rings-open')).toMatchObject({
      feature: 2,
      values: { places: '2 (1)' },
    })
    expect(layer.notes.find(({ code }) => code === 'rings-short')).toMatchObject({
      feature: 2,
      values: { places: '2 (2)' },
    })
  })
})

describe('the parts of a shapefile', () => {
  test('find one another in any case', async () => {
    const files = [named('Plan.SHP', oneSquare.shp), named('plan.Dbf', oneSquare.dbf), named('PLAN.prj', wgs84Prj)]
    const layer = await layerOf(files)
    expect(layer).toMatchObject({ name: 'Plan', crs: { code: 'EPSG:4326' } })
    expect(layer.features.attributes).toEqual([{ NAME: 'a' }])
  })

  test('may be missing but for the .shp', async () => {
    const layer = await layerOf([named('a.shp', oneSquare.shp)])
    expect(layer.crs).toBeNull()
    expect(layer.candidates[0]?.code).toBe('EPSG:4326')
    expect(codesOf(layer)).toContain('shp-without-table')
  })

  test('without a .shp are no layer', async () => {
    expect((await refusalOf([named('a.dbf', oneSquare.dbf), named('a.prj', wgs84Prj)])).code).toBe(
      'files-without-layer',
    )
  })

  test('of two shapefiles make two layers; one of them can be asked for', async () => {
    const files = [...shapefile('a', oneSquare), ...shapefile('b', oneSquare)]
    expect((await layersOf(files)).map(({ name }) => name)).toEqual(['a', 'b'])
    expect((await layerOf(files, { sublayer: 'b' })).name).toBe('b')
    expect(await refusalOf(files, { sublayer: 'c' })).toMatchObject({
      code: 'sublayer-unknown',
      values: { layers: 'a, b' },
    })
  })

  test('of one name are refused, as is an empty file', async () => {
    expect((await refusalOf([...shapefile('a', oneSquare), named('A.SHP', oneSquare.shp)])).code).toBe('file-twice')
    expect((await refusalOf([named('a.shp', '')])).code).toBe('file-empty')
  })
})

describe('the table', () => {
  const fields = [
    { name: 'N', type: 'N', length: 20 },
    { name: 'F', type: 'N', length: 8 },
    { name: 'L', type: 'L', length: 1 },
    { name: 'D', type: 'D', length: 8 },
    { name: 'C', type: 'C', length: 6 },
  ]
  const points = (count: number) => pointShp(Array.from({ length: count }, (_, i) => [36 + i / 100, 33]))

  test('gives numbers, logicals, days and texts; blank cells are null', async () => {
    const rows = [
      ['                  42', '    1.25', 'T', '20180421', ' ab   '],
      [' 9007199254740993123', '********', 'n', '00000000', '      '],
      ['                    ', '        ', '?', '        ', 'x'],
    ]
    const layer = await layerOf(shapefile('a', { shp: points(3), dbf: dbf(fields, rows), prj: wgs84Prj }))
    expect(layer.features.attributes.map((row) => Object.values(row))).toEqual([
      [42, 1.25, true, '2018-04-21', 'ab'],
      ['9007199254740993123', null, false, null, null],
      [null, null, null, null, 'x'],
    ])
    expect(layer.fields.map(({ type }) => type)).toEqual(['number', 'number', 'boolean', 'date', 'text'])
  })

  test('names the cells that hold no value of their type', async () => {
    const layer = await layerOf(
      shapefile('a', { shp: points(1), dbf: dbf(fields, [['x', '1', 'T', '2018', 'c']]), prj: wgs84Prj }),
    )
    expect(layer.notes.filter(({ code }) => code === 'cells-unreadable').map(({ values }) => values['field'])).toEqual([
      'N',
      'D',
    ])
  })

  test('keeps fields of one name, and a field called __proto__, apart', async () => {
    const same = ['A', 'A', '__proto__', ''].map((name) => ({ name, type: 'C', length: 2 }))
    const layer = await layerOf(
      shapefile('a', { shp: points(1), dbf: dbf(same, [['1', '2', '3', '4']]), prj: wgs84Prj }),
    )
    expect(layer.fields.map(({ name, samples }) => [name, samples[0]])).toEqual([
      ['A', '1'],
      ['A_2', '2'],
      ['__proto__', '3'],
      ['field_4', '4'],
    ])
    expect(({} as Record<string, unknown>)['3']).toBeUndefined()
  })

  test('leaves out what an editor has deleted', async () => {
    const table = dbf([{ name: 'C', type: 'C', length: 1 }], [['a'], ['b'], ['c']], { deleted: [1] })
    const layer = await layerOf(shapefile('a', { shp: points(3), dbf: table, prj: wgs84Prj }))
    expect(layer.features.attributes.map((row) => row['C'])).toEqual(['a', 'c'])
    expect([...layer.features.shapes.polygonFeature]).toEqual([0, 1])
    expect(layer.notes.find(({ code }) => code === 'rows-deleted')?.values['count']).toBe(1)
  })

  test.each([
    [['a'], ['a', null, null]],
    [
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'c'],
    ],
  ])('with the rows %j for three shapes is joined in order, with a note', async (rows, names) => {
    const layer = await layerOf(shapefile('a', { shp: points(3), dbf: textTable(rows), prj: wgs84Prj }))
    expect(layer.features.attributes.map((row) => row['NAME'])).toEqual(names)
    expect(layer.notes.find(({ code }) => code === 'shp-rows-differ')?.values).toMatchObject({
      records: 3,
      rows: rows.length,
    })
  })

  test('that breaks off is refused with its row', async () => {
    expect(
      await refusalOf(shapefile('a', { shp: points(3), dbf: textTable(['a', 'b', 'c']).subarray(0, 150) })),
    ).toMatchObject({ code: 'dbf-truncated', values: { row: 2 } })
    expect((await refusalOf(shapefile('a', { shp: points(1), dbf: 'no table' }))).code).toBe('dbf-unreadable')
  })

  test('is described with ten samples and the counts of its values', async () => {
    const table = textTable(Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? '' : `v${i % 15}`)))
    const {
      fields: [field],
    } = await layerOf(shapefile('a', { shp: points(30), dbf: table, prj: wgs84Prj }))
    expect(field!.samples).toHaveLength(10)
    expect(field!.values?.[0]).toEqual({ value: null, count: 10 })
    expect(field!.values?.reduce((sum, { count }) => sum + count, 0)).toBe(30)
  })
})

describe('records', () => {
  test('of null shapes stay as features without geometry', async () => {
    const layer = await layerOf(
      shapefile('a', { shp: polygonShp([null, [ring], null]), dbf: textTable(['a', 'b', 'c']), prj: wgs84Prj }),
    )
    expect(layer.features.attributes).toHaveLength(3)
    expect([...layer.features.shapes.polygonFeature]).toEqual([1])
    expect(layer.notes.find(({ code }) => code === 'null-shapes')?.values).toMatchObject({ count: 2, places: '1, 3' })
  })

  test('that break off are refused with their number', async () => {
    const shp = polygonShp([[ring], [ring], [ring]])
    expect(await refusalOf(shapefile('a', { ...oneSquare, shp: shp.subarray(0, 500) }))).toMatchObject({
      code: 'shp-truncated',
      values: { record: 3 },
    })
    expect((await refusalOf(shapefile('a', { shp: shp.subarray(0, 60) }))).code).toBe('shp-unreadable')
  })

  test('whose counts do not fit their length are refused', async () => {
    const shp = Uint8Array.from(polygonShp([[ring]]))
    new DataView(shp.buffer).setInt32(100 + 8 + 40, 4_000_000, true)
    expect((await refusalOf(shapefile('a', { ...oneSquare, shp }))).code).toBe('shp-record-broken')
  })

  test('after the last of the index are no damage', async () => {
    const whole = polygonShp([[ring]])
    const shp = Uint8Array.from(Buffer.concat([whole, Buffer.alloc(120, 0xfd)]))
    new DataView(shp.buffer).setInt32(24, shp.length / 2)
    const layer = await layerOf(shapefile('a', { ...oneSquare, shp }))
    expect(layer.notes.find(({ code }) => code === 'shp-trailing-bytes')?.values['count']).toBe(120)
  })

  test('with positions that are no numbers are left out; where nothing remains the file is refused', async () => {
    const bad = [
      [Number.NaN, 33],
      [36, Number.POSITIVE_INFINITY],
      [36.1, 33.1],
      [36, 33],
    ] as const
    const layer = await layerOf(
      shapefile('a', { shp: polygonShp([[bad], [ring]]), dbf: textTable(['a', 'b']), prj: wgs84Prj }),
    )
    expect([...layer.features.shapes.polygonFeature]).toEqual([1])
    expect(layer.notes.find(({ code }) => code === 'positions-left-out')).toMatchObject({
      feature: 1,
      values: { count: 1 },
    })
    expect((await refusalOf(shapefile('a', { ...oneSquare, shp: polygonShp([[bad]]) }))).code).toBe(
      'position-out-of-range',
    )
  })

  test('of lines and of no features are read too', async () => {
    const lines = await layerOf(
      shapefile('a', { shp: lineShp([[ring.slice(0, 2), ring.slice(2, 4)]]), dbf: textTable(['a']), prj: wgs84Prj }),
    )
    expect(lines.features.shapes).toMatchObject({ kind: 'line', polygonFeature: Uint32Array.of(0, 0) })
    const none = await layerOf(shapefile('a', { shp: polygonShp([]), dbf: textTable([]), prj: wgs84Prj }))
    expect(codesOf(none)).toEqual(['layer-empty'])
  })
})

describe('features are chosen by a value', () => {
  const files = shapefile('a', {
    shp: polygonShp([[ring], [square(36.3, 33.47, 0.01)]]),
    dbf: textTable(['قدم', 'b']),
    prj: wgs84Prj,
  })

  test('and only they remain', async () => {
    const layer = await layerOf(files, { where: { NAME: 'b' } })
    expect(layer.features.attributes).toEqual([{ NAME: 'b' }])
    expect(layer.features.shapes.coordinates[0]).toBe(36.3)
  })

  test('and a field or a value that is not there is a refusal', async () => {
    expect(await refusalOf(files, { where: { STATUS: 'b' } })).toMatchObject({
      code: 'field-absent',
      values: { fields: 'NAME' },
    })
    expect((await refusalOf(files, { where: { NAME: 'z' } })).code).toBe('where-nothing')
  })
})
