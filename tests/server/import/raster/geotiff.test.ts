import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../../core/geometry/polygon-areas.ts'
import { extentOf } from '../../../../core/geometry/extent.ts'
import type { ImportedLayer, ImportOptions } from '../../../../server/import/record/imported.ts'
import { named } from '../made-files.ts'
import { codesOf, layerOf, refusalOf } from '../reading.ts'

const fixture = (name: string) => named(name, readFileSync(`tests/fixtures/rasters/${name}`))
const raster = (name: string, options: ImportOptions = {}, ...beside: string[]) =>
  layerOf([fixture(name), ...beside.map(fixture)], options)

/** The ground of each class in m². */
function areasOf({ features: { shapes, attributes } }: ImportedLayer): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [polygon, area] of polygonAreasM2(shapes).entries()) {
    const name = String(attributes[shapes.polygonFeature[polygon]!]!['class'])
    sums[name] = (sums[name] ?? 0) + area
  }
  return sums
}

const plain = await raster('classes.tif')
const cellM2 = (layer: ImportedLayer, cells: number): number =>
  Object.values(areasOf(layer)).reduce((sum, area) => sum + area, 0) / cells

/** How many cells of the made classes have each value. */
const cells = { 1: 38, 2: 39, 3: 25 }

test('a GeoTIFF of classes is a layer of its regions, with the names and colours that stand beside it', async () => {
  const layer = await raster('classes.tif', {}, 'classes.tif.aux.xml')
  expect(layer).toMatchObject({ name: 'classes', crs: { code: 'EPSG:32637' }, stated: { crs: 'file' } })
  expect(layer.features.attributes).toEqual([
    { value: 1, class: 'Intact' },
    { value: 2, class: 'Damaged' },
    { value: 3, class: 'Destroyed' },
  ])
  expect(layer.offers).toMatchObject([
    { kind: 'colours', field: 'class', classes: [{ class: 'Intact', color: '#2166AC' }, { color: '#F4A582' }, {}] },
  ])
  expect(layer.cellM).toBeCloseTo(10 / 0.9996, 1)
  expect(codesOf(layer)).toEqual(expect.arrayContaining(['raster-regions', 'raster-no-data']))
})

test('each class covers as many cells as have its value', () => {
  const areas = areasOf(plain)
  const one = cellM2(plain, 102)
  for (const [value, count] of Object.entries(cells)) expect(areas[value]! / one).toBeCloseTo(count, 4)
  expect(one).toBeCloseTo((10 / 0.9996) ** 2, 2)
})

test.each([
  ['of-points.tif', ['raster-of-points']],
  ['south-up.tif', []],
  ['masked.tif', []],
  ['transparent.tif', []],
  ['four-bits.tif', []],
] as const)('%s has the same ground', async (name, codes) => {
  const layer = await raster(name)
  expect(codesOf(layer)).toEqual(expect.arrayContaining([...codes]))
  const areas = areasOf(layer)
  for (const [value, area] of Object.entries(areasOf(plain))) expect(areas[value]! / area).toBeCloseTo(1, 6)
  const [box, plainBox] = [layer, plain].map((own) => extentOf(own.features.shapes)!)
  for (const [i, degrees] of box!.entries()) expect(degrees).toBeCloseTo(plainBox![i]!, 9)
})

test('a raster lies turned where its matrix turns it', async () => {
  const layer = await raster('turned.tif')
  expect(cellM2(layer, 102)).toBeCloseTo(100 / 0.9996 ** 2, 2)
  expect(areasOf(layer)['2']! / areasOf(plain)['2']!).toBeCloseTo(1, 5)
})

test('smaller copies of a raster are passed over, and blocks that its file leaves out hold no data', async () => {
  const whole = await raster('with-overviews.tif')
  expect(areasOf(whole)['3']! / areasOf(plain)['3']!).toBeCloseTo(16, 4)
  const sparse = await raster('sparse.tif')
  expect(areasOf(sparse)).toEqual({ 1: expect.closeTo(256 * 100.08, 0), 2: expect.closeTo(256 * 100.08, 0) })
})

