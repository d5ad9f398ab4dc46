import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { named } from './made-files.ts'
import { codesOf, layerOf } from './reading.ts'

const fixture = (name: string) => named(name, readFileSync(`tests/fixtures/issues/${name}`))

test('polygons side by side in a placemark without a MultiGeometry are all read, with a note', async () => {
  const layer = await layerOf([fixture('geometries-side-by-side.kml')])
  expect([layer.features.attributes.length, layer.features.shapes.partPolygon.length]).toEqual([1, 2])
  expect(codesOf(layer)).toEqual(['geometries-side-by-side'])
  const sound = await layerOf([named('a.kml', readFileSync('tests/fixtures/import/neighbourhoods.kml'))])
  expect(codesOf(sound)).not.toContain('geometries-side-by-side')
})

test.each(['geometries-of-two-names.gml', 'geometries-of-one-name.gml'])(
  '%s: a feature with two geometries has one read, with a note of both',
  async (name) => {
    const layer = await layerOf([fixture(name)])
    expect(layer.features.shapes.partPolygon.length).toBe(1)
    expect(codesOf(layer)).toContain('geometries-passed-over')
  },
)

test.each(['neighbourhoods.gml', 'degrees.gml'])('%s: one geometry each needs no note', async (name) => {
  const layer = await layerOf([named(name, readFileSync(`tests/fixtures/import/${name}`))])
  expect(codesOf(layer)).not.toContain('geometries-passed-over')
})

test('numbers within a kilometre of the zero of a grid in metres may be kilometres, and that is told', async () => {
  const layer = await layerOf([fixture('kilometres-by-zero.geojson')])
  expect(codesOf(layer)).toContain('metres-by-zero-of-grid')
})

test('a polygon whose points lie on one line has a note, never 0 in silence', async () => {
  expect(codesOf(await layerOf([fixture('ring-on-a-line.geojson')]))).toEqual(['polygons-without-ground'])
})

test('under a name that says so, a pair of degrees needs no three decimals', async () => {
  const { features } = await layerOf([fixture('table-pair-two-decimals.csv')])
  expect([...features.shapes.coordinates]).toEqual([36.28, 33.47, 36.24, 33.45])
})
