import { expect, test } from 'vitest'
import geodesic from 'geographiclib-geodesic'
import { lineLengthM } from '../../../core/geometry/line-length.ts'
import { polygonAreasM2 } from '../../../core/geometry/polygon-areas.ts'
import { ringAreaM2 } from '../../../core/geometry/ring-area.ts'
import { areaFrom, areaIn } from '../../../core/geometry/units.ts'
import { shapesOf, type Position, type Ring } from '../shapes-of.ts'

const areaOf = (ring: Ring): number => ringAreaM2(Float64Array.from(ring.flat()), 0, ring.length)

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

/** Edges cut so often that the geodesic between neighbours is the straight line in longitude/latitude. */
const densified = (ring: Ring, pieces: number): Position[] =>
  ring.flatMap(([x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!
    return Array.from({ length: pieces }, (_, k): Position => [
      x + ((nx - x) * k) / pieces,
      y + ((ny - y) * k) / pieces,
    ])
  })

function geographicLib(ring: Ring, pieces: number): number {
  const polygon = geodesic.Geodesic.WGS84.Polygon(false)
  for (const [lon, lat] of densified(ring, pieces)) polygon.AddPoint(lat, lon)
  return Math.abs(polygon.Compute(false, true).area ?? NaN)
}

test('the whole ellipsoid has 510,065,621,724,088 square metres (Karney 2013)', () => {
  expect(Math.abs(areaOf(box(-180, -90, 180, 90)) - 510_065_621_724_088)).toBeLessThan(20)
})

test('a graticule box has the area of the closed form', () => {
  const e2 = (1 / 298.257223563) * (2 - 1 / 298.257223563)
  const q = (lat: number): number => {
    const s = Math.sin((lat * Math.PI) / 180)
    return (1 - e2) * (s / (1 - e2 * s * s) + Math.atanh(Math.sqrt(e2) * s) / Math.sqrt(e2))
  }
  for (const [south, north] of [
    [33.48, 33.51],
    [0, 45],
    [-60, 80],
    [33, 33.02],
  ] as const) {
    const wanted = (((6378137 ** 2 / 2) * (q(north) - q(south)) * Math.PI) / 180) * 0.03
    expect(areaOf(box(36.29, south, 36.32, north)) / wanted - 1).toBeLessThan(2e-12)
  }
})

const corners = (lon: number, lat: number, size: number): Ring =>
  [
    [0, 0],
    [0.6, -0.2],
    [1, 0.4],
    [0.7, 0.5],
    [0.9, 1],
    [0.2, 0.8],
  ].map(([x, y]): Position => [lon + size * x!, lat + size * y!])

test.each([
  ['a plan of 3 km at Damascus', corners(36.27, 33.47, 0.03), 2000, 1e-9],
  ['a town at 60 north', corners(10, 60, 0.02), 2000, 1e-9],
  ['a town south of the equator', corners(-60, -33, 0.05), 4000, 1e-9],
  ['a country', corners(36, 32, 5), 60_000, 1e-9],
] as const)('%s agrees with GeographicLib on cut edges', (_, ring, pieces, tolerance) => {
  expect(Math.abs(areaOf(ring) / geographicLib(ring, pieces) - 1)).toBeLessThan(tolerance)
})

test.each([1, 10, 1000])('a parcel of %i m is as exact as its coordinates, wherever the layer lies', (sizeM) => {
  const size = 2 ** Math.round(Math.log2(sizeM / 111_320))
  const shapes = shapesOf([[box(36, 33.5, 36 + size, 33.5 + size)], [box(-90, -70, -80, -60)]])
  const near = areaOf([
    [0, 33.5],
    [size, 33.5],
    [size, 33.5 + size],
    [0, 33.5 + size],
  ])
  expect(Math.abs(polygonAreasM2(shapes)[0]! / near - 1)).toBeLessThan(1e-9)
})

test('turning a ring round changes the sign and nothing else', () => {
  const ring = corners(36, 33, 0.5)
  expect(areaOf(ring)).toBeGreaterThan(0)
  expect(areaOf(ring.toReversed())).toBeCloseTo(-areaOf(ring), 4)
})

test('long edges cut by hand have the same area', () => {
  const ring = corners(30, 20, 20)
  expect(Math.abs(areaOf(densified(ring, 500)) / areaOf(ring) - 1)).toBeLessThan(1e-12)
})

test('holes are taken off, islands put back, whatever their winding, and self-crossings follow the even-odd rule', () => {
  const outer = box(36, 33, 36.04, 33.04)
  const hole = box(36.01, 33.01, 36.03, 33.03)
  const island = box(36.015, 33.015, 36.02, 33.02)
  const bow: Ring = [
    [37, 33],
    [37.02, 33.02],
    [37.02, 33],
    [37, 33.02],
  ]
  const lobes =
    areaOf([
      [37, 33],
      [37.01, 33.01],
      [37, 33.02],
    ]) +
    areaOf([
      [37.02, 33],
      [37.02, 33.02],
      [37.01, 33.01],
    ])
  for (const wound of [hole, hole.toReversed()]) {
    const areas = polygonAreasM2(shapesOf([[outer, wound, island], [bow], [box(38, 33, 38.01, 33.01)], [outer, outer]]))
    expect(Math.abs(areas[0]! - (areaOf(outer) - areaOf(hole) + areaOf(island)))).toBeLessThan(1e-5)
    expect(Math.abs(areas[1]! - Math.abs(lobes))).toBeLessThan(1e-5)
    expect(Math.abs(areas[2]! - areaOf(box(38, 33, 38.01, 33.01)))).toBeLessThan(1e-5)
    expect(areas[3]).toBeLessThan(1e-5)
  }
})

test('rings without area, and polygons without rings that count, have none', () => {
  expect([
    ...polygonAreasM2(
      shapesOf([
        [
          [
            [36, 33],
            [36.1, 33],
          ],
        ],
        [
          [
            [36, 33],
            [36, 33],
            [36, 33],
          ],
        ],
      ]),
    ),
  ]).toEqual([0, 0])
})

test('lengths agree with geodesics between near neighbours', () => {
  const line = densified(corners(36.27, 33.47, 0.03), 50)
  let wanted = 0
  for (const [i, [lon, lat]] of line.slice(1).entries()) {
    wanted += geodesic.Geodesic.WGS84.Inverse(line[i]![1], line[i]![0], lat, lon).s12 ?? NaN
  }
  expect(Math.abs(lineLengthM(Float64Array.from(line.flat()), 0, line.length) / wanted - 1)).toBeLessThan(1e-9)
  const meridian = lineLengthM(Float64Array.of(36, 0, 36, 90), 0, 2)
  expect(Math.abs(meridian - 10_001_965.7293)).toBeLessThan(0.001)
})

test('units', () => {
  expect(areaIn('ha', 9_000_000)).toBe(900)
  expect(areaIn('km2', areaFrom('ha', 900))).toBe(9)
  expect(areaIn('dunum', 9_000_000)).toBe(9000)
})