test('a world file places a raster that does not say where it lies, and its system is asked for', async () => {
  const open = await raster('beside-a-world-file.tif', {}, 'beside-a-world-file.tfw')
  expect(open.crs).toBeNull()
  expect(open.candidates.map(({ code }) => code)).toContain('EPSG:32637')
  const placed = await raster('beside-a-world-file.tif', { crs: 'EPSG:32637' }, 'beside-a-world-file.tfw')
  expect(codesOf(placed)).toContain('world-file-used')
  expect(placed.features.shapes.coordinates).toEqual(plain.features.shapes.coordinates)
  expect((await refusalOf([fixture('without-a-place.tif')])).code).toBe('raster-without-place')
  expect((await raster('without-a-system.tif')).crs).toBeNull()
})

test('a raster in a Syrian system is moved by its datum operation', async () => {
  const syrian = await raster('syrian.tif')
  expect(syrian.crs).toMatchObject({ code: 'EPSG:22770', operation: expect.stringMatching(/^EPSG:/) })
  expect(syrian.crs!.shiftM).toBeGreaterThan(50)
})

test('an attribute table names values in Arabic, and tells those that it does not name', async () => {
  const layer = await raster('table-of-values.tif', {}, 'table-of-values.tif.aux.xml')
  expect(layer.features.attributes.map((row) => row['class'])).toEqual(['بساتين', 'Built-up', '3'])
  expect(layer.offers[0]!.classes[0]).toMatchObject({ class: 'بساتين', color: '#008000' })
  expect(codesOf(layer)).toContain('raster-values-unnamed')
})

test('a band is asked for where there are several, and colours are a picture', async () => {
  expect(await refusalOf([fixture('two-bands.tif')])).toMatchObject({
    code: 'several-layers',
    more: { layers: ['damage', 'band 2'] },
  })
  expect(
    (await raster('two-bands.tif', { sublayer: 'band 2' })).features.attributes.map((row) => row['value']),
  ).toEqual([1, 2, 3, 4])
  expect((await refusalOf([fixture('two-bands.tif')], { sublayer: 'band 3' })).code).toBe('sublayer-unknown')
  expect((await refusalOf([fixture('colours.tif')])).code).toBe('raster-of-colours')
})

test('probabilities need a threshold, which the layer names', async () => {
  expect(await refusalOf([fixture('probabilities.tif')])).toMatchObject({ code: 'raster-threshold-needed' })
  const layer = await raster('probabilities.tif', { threshold: 0.5 })
  expect(layer.features.attributes).toEqual([{ class: '≥ 0.5' }])
  expect(layer.remark).toEqual({ en: expect.stringContaining('0.5'), ar: expect.stringContaining('0.5') })
  const told = layer.notes.find(({ code }) => code === 'raster-threshold')!.values
  expect(areasOf(layer)['≥ 0.5']! / (80 * (10 / 0.9996) ** 2)).toBeCloseTo(Number(told['percent']) / 100, 3)
  expect(Number(told['percent']) + Number(told['below'])).toBeCloseTo((100 * 79) / 80, 1)
  expect((await refusalOf([fixture('probabilities.tif')], { threshold: 2 })).code).toBe('raster-below-threshold')
  const packed = await raster('packed.tif', { threshold: 0.5 })
  expect(codesOf(packed)).toContain('raster-scaled')
  const noRaster = named('n.geojson', readFileSync('tests/fixtures/import/neighbourhoods.geojson'))
  expect((await refusalOf([noRaster], { threshold: 1 })).code).toBe('threshold-not-raster')
})

test.each([20, 150, 300, 350, 400])('a raster cut at %i bytes is refused by name', async (length) => {
  const whole = readFileSync('tests/fixtures/rasters/classes.tif')
  const { code } = await refusalOf([named('cut.tif', whole.subarray(0, length))])
  expect(code).toBe('raster-unreadable')
})
