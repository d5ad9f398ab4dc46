import { expect, test } from 'vitest'
import { featureAreasM2 } from '../../../../core/geometry-check/feature-areas.ts'
import type { ImportedLayer } from '../../../../server/import/record/imported.ts'
import {
  patchShp,
  pointShp,
  polygonShp,
  shapefile,
  shxOf,
  shxWith,
  square,
  textTable,
  wgs84Prj,
} from '../made-files.ts'
import { codesOf, layerOf, refusalOf } from '../reading.ts'

/** Squares side by side from 36.28 on, told apart by where they begin. */
const ringAt = (i: number) => square(36.28 + i / 100, 33.47, 0.01)
const three = polygonShp([[ringAt(0)], [ringAt(1)], [ringAt(2)]])
const areaM2 = ({ features }: ImportedLayer): number =>
  featureAreasM2(features.shapes, features.attributes.length).areasM2.reduce((sum, each) => sum + each, 0)

/** Name of each feature with the number of its square; `null` without geometry. */
const paired = ({ features: { shapes, attributes } }: ImportedLayer): readonly (readonly [unknown, number | null])[] =>
  attributes.map((row, feature) => {
    const polygon = shapes.polygonFeature.indexOf(feature)
    const part = shapes.partPolygon.indexOf(polygon)
    const x = polygon < 0 ? null : shapes.coordinates[2 * shapes.partStart[part]!]!
    return [row['NAME'], x === null ? null : Math.round((x - 36.28) * 100)]
  })
const parts = (shp: Uint8Array, shx: Uint8Array, names: readonly string[]) =>
  shapefile('a', { shp, shx, dbf: textTable(names), prj: wgs84Prj })

test.each([
  ['another order', shxOf(three, [2, 0, 1]), [2, 0, 1]],
  ['an entry without a record', shxOf(three, [1, -1, 0]), [1, null, 0]],
  ['records that were replaced', shxOf(three, [0, 2]), [0, 2]],
  ['one record twice', shxOf(three, [1, 1, 0]), [1, 1, 0]],
])('%s in the .shx: each row goes with the record that its entry points to, as in GDAL', async (_, shx, squares) => {
  const names = ['A', 'B', 'C'].slice(0, squares.length)
  const layer = await layerOf(parts(three, shx, names))
  expect(paired(layer)).toEqual(names.map((name, i) => [name, squares[i]]))
  expect(codesOf(layer)).toContain('shp-index-heeded')
})

test('an index that agrees with the file is not spoken of', async () => {
  const layer = await layerOf(parts(three, shxOf(three), ['A', 'B', 'C']))
  expect(codesOf(layer)).toEqual([])
})

test.each([
  ['of a record', 100 + 8 + 4],
  ['of its own', 24],
])('lengths in the .shx that records do not have are passed over with a note: one %s', async (_, at) => {
  const shx = Uint8Array.from(shxOf(three))
  new DataView(shx.buffer).setInt32(at, 2_670)
  const layer = await layerOf(parts(three, shx, ['A', 'B', 'C']))
  expect(paired(layer).map(([, square]) => square)).toEqual([0, 1, 2])
  expect(codesOf(layer)).toEqual(['shp-index-lengths'])
})

test('bytes between records are passed over where the .shx knows the records', async () => {
  const one = polygonShp([[ringAt(0)]])
  const gap = Buffer.alloc(64, 0xab)
  const shp = Uint8Array.from(Buffer.concat([one, gap, three.subarray(one.length)]))
  const at = (record: number) => 100 + record * (one.length - 100) + (record > 0 ? gap.length : 0)
  const words = (one.length - 108) / 2
  const layer = await layerOf(parts(shp, shxWith([0, 1, 2].map((i) => ({ at: at(i), words }))), ['A', 'B', 'C']))
  expect(paired(layer)).toEqual([
    ['A', 0],
    ['B', 1],
    ['C', 2],
  ])
  expect(codesOf(layer)).toContain('shp-index-heeded')
})

test.each([50, 100, 10_000])('a stated length of %d words is not believed against the records', async (words) => {
  const shp = Uint8Array.from(three)
  new DataView(shp.buffer).setInt32(24, words)
  for (const files of [parts(shp, shxOf(three), ['A', 'B', 'C']), parts(shp, new Uint8Array(0), ['A', 'B', 'C'])]) {
    const layer = await layerOf(files)
    expect(paired(layer).map(([, place]) => place)).toEqual([0, 1, 2])
    expect(codesOf(layer)).toContain('shp-length-wrong')
  }
})

test.each([
  [
    'points beyond the file',
    shxWith([
      { at: 100, words: 64 },
      { at: 9_000, words: 64 },
    ]),
  ],
  ['lists fewer records than file and table hold', shxOf(three, [0])],
])('an index that %s is passed over, with a note', async (_, shx) => {
  const layer = await layerOf(parts(three, shx, ['A', 'B', 'C']))
  expect(paired(layer).map(([, place]) => place)).toEqual([0, 1, 2])
  expect(codesOf(layer)).toContain('shp-index-differs')
})

test('a file cut short is refused though its index is whole', async () => {
  const refusal = await refusalOf(parts(three.subarray(0, 400), shxOf(three), ['A', 'B', 'C']))
  expect(refusal).toMatchObject({ code: 'shp-truncated', values: { record: 3 } })
})

const raised = (ring: readonly (readonly [number, number])[], z = 0) => ring.map(([x, y]) => [x, y, z] as const)
const [squareM2, holeM2] = [1_030_927.41, 164_948.4]
const corners = raised(ringAt(0))
const middle = [36.285, 33.475, 0] as const

test.each([
  [
    'an outer and an inner ring',
    [
      { kind: 2, points: corners },
      { kind: 3, points: raised(square(36.283, 33.473, 0.004)) },
    ],
    squareM2 - holeM2,
  ],
  ['a fan', [{ kind: 1, points: [middle, ...corners] }], squareM2],
  ['a strip', [{ kind: 0, points: [corners[0]!, corners[1]!, corners[3]!, corners[2]!] }], squareM2],
  [
    'floor, roof and walls',
    [
      { kind: 2, points: corners },
      { kind: 2, points: raised(ringAt(0), 20) },
      ...[0, 1, 2, 3].map((i) => ({
        kind: 0,
        points: [corners[i]!, corners[i + 1]!, raised(ringAt(0), 20)[i]!, raised(ringAt(0), 20)[i + 1]!],
      })),
    ],
    squareM2,
  ],
])('a MultiPatch of %s is the ground that it covers from above', async (_, patches, expected) => {
  const layer = await layerOf(shapefile('a', { shp: patchShp(patches), dbf: textTable(['A']), prj: wgs84Prj }))
  expect(areaM2(layer)).toBeCloseTo(expected, 0)
  expect(codesOf(layer)).toEqual(expect.arrayContaining(['heights-dropped', 'patches-as-ground']))
  expect(codesOf(layer)).not.toContain('rings-open')
})

test('a file of more records than a call takes arguments is read', async () => {
  const count = 200_000
  const points = Array.from({ length: count }, (_, i): [number, number] => [36 + (i % 1000) / 1000, 33 + i / 1_000_000])
  const names = points.map((_, i) => `n${i}`)
  const layer = await layerOf(parts(pointShp(points), shxOf(pointShp(points)), names))
  expect(layer.features.attributes.length).toBe(count)
  expect(layer.features.attributes.at(-1)).toMatchObject({ NAME: names.at(-1) })
  expect(layer.features.shapes.coordinates.at(-1)).toBeCloseTo(points.at(-1)![1], 9)
})
