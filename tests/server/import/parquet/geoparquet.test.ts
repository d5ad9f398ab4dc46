import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { featureAreasM2 } from '../../../../core/geometry-check/feature-areas.ts'
import { inspectFiles } from '../../../../server/import/inspection.ts'
import type { ImportedLayer } from '../../../../server/import/record/imported.ts'
import { named } from '../made-files.ts'
import { mutated } from '../mutated.ts'
import { codesOf, expectSentence, layerOf, refusalOf } from '../reading.ts'

const fixture = (name: string) => readFileSync(`tests/fixtures/import/${name}`)
const read = (name: string, options = {}) => layerOf([named(name, fixture(name))], options)
/** What pyarrow and shapely wrote the files of. */
const origin = await read('neighbourhoods.geojson')
const areasOf = ({ features }: ImportedLayer) => [
  ...featureAreasM2(features.shapes, features.attributes.length).areasM2,
]

describe('GeoParquet', () => {
  test('packed by ZSTD, in groups of rows, is read as what it was made of', async () => {
    const layer = await read('neighbourhoods.parquet')
    expect(layer.features.shapes).toEqual(origin.features.shapes)
    expect(layer.crs?.code).toBe('EPSG:4326')
    expect(layer.features.attributes).toEqual(
      origin.features.attributes.map((row, i) => ({
        ...row,
        big: String(9007199254740993n + BigInt(i)),
        day: '2018-04-21',
        list: '[1,2]',
      })),
    )
    expect(layer.fields.find(({ name }) => name === 'day')?.type).toBe('date')
    expect(codesOf(layer)).toEqual([])
  })
  test('in another system, packed by Snappy, is placed by its PROJJSON', async () => {
    const layer = await read('neighbourhoods-utm.parquet')
    expect(layer.crs?.code).toBe('EPSG:32637')
    for (const [i, areaM2] of areasOf(layer).entries()) expect(areaM2 / areasOf(origin)[i]!).toBeCloseTo(1, 4)
  })
  test('with Parquet’s own type of geometry is placed by the system that the type names', async () => {
    const layer = await read('neighbourhoods-own-type.parquet')
    expect(layer.crs?.code).toBe('EPSG:32637')
    expect(layer.fields.map(({ name }) => name)).toEqual(origin.fields.map(({ name }) => name))
    expect(areasOf(layer)).toEqual(areasOf(await read('neighbourhoods-utm.parquet')))
  })
  test('with coordinates in lists, packed by Brotli, says that edges were meant round a globe', async () => {
    const layer = await read('neighbourhoods-lists.parquet')
    expect(layer.features.shapes).toEqual(origin.features.shapes)
    expect(codesOf(layer)).toEqual(['edges-spherical'])
  })
  test('without a system waits for one', async () => {
    const layer = await read('neighbourhoods-gzip.parquet')
    expect(layer.crs).toBeNull()
    expect(codesOf(layer)).toContain('crs-not-stated')
    const placed = await read('neighbourhoods-gzip.parquet', { crs: 'EPSG:4326' })
    expect(placed.features.shapes).toEqual(origin.features.shapes)
  })
  test('is known by its content, and `--encoding` wins', async () => {
    const layer = await layerOf([named('no-ending', fixture('neighbourhoods.parquet'))], { encoding: 'windows-1256' })
    expect(layer.encoding).toBe('windows-1256')
    expect(codesOf(layer)).toContain('encoding-overridden')
    expect(layer.features.attributes[0]!['name_ar']).not.toBe(origin.features.attributes[0]!['name_ar'])
  })
  test('that is cut, or a table only, is refused for what it is', async () => {
    const bytes = fixture('neighbourhoods.parquet')
    expect((await refusalOf([named('a.parquet', bytes.subarray(0, 9_000))])).code).toBe('parquet-broken')
    const table = Buffer.from(bytes)
    table.write('goo', table.indexOf('{"version"') - 5)
    expect((await refusalOf([named('a.parquet', table)])).code).toMatch(/^parquet-/)
  })
  test('without rows is a layer without features', async () => {
    const bytes = readFileSync('tests/fixtures/issues/parquet-without-rows.parquet')
    expect(codesOf(await layerOf([named('a.parquet', bytes)]))).toEqual(['layer-empty'])
  })
  // Each of the first two would take hyparquet on its own for ever, or its process with it.
  test.each([
    ['parquet-endless-run.parquet', 'parquet-broken', {}],
    ['parquet-endless-block.parquet', 'parquet-broken', {}],
    ['parquet-repeated.parquet', 'parquet-too-large', { limitMb: 50 }],
    ['parquet-lz4.parquet', 'parquet-form-unread', { form: 'LZ4_RAW' }],
    ['parquet-delta-strings.parquet', 'parquet-form-unread', { form: 'DELTA_BYTE_ARRAY' }],
  ])('%s is refused as what it is', async (name, code, values) => {
    const refusal = await refusalOf([named(name, readFileSync(`tests/fixtures/issues/${name}`))])
    expect(refusal.code).toBe(code)
    expect(refusal.values).toMatchObject(values)
  })
  test('with any bytes changed is read or refused in words', async () => {
    for (const name of ['neighbourhoods.parquet', 'neighbourhoods-utm.parquet', 'neighbourhoods-lists.parquet'])
      await fc.assert(
        fc.asyncProperty(mutated(fixture(name)), async (changed) => {
          const seen = await inspectFiles([named(name, changed)])
          if (!seen.ok) expectSentence(seen.problem)
          else JSON.stringify(seen.value)
        }),
        { seed: 31, numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) },
      )
  })
})
