import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { named } from './made-files.ts'
import { layerOf, refusalOf } from './reading.ts'

const read = async (name: string) =>
  layerOf([named(name, await readFile(new URL(`../../fixtures/issues/${name}`, import.meta.url)))])

test('whole numbers that a double cannot hold keep their digits, read quickly or not', async () => {
  const { features, fields } = await read('long-numbers.geojson')
  const digits = ['9007199254740993', '9007199254740992', '-9007199254740995']
  expect(features.attributes.map(({ c }) => c)).toEqual(digits)
  expect(fields.map(({ type }) => type)).toEqual(['text'])
  const point = (id: string) =>
    `{"type":"Feature","id":${id},"properties":{"a":"1234567890123456789","b":[1234567890123456789],"c":0.1234567890123456},"geometry":{"type":"Point","coordinates":[36.28000000000000123,33]}}`
  for (const more of ['', '"a\\u0062":1,']) {
    const text = `{${more}"type":"FeatureCollection","features":[${point('12345678901234567891')}]}`
    const layer = await layerOf([named('a.geojson', text)])
    expect(layer.features.attributes[0]).toMatchObject({
      id: '12345678901234567891',
      a: '1234567890123456789',
      c: 0.1234567890123456,
    })
    expect(layer.features.shapes.coordinates[0]).toBe(36.28)
  }
})

test('a bare NaN or infinity among values is none, with a note; among positions it is refused', async () => {
  const layer = await read('nan-values.geojson')
  expect(layer.features.attributes).toEqual([
    { c: 'A', v: null, w: null },
    { c: 'NaN', v: 1.5, w: 2 },
  ])
  const reported = layer.notes.filter(({ code }) => code === 'numbers-not-finite').map(({ values }) => values['field'])
  expect(reported).toEqual(['v', 'w'])
  const position = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[NaN,33]}}'
  expect(await refusalOf([named('a.geojson', position)])).toMatchObject({ code: 'position-invalid' })
})

test('a number beyond any double is no value, and a half of a pair written in JSON is no damage', async () => {
  const text =
    '{"type":"Feature","properties":{"a":1e400,"b\\u0041":"\\udcff"},"geometry":{"type":"Point","coordinates":[36,33]}}'
  const layer = await layerOf([named('a.geojson', text)])
  expect(layer.features.attributes).toEqual([{ a: null, bA: '\udcff' }])
  expect(layer.notes.map(({ code }) => code)).toEqual(['numbers-not-finite'])
})

test('fields of any name are described', async () => {
  const { fields } = await read('prototype-fields.geojson')
  expect(fields.map(({ name, type }) => [name, type])).toEqual([
    ['__proto__', 'text'],
    ['constructor', 'text'],
    ['toString', 'text'],
    ['hasOwnProperty', 'text'],
  ])
})

test('money and moments of a table are read, and what stands in a memo file is named', async () => {
  const layer = await read('currency-and-moments.zip')
  expect(layer.features.attributes).toEqual([
    { Y: 1.2345, AT: '2018-04-21T12:00:00', T: '2018-04-21', M: null },
    { Y: '-900719925474.0993', AT: null, T: null, M: null },
  ])
  expect(layer.notes.find(({ code }) => code === 'memos-not-read')?.values).toMatchObject({ count: 1, fields: 'M' })
})
