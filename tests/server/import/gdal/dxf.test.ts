import { expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../../core/geometry/polygon-areas.ts'
import type { ImportedLayer } from '../../../../server/import/record/imported.ts'
import { circle, madeDrawing, onSheet, squareLine } from '../made-drawing.ts'
import { named } from '../made-files.ts'
import { codesOf, layerOf, layersOf, refusalOf } from '../reading.ts'

const drawing = (bytes: Uint8Array) => [named('plan.dxf', bytes)]
const utf8 = (text: string) => new TextEncoder().encode(text)
/** Of UTM zone 37N at the place of the drawings, 252 km west of its middle. */
const scale = 0.9996 * (1 + (253_000 / 6_378_000) ** 2 / 2)

test('closed lines and circles are areas; open ones and labels stay what they are', async () => {
  const layers = await layersOf(drawing(madeDrawing()), { crs: 'EPSG:32637' })
  expect(layers.map(({ name }) => name)).toEqual(['plan (polygons)', 'plan (lines)', 'plan (points)'])
  const [areas, lines, points] = layers as [ImportedLayer, ImportedLayer, ImportedLayer]
  const planeM2 = [...polygonAreasM2(areas.features.shapes)].map((area) => area * scale ** 2)
  const expected = [9_000_000, 10_000 + (Math.PI * 50 ** 2) / 2, Math.PI * 100 ** 2]
  planeM2.forEach((area, i) => expect(area / expected[i]!).toBeCloseTo(1, 3))
  expect(areas.features.attributes.map(({ Layer, Colour }) => [Layer, Colour])).toEqual([
    ['مناطق', '#ff0000'],
    ['مناطق', '#00ff00'],
    ['ROADS', '#0000ff'],
  ])
  expect(codesOf(areas)).toEqual(
    expect.arrayContaining(['closed-lines-as-areas', 'curves-straightened', 'kinds-split']),
  )
  expect(lines.features.attributes).toHaveLength(1)
  expect(points.features.attributes[0]).toMatchObject({ Text: 'القدم' })
})

test('a drawing says no coordinate system: the usual ones are candidates', async () => {
  const layer = await layerOf(drawing(madeDrawing(squareLine('a', 3_000, 1))))
  expect(layer.crs).toBeNull()
  expect(layer.candidates.map(({ code }) => code)).toContain('EPSG:32637')
})

test.each([
  ['in its declared page', madeDrawing(squareLine('مناطق', 30, 1)), 'windows-1256', []],
  [
    'in windows-1256 under the page that programs write without thinking',
    madeDrawing(squareLine('مناطق التنظيم', 30, 1), { page: 'ANSI_1252' }),
    'windows-1256',
    ['encoding-detected'],
  ],
  [
    'in UTF-8 since AutoCAD 2007, whatever its page',
    madeDrawing(squareLine('مناطق', 30, 1), { page: 'ANSI_1252', version: 'AC1021', encode: utf8 }),
    'utf-8',
    [],
  ],
  [
    'in windows-1256 declared as UTF-8',
    madeDrawing(squareLine('مناطق التنظيم', 30, 1), { version: 'AC1021' }),
    'windows-1256',
    ['encoding-contradicted'],
  ],
])('Arabic %s is read', async (_, bytes, encoding, notes) => {
  const layer = await layerOf(drawing(bytes))
  expect(layer.encoding).toBe(encoding)
  expect(String(layer.features.attributes[0]!['Layer'])).toMatch(/^مناطق/)
  expect(codesOf(layer)).toEqual(expect.arrayContaining(notes))
})

test('the encoding that is asked for is used', async () => {
  const bytes = madeDrawing(squareLine('مناطق', 30, 1), { page: 'ANSI_1250' })
  expect((await layerOf(drawing(bytes), { encoding: 'CP1256' })).features.attributes[0]!['Layer']).toBe('مناطق')
})

test('what stands on a sheet of the drawing is left out, and said so', async () => {
  const layer = await layerOf(drawing(madeDrawing([...squareLine('a', 30, 1), ...onSheet(circle('frame', 5))])))
  expect(layer.features.attributes.map((row) => row['Layer'])).toEqual(['a'])
  expect(layer.notes.find(({ code }) => code === 'sheets-left-out')?.values['count']).toBe(1)
})

test.each([
  ['is no drawing', new TextEncoder().encode('not at all'), 'dxf-broken'],
  ['is a web page', new TextEncoder().encode('<html></html>'), 'file-is-web-page'],
  ['breaks off', madeDrawing().subarray(0, 700), 'dxf-truncated'],
  ['is a binary drawing', new TextEncoder().encode('AutoCAD Binary DXF\r\n\x1a\0\0\0SECTION'), 'dxf-broken'],
  // GDAL may go round for ever in one that has lost its step.
  ['lost a line end', madeDrawing().filter((_, i) => i !== 10 && i !== 11), 'dxf-broken'],
])('a file that %s is refused', async (_, bytes, code) => expect((await refusalOf(drawing(bytes))).code).toBe(code))

test.each([
  ['a circle', circle('a', 100), true],
  ['a bulge', squareLine('a', 100, 1, 0.5), true],
  ['a bulge to the right', squareLine('a', 100, 1, -1), true],
  ['no bulge', squareLine('a', 100, 1, 0), false],
])('whether arcs were straightened is told: %s', async (_, parts, isReported) => {
  const codes = codesOf(await layerOf(drawing(madeDrawing(parts)), { crs: 'EPSG:32637' }))
  expect(codes.includes('curves-straightened')).toBe(isReported)
})

test('a circle of 500 m has its ground within a ten-thousandth, short by what its chords cut off', async () => {
  const layer = await layerOf(drawing(madeDrawing(circle('a', 500))), { crs: 'EPSG:32637' })
  const planeM2 = polygonAreasM2(layer.features.shapes)[0]! * scale ** 2
  const short = 1 - planeM2 / (Math.PI * 500 ** 2)
  expect(Math.abs(short)).toBeLessThan(1e-4)
})

test.each([
  ['switched off', '0\r\n62\r\n-5', 2],
  ['frozen', '1\r\n62\r\n5', 2],
  ['visible', '0\r\n62\r\n5', 0],
])('entities of a layer that is %s count, and are told of where nobody sees them', async (_, state, hidden) => {
  const parts = [...squareLine('ROADS', 100, 1), ...circle('ROADS', 100), ...squareLine('0', 50, 1)]
  const text = Buffer.from(madeDrawing(parts)).toString('latin1')
  const changed = text.replace('ROADS\r\n70\r\n0\r\n62\r\n5', `ROADS\r\n70\r\n${state}`)
  const layer = await layerOf(drawing(Buffer.from(changed, 'latin1')), { crs: 'EPSG:32637' })
  expect(layer.features.attributes).toHaveLength(3)
  const reported = layer.notes.find(({ code }) => code === 'drawn-hidden')
  expect(reported?.values['count'] ?? 0).toBe(hidden)
})
