import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { featureAreasM2 } from '../../../../core/geometry-check/feature-areas.ts'
import { unzip } from '../../../../server/import/archive/zip.ts'
import type { ImportedLayer, NamedBytes } from '../../../../server/import/record/imported.ts'
import { named } from '../made-files.ts'
import { codesOf, layerOf, refusalOf } from '../reading.ts'

const fixture = (name: string) => named(name, readFileSync(`tests/fixtures/issues/${name}`))
const areasM2 = ({ features }: ImportedLayer) => [
  ...featureAreasM2(features.shapes, features.attributes.length).areasM2,
]
const classes = ({ features }: ImportedLayer) => features.attributes.map((row) => row['C'])
const squareM2 = 1_031_744

async function entriesOf(name: string): Promise<readonly NamedBytes[]> {
  const unzipped = await unzip(fixture(name), () => true)
  if (!unzipped.ok) throw new Error(unzipped.problem.code)
  return unzipped.value.files.map(({ name: path, bytes }) => ({ name: path.split('/').at(-1)!, bytes }))
}

test('heights that are no numbers erase no polygon', async () => {
  const layer = await layerOf([fixture('heights-nan.gpkg.zip')])
  expect(areasM2(layer).map((areaM2) => Math.round(areaM2 / 10))).toEqual([103_174, 103_174, 103_174])
  expect(codesOf(layer)).toContain('heights-no-numbers')
  expect(codesOf(layer)).not.toContain('null-shapes')
})

test('GDAL goes on saying what it stumbles over after a thousand files that were damaged', async () => {
  // Eleven hundred features, of each of which GDAL has something to say.
  const many = await layerOf([fixture('heights-nan-many.fgb.zip')])
  expect(codesOf(many)).toContain('heights-no-numbers')
  const layer = await layerOf([fixture('heights-nan.gpkg.zip')])
  expect(codesOf(layer)).toContain('heights-no-numbers')
  expect(areasM2(layer).every((areaM2) => areaM2 > 0)).toBe(true)
})

test('a GeoPackage is read with the log of a program that has it open, zipped or loose', async () => {
  const loose = await entriesOf('open-in-qgis.gpkg.zip')
  for (const files of [[fixture('open-in-qgis.gpkg.zip')], loose]) {
    const layer = await layerOf(files)
    // What was written after the last commit takes no part.
    expect(classes(layer)).toEqual(['ISIS', 'B'])
    expect(codesOf(layer)).toEqual(['database-log-read'])
  }
})

test('a log that was left behind, cut or of another database is told of', async () => {
  const parts = await entriesOf('open-in-qgis.gpkg.zip')
  const database = parts.find(({ name }) => name.endsWith('.gpkg'))!
  const log = parts.find(({ name }) => name.endsWith('-wal'))!
  const read = async (bytes: Uint8Array | null) => {
    const layer = await layerOf(bytes ? [database, { name: log.name, bytes }] : [database])
    return [classes(layer)[0], ...codesOf(layer)]
  }
  expect(await read(null)).toEqual(['A', 'database-log-missing'])
  expect(await read(new Uint8Array(0))).toEqual(['A'])
  expect(await read(log.bytes.subarray(0, 2_000))).toEqual(['A'])
  const foreign = log.bytes.slice()
  foreign[9] = 0x20
  expect(await read(foreign)).toEqual(['A', 'database-log-foreign'])
  expect(codesOf(await layerOf([fixture('wal-left-behind.gpkg.zip')]))).toEqual(['database-log-missing'])
})

test.each([
  ['tin.gpkg.zip', ['A'], [squareM2], ['surfaces-as-ground']],
  ['spatial-columns.sqlite.zip', ['A', 'B'], [squareM2, squareM2], []],
  ['mapinfo.tab.zip', ['داعش', 'B'], [squareM2, squareM2], []],
  ['mapinfo.mif.zip', ['داعش', 'B'], [squareM2, squareM2], []],
])('%s is read as GDAL reads it', async (name, values, expected, codes) => {
  const layer = await layerOf([fixture(name)])
  expect(classes(layer)).toEqual(values)
  expect(areasM2(layer)).toEqual(expected.map((areaM2) => expect.closeTo(areaM2, -1)))
  expect(codesOf(layer)).toEqual(codes)
})

test('degrees in a GeoPackage that is declared in metres of the earth are refused in words', async () => {
  const refusal = await refusalOf([fixture('degrees-under-mercator.gpkg.zip')])
  expect(refusal).toMatchObject({
    code: 'crs-degrees-as-metres',
    values: { crs: expect.stringContaining('3395') as string },
  })
})

test('a GeoPackage that leaves its system undefined waits for an answer', async () => {
  const layer = await layerOf([fixture('srs-undefined.gpkg.zip')])
  expect([layer.crs, ...codesOf(layer)]).toEqual([null, 'crs-not-stated'])
  expect(layer.candidates[0]?.code).toBe('EPSG:4326')
})

test('a database that is none is refused by its format', async () => {
  const refusal = await refusalOf([named('a.gpkg', 'SQLite format 3\0 and nothing more')])
  expect(refusal.code).toMatch(/^gdal-/)
})

test.each([
  ['contents-missing.gpkg.zip', 'contents-without-layer'],
  ['contents-in-capitals.gpkg.zip', 'gdal-silent'],
])('a GeoPackage whose contents do not fit its layers is refused for that: %s', async (name, code) => {
  expect((await refusalOf([fixture(name)])).code).toBe(code)
})

test('geometry as PostGIS keeps it is refused for what it is', async () => {
  expect((await refusalOf([fixture('blobs-of-postgis.gpkg.zip')])).code).toBe('blobs-of-postgis')
})
