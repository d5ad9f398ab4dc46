import { expect, test } from 'vitest'
import { named } from './made-files.ts'
import { codesOf, layerOf, refusalOf } from './reading.ts'

const point = (lon: number, name: string) => ({
  type: 'Feature',
  properties: { name },
  geometry: { type: 'Point', coordinates: [lon, 33.5] },
})
const records = [point(36.1, 'القدم'), point(36.2, 'b'), point(36.3, 'c')]
const lines = records.map((each) => JSON.stringify(each))

test.each([
  ['a.geojsonl', `${lines.join('\n')}\n`],
  ['a.ndjson', lines.join('\r\n')],
  ['a.ndjson', `\n${lines.join('\n\n')}`],
  ['a.geojsons', lines.map((line) => `\x1e${line}\n`).join('')],
  ['a.geojsonseq', records.map((each) => `\x1e${JSON.stringify(each, null, 2)}\n`).join('')],
  ['a.json', `${lines[0]}\n${JSON.stringify({ type: 'FeatureCollection', features: records.slice(1) })}`],
  ['a', lines.map((line) => `\x1e${line}\n`).join('')],
])('%s with a feature to a line or record is read', async (name, text) => {
  const layer = await layerOf([named(name, text)])
  expect([...layer.features.shapes.coordinates]).toEqual([36.1, 33.5, 36.2, 33.5, 36.3, 33.5])
  expect(layer.features.attributes[0]).toEqual({ name: 'القدم' })
  expect(codesOf(layer)).toContain('json-lines')
})

test('bare geometries to a line are features', async () => {
  const text = records.map(({ geometry }) => JSON.stringify(geometry)).join('\n')
  expect((await layerOf([named('a.ndjson', text)])).features.attributes).toHaveLength(3)
})

test.each([
  ['a line that is broken', [lines[0], lines[1]?.slice(0, 30), lines[2]].join('\n'), { line: 2 }],
  ['a last line that breaks off', [lines[0], lines[1], lines[2]?.slice(0, 30)].join('\n'), { line: 3 }],
  ['a record that is broken', `\x1e${lines[0]}\n\x1e{"type"\n\x1e${lines[2]}\n`, { line: 2 }],
])('%s is named', async (_, text, values) => {
  expect(await refusalOf([named('a.ndjson', text)])).toMatchObject({ code: 'json-line-invalid', values })
})

test('NaN in a line is named with its feature', async () => {
  const text = [lines[0], lines[1]?.replace('36.2', 'NaN')].join('\n')
  expect(await refusalOf([named('a.ndjson', text)])).toMatchObject({ code: 'position-invalid', values: { feature: 2 } })
})
