import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { translate } from '../../../../core/i18n/translate.ts'
import { madeDrawing, squareLine } from '../made-drawing.ts'
import { dbf, named, pointShp, shapefile, wgs84Prj } from '../made-files.ts'
import { codesOf, layerOf } from '../reading.ts'

const issue = async (name: string) => [
  named(name, await readFile(new URL(`../../../fixtures/issues/${name}`, import.meta.url))),
]
const read = async (name: string, encoding?: string) => layerOf(await issue(name), encoding ? { encoding } : {})
const valuesOf = (layer: Awaited<ReturnType<typeof read>>, field: string) =>
  layer.features.attributes.map((row) => row[field])
const noteOf = (layer: Awaited<ReturnType<typeof read>>, wanted: string) =>
  layer.notes.find(({ code }) => code === wanted)

const places = ['القدم', 'العسالي', 'حي التضامن', 'داريا', 'نهر عيشة']

test('a value cut inside a letter at the width of its field loses that letter, the others nothing', async () => {
  const layer = await read('text-cut-at-width.zip')
  expect(layer.encoding).toBe('utf-8')
  expect(valuesOf(layer, 'C')).toEqual([...places, 'مناطق سيطرة المعا'])
  expect(noteOf(layer, 'text-cut')?.values).toMatchObject({ count: 1, places: '6, C: “مناطق سيطرة المعا” (D8)' })
})

test('one byte that is none keeps UTF-8 where nothing is declared, and is shown', async () => {
  const layer = await read('text-one-bad-byte.zip')
  expect(layer.encoding).toBe('utf-8')
  expect(valuesOf(layer, 'C')).toEqual([...places, 'قو\uFFFDات'])
  expect(noteOf(layer, 'text-damaged')?.values).toMatchObject({ count: 1, places: '6, C: “قو\uFFFDات” (FF)' })
  expect(codesOf(layer)).not.toContain('text-cut')
})

test('a field whose name is cut inside a letter loses that letter', async () => {
  const layer = await read('field-name-cut.zip')
  expect(layer.fields.map(({ name }) => name)).toEqual(['السي'])
  expect(valuesOf(layer, 'السي')).toEqual(places)
})

test.each([
  ['text-one-bad-byte.geojson', 'n', ['ok', 'caf\uFFFD'], '2, n: “caf\uFFFD” (E9)'],
  ['text-one-bad-byte.csv', 'name', ['القدم', 'العسالي', 'ا\uFFFD'], '4, name: “ا\uFFFD” (FF)'],
  ['text-one-bad-byte.kml', 'name', ['العسالي \uFFFD'], expect.stringMatching(/^1: .*\(FF\)$/)],
])('%s stays UTF-8 with its damage shown', async (file, field, values, where) => {
  for (const encoding of [undefined, 'utf-8']) {
    const layer = await read(file, encoding)
    expect(layer.encoding).toBe('utf-8')
    expect(valuesOf(layer, field)).toEqual(values)
    expect(noteOf(layer, 'text-damaged')?.values).toMatchObject({ count: 1, encoding: 'utf-8', places: where })
  }
})

test.each(['text-one-bad-byte.geojson', 'text-one-bad-byte.csv', 'text-one-bad-byte.kml', 'text-one-bad-byte.zip'])(
  '%s is read in the encoding that is asked for',
  async (file) => {
    const layer = await read(file, 'windows-1252')
    expect(layer.encoding).toBe('windows-1252')
    expect(codesOf(layer)).toContain('encoding-overridden')
    expect(JSON.stringify(layer.features.attributes)).not.toMatch(/[\u0600-\u06FF]/)
  },
)

test.each([
  ['names-cp1256.zip', 'windows-1256'],
  ['names-cp720.zip', 'cp720'],
  ['names-utf8-unflagged.zip', 'utf-8'],
])('the names in %s are read, and the guess is said', async (file, encoding) => {
  const layer = await read(file)
  expect(layer.name).toBe('مخطط الحي')
  const reported = noteOf(layer, 'names-decoded')
  expect(reported?.values).toMatchObject({ encoding, names: expect.stringContaining('مخطط الحي.shp') })
  expect(translate('ar', 'note.names-decoded', reported?.values)).toContain(encoding)
})

test('names that macOS takes apart are put together', async () => {
  const layer = await read('names-decomposed.zip')
  expect(layer.name).toBe('الأحياء é'.normalize('NFC'))
  expect(codesOf(layer)).not.toContain('names-decoded')
})

test('a drawing that writes its letters as codes is read as the letters', async () => {
  const name = '\\U+062F\\U+0627\\U+0639\\U+0634'
  const layer = await layerOf([named('a.dxf', madeDrawing(squareLine(name, 30, 1), {}))], { crs: 'EPSG:32637' })
  expect(layer.features.attributes[0]!['Layer']).toBe('داعش')
  expect(noteOf(layer, 'dxf-escapes')?.values).toMatchObject({ count: expect.any(Number) })
})

test('a letter of two bytes cut at the end does not speak against the encoding that is declared', async () => {
  const table = dbf([{ name: 'C', type: 'C', length: 5 }], [[Buffer.from('b4f3c2edcabf', 'hex')]])
  const files = shapefile('a', { shp: pointShp([[36, 33]]), dbf: table, prj: wgs84Prj, cpg: 'GBK' })
  const layer = await layerOf(files)
  expect([layer.encoding, valuesOf(layer, 'C')]).toEqual(['gbk', ['大马']])
  expect(codesOf(layer)).toContain('text-cut')
})

test('a name of a field with a bad byte is told of', async () => {
  const text = '{"type":"Feature","properties":{"داعX":"القدم"},"geometry":{"type":"Point","coordinates":[36,33]}}'
  const [before, after] = text.split('X').map((part) => Buffer.from(part)) as [Buffer, Buffer]
  const layer = await layerOf([named('a.geojson', Buffer.concat([before, Buffer.of(0xd8), after]))])
  expect(layer.fields.map(({ name }) => name)).toEqual(['داع\uFFFD'])
  expect(noteOf(layer, 'text-damaged')?.values).toMatchObject({ count: 1 })
})
