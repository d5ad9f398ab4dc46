import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ringAreaM2 } from '../../../core/geometry/ring-area.ts'
import { distanceM, placed, reproject } from '../../../core/crs/reproject.ts'
import { systemByCode } from '../../../core/crs/systems.ts'
import { operationAt, toWgs84 } from '../../../core/crs/to-wgs84.ts'
import type { Shapes } from '../../../core/geometry/shapes.ts'

const syriaLambert = systemByCode('EPSG:22770')!
const convert = toWgs84(syriaLambert, operationAt(syriaLambert, 36.3, 33.5))

function polygons(rings: readonly (readonly (readonly [number, number])[])[]): Shapes {
  const starts = [0]
  for (const ring of rings) starts.push(starts.at(-1)! + ring.length)
  return {
    kind: 'polygon',
    coordinates: Float64Array.from(rings.flat(2)),
    partStart: Uint32Array.from(starts),
    partPolygon: Uint32Array.from(rings.keys()),
    polygonFeature: Uint32Array.from(rings.keys()),
  }
}
const toEarth = (shapes: Shapes) => reproject(shapes, placed(shapes.coordinates, convert), convert, 1e-6)

/** Vertices of a part as "lon,lat". */
function vertices(shapes: Shapes, part: number): string[] {
  const list: string[] = []
  for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++) {
    list.push(`${shapes.coordinates[2 * i]},${shapes.coordinates[2 * i + 1]}`)
  }
  return list
}
const edges = (shapes: Shapes, part: number) => {
  const list = vertices(shapes, part)
  return new Set(list.map((from, i) => [from, list[(i + 1) % list.length]!].sort().join(' ')))
}

const coordinate = fc.integer({ min: 150_000, max: 500_000 })
const place = fc.tuple(coordinate, coordinate)

describe('a straight line of the source', () => {
  test('stays within a millimetre of itself, wherever it lies and however long it is', () => {
    fc.assert(
      fc.property(place, place, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, t) => {
        fc.pre(a[0] !== b[0] || a[1] !== b[1])
        const line: Shapes = { ...polygons([[a, b]]), kind: 'line' }
        const { coordinates } = toEarth(line)
        const truth = convert(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)!
        let nearest = Infinity
        for (let i = 0; i + 2 < coordinates.length; i += 2)
          nearest = Math.min(nearest, fromChordM(truth, coordinates, i))
        expect(nearest).toBeLessThan(0.001)
      }),
      { seed: 4, numRuns: 60 },
    )
  })

  test('takes the same points in both directions', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const there = toEarth({ ...polygons([[a, b]]), kind: 'line' })
        const back = toEarth({ ...polygons([[b, a]]), kind: 'line' })
        expect(vertices(back, 0).reverse()).toEqual(vertices(there, 0))
      }),
      { seed: 5, numRuns: 60 },
    )
  })

  test('needs no points where it is short', () => {
    const parcel = polygons([
      [
        [200_000, 200_000],
        [200_030, 200_000],
        [200_030, 200_020],
        [200_000, 200_020],
      ],
    ])
    expect(toEarth(parcel).coordinates.length).toBe(parcel.coordinates.length)
  })
})

describe('neighbours that touch', () => {
  test('go on sharing their whole boundary, T-junctions included', () => {
    // One block of 40 km beside two that meet in the middle of its side: at a vertex that the block does not have.
    const block = [
      [200_000, 200_000],
      [240_000, 200_000],
      [240_000, 240_000],
      [200_000, 240_000],
    ] as const
    const south = [
      [240_000, 200_000],
      [280_000, 200_000],
      [280_000, 213_337],
      [240_000, 213_337],
    ] as const
    const north = [
      [240_000, 213_337],
      [280_000, 213_337],
      [280_000, 240_000],
      [240_000, 240_000],
    ] as const
    const earth = toEarth(polygons([block, south, north]))
    const junction = placed(Float64Array.of(240_000, 213_337), convert).join(',')
    expect(vertices(earth, 0)).toContain(junction)
    const inner = [...edges(earth, 0)].filter((edge) => edges(earth, 1).has(edge) || edges(earth, 2).has(edge))
    expect(inner.length).toBeGreaterThan(20)
    const outer = (part: number) =>
      [...edges(earth, part)].filter((edge) =>
        [0, 1, 2].every((other) => other === part || !edges(earth, other).has(edge)),
      )
    const union = polygons([
      [...block.slice(0, 2), ...south.slice(1, 3), ...north.slice(1, 4), ...block.slice(3)].filter(
        ([x], i, ring) => x !== ring[i - 1]?.[0] || ring[i - 1]?.[1] !== ring[i]![1],
      ),
    ])
    const sum = [0, 1, 2].reduce((total, part) => total + Math.abs(areaOf(earth, part)), 0)
    expect(Math.abs(sum - Math.abs(areaOf(toEarth(union), 0)))).toBeLessThan(0.5)
    // What the three have of their own is the outline of their union, with nothing left open between them.
    const ends = new Map<string, number>()
    for (const end of [0, 1, 2].flatMap(outer).flatMap((edge) => edge.split(' ')))
      ends.set(end, (ends.get(end) ?? 0) + 1)
    expect([...ends.values()].every((count) => count === 2)).toBe(true)
  })

  const step = fc.integer({ min: 1, max: 900 })
  test('on a slanting edge, a vertex that lies on it becomes a vertex of it', () => {
    fc.assert(
      fc.property(place, step, step, fc.integer({ min: 1, max: 31 }), ([x, y], dx, dy, k) => {
        const [fx, fy] = [x + dx * 32, y + dy * 32]
        const on = [x + dx * k, y + dy * k] as const
        const earth = toEarth(
          polygons([
            [
              [x, y],
              [fx, fy],
              [x, fy + 100],
            ],
            [on, [on[0] + 50, on[1] - 500], [on[0] + 90, on[1] - 500]],
          ]),
        )
        expect(vertices(earth, 0)).toContain(vertices(earth, 1)[0])
      }),
      { seed: 6, numRuns: 200 },
    )
  })
})

const areaOf = ({ coordinates, partStart }: Shapes, part: number) =>
  ringAreaM2(coordinates, partStart[part]!, partStart[part + 1]!)

/** Distance in metres from a place to the chord from vertex i / 2 on. */
function fromChordM([lon, lat]: readonly [number, number], coordinates: Float64Array, i: number): number {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  const [ax, ay] = [(coordinates[i]! - lon) * squeeze, coordinates[i + 1]! - lat]
  const [dx, dy] = [(coordinates[i + 2]! - coordinates[i]!) * squeeze, coordinates[i + 3]! - coordinates[i + 1]!]
  const t = Math.min(Math.max(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0), 1)
  return distanceM([lon, lat], [lon + (ax + dx * t) / squeeze, lat + ay + dy * t])
}
