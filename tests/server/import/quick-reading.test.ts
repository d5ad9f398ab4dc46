import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanGeoJson } from '../../../server/import/geojson/geojson-scan.ts'
import { geometrySink } from '../../../server/import/record/geometry-sink.ts'
import { jsonScanner } from '../../../server/import/geojson/json-scanner.ts'
import { layersOf } from './reading.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const numberIn = (text: string) => jsonScanner(bytesOf(text)).number()

describe('a number is rounded as JSON.parse rounds it', () => {
  test('whatever double it was written from', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(numberIn(JSON.stringify(value))).toBe(JSON.parse(JSON.stringify(value)))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  test('whatever its digits, in particular near the middle between two doubles', () => {
    const digits = fc.tuple(fc.nat(180), fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), fc.integer({ min: 1, max: 22 }))
    fc.assert(
      fc.property(digits, fc.boolean(), ([whole, fraction, length], negative) => {
        const text = `${negative ? '-' : ''}${whole}.${fraction.toString().padStart(16, '0').padEnd(22, '7').slice(0, length)}`
        expect(numberIn(text)).toBe(Number(text))
      }),
      { seed: 2, numRuns: 5000 },
    )
    // Half way between 36.28 and the next double, and one digit to either side of it.
    const texts = [
      '36.280000000000001',
      '36.2800000000000047',
      '36.28000000000000469',
      '36.28000000000000471',
      '9007199254740993',
      '9007199254740992.5',
      '0.1',
      '-0',
      '1e-7',
      '12345678901234567890',
    ]
    for (const text of texts) {
      expect(numberIn(text)).toBe(Number(text))
    }
  })

  test.each(['01', '1.', '.5', '-', '+1', '1e', '1e400', 'NaN', '"1"'])('and %s is none', (text) => {
    expect(() => numberIn(text)).toThrow()
  })
})

/** The same layers with the quick reading kept from its work by a member of no meaning that it does not take. */
const slowly = (text: string) =>
  layersOf([{ name: 'a.geojson', bytes: bytesOf(text.replace(/^\{/, '{"a\\u0062":1,')) }])
const quickly = (text: string) => layersOf([{ name: 'a.geojson', bytes: bytesOf(text) }])

const number = fc.double({ min: -90, max: 90, noNaN: true })
const position = fc.oneof(fc.tuple(number, number), fc.tuple(number, number, number))
const part = fc.array(position, { minLength: 1, maxLength: 6 })
const rings = fc.array(part, { minLength: 1, maxLength: 3 })
const geometry = fc.oneof(
  position.map((coordinates) => ({ type: 'Point', coordinates })),
  part.map((coordinates) => ({ type: 'MultiPoint', coordinates })),
  part.map((coordinates) => ({ coordinates, type: 'LineString' })),
  rings.map((coordinates) => ({ type: 'MultiLineString', coordinates })),
  rings.map((coordinates) => ({ coordinates, type: 'Polygon' })),
  fc
    .array(rings, { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiPolygon', coordinates, bbox: [1, 2, 3, 4] })),
  fc.constant(null),
)
const feature = fc.record({
  type: fc.constant('Feature'),
  id: fc.oneof(fc.nat(), fc.string()),
  properties: fc.dictionary(fc.string(), fc.jsonValue()),
  geometry,
})
const document = fc.record({
  type: fc.constant('FeatureCollection'),
  name: fc.string(),
  features: fc.array(feature, { maxLength: 5 }),
})

test('a collection reads the same quickly and through JSON.parse', async () => {
  await fc.assert(
    fc.asyncProperty(document, fc.boolean(), async (value, spaced) => {
      const text = JSON.stringify(value, null, spaced ? 2 : 0)
      expect(scanGeoJson(bytesOf(text), geometrySink('a'))).not.toBeNull()
      expect(await quickly(text)).toEqual(await slowly(text))
    }),
    { seed: 3, numRuns: 300 },
  )
})

test.each([
  '{"type":"FeatureCollection","features":[]} x',
  '{"type":"FeatureCollection","features":[],"type":"x"}',
  '{"type":"FeatureCollection","features":[,]}',
  '[]',
  '',
  '{"a":"',
])('the quick reading leaves %s to the other', (text) =>
  expect(scanGeoJson(bytesOf(text), geometrySink('a'))).toBeNull(),
)
