import { describe, expect, test } from 'vitest'
import { metresPerRadian } from '../../../core/geometry/local-radii.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'
import {
  displace,
  drawNoise,
  fieldLattice,
  placeInField,
  roomForNoise,
} from '../../../core/montecarlo/displacement-field.ts'
import { normalStream } from '../../../core/montecarlo/random.ts'

const lambdaM = 400
const [lon, lat] = [36.28, 33.47]
const radii = metresPerRadian(lat)
const [lonPerM, latPerM] = [180 / Math.PI / radii.eastM, 180 / Math.PI / radii.northM]
const anchor: Extent = [lon, lat - 0.01, lon + 0.03, lat + 0.01]

/** Places at the given metres east and north of 36.28 E 33.47 N. */
const placesAt = (metres: readonly (readonly [number, number])[]) =>
  Float64Array.from(metres.flatMap(([east, north]) => [lon + east * lonPerM, lat + north * latPerM]))

/** A function that gives the field in a draw: east and north, place by place, in standard deviations. */
function fieldOver(extent: Extent, coordinates: Float64Array, lambda = lambdaM) {
  const lattice = fieldLattice(anchor, extent, lambda, radii)
  const places = placeInField(lattice, coordinates)
  const noise = roomForNoise(lattice)
  const still = new Float64Array(coordinates.length)
  return (seed: number, draw: number, source = 0): Float64Array => {
    drawNoise(lattice, places.tiles, seed, draw, source, noise)
    const moved = new Float64Array(coordinates.length)
    displace(still, moved, null, lattice, places, noise, 0, 0, 1, 1)
    return moved
  }
}

describe('the displacement field', () => {
  const draws = 4000
  const along = [0, 100, 200, 400, 600, 800, 1600]
  const diagonal = 1 / Math.SQRT2

  test.each([
    ['eastwards', 500, 233, 1, 0],
    ['northwards', 512, 77, 0, 1],
    ['across, from a node of the lattice', (0.015 / lonPerM) % 340, 0, diagonal, diagonal],
  ])(
    'has on both axes variance 1 and covariance exp(-d² / (2 lambda²)) %s, and none between the axes',
    (_, x, y, east, north) => {
      const field = fieldOver(
        anchor,
        placesAt(along.map((distanceM) => [x + distanceM * east, y - 300 + distanceM * north])),
      )
      const sums = along.map(() => [0, 0, 0] as [number, number, number])
      for (let draw = 0; draw < draws; draw++) {
        const moved = field(11, draw)
        for (const [i, sum] of sums.entries()) {
          sum[0] += (moved[0]! * moved[2 * i]!) / draws
          sum[1] += (moved[1]! * moved[2 * i + 1]!) / draws
          sum[2] += (moved[0]! * moved[2 * i + 1]!) / draws
        }
      }
      for (const [i, distanceM] of along.entries()) {
        const covariance = Math.exp(-(distanceM ** 2) / (2 * lambdaM ** 2))
        const samplingError = 4 * Math.sqrt((1 + covariance ** 2) / draws)
        const [eastwards, northwards, between] = sums[i]!
        expect(Math.abs(eastwards - covariance)).toBeLessThan(samplingError + 0.005)
        expect(Math.abs(northwards - covariance)).toBeLessThan(samplingError + 0.005)
        expect(Math.abs(between)).toBeLessThan(4 / Math.sqrt(draws))
      }
    },
  )

  test('has no steps: places a centimetre apart move alike, wherever they lie to the nodes', () => {
    const places = placesAt(Array.from({ length: 4000 }, (_, i) => [300 + Math.floor(i / 2) + (i % 2) * 0.01, 41]))
    const moved = fieldOver(anchor, places)(3, 5)
    const steps = Array.from({ length: 2000 }, (_, i) =>
      Math.hypot(moved[4 * i]! - moved[4 * i + 2]!, moved[4 * i + 1]! - moved[4 * i + 3]!),
    )
    expect(Math.max(...steps)).toBeLessThan((0.01 / lambdaM) * 5)
  })

  test('is the same for the same seed, draw and source, and another for any other', () => {
    const field = fieldOver(
      anchor,
      placesAt([
        [0, 0],
        [100, 100],
      ]),
    )
    expect(field(1, 2, 3)).toEqual(field(1, 2, 3))
    const others: [number, number, number][] = [
      [2, 2, 3],
      [1, 3, 3],
      [1, 2, 4],
      [1, 3, 2],
    ]
    for (const [seed, draw, source] of others) expect(field(seed, draw, source)).not.toEqual(field(1, 2, 3))
  })

  test('does not depend on how far it reaches, and changes little with lambda', () => {
    const places = placesAt([
      [900, 120],
      [1400, -300],
    ])
    const wide: Extent = [anchor[0] - 1, anchor[1] - 0.2, anchor[2] + 0.3, anchor[3] + 1]
    expect(fieldOver(wide, places)(7, 1)).toEqual(fieldOver(anchor, places)(7, 1))
    const [near, far] = [fieldOver(anchor, places)(7, 1), fieldOver(anchor, places, lambdaM * 1.001)(7, 1)]
    near.forEach((moved, i) => expect(Math.abs(moved - far[i]!)).toBeLessThan(0.02))
  })

  test('covers a country within bounded memory, and beyond its extent moves as at its edge', () => {
    const country: Extent = [30, 28, 42, 38]
    const lattice = fieldLattice(country, country, 200, radii)
    expect(roomForNoise(lattice).byteLength).toBeLessThan(20e6)
    const places = placeInField(lattice, Float64Array.of(30, 28, 36, 33, 42, 38, 45, 40))
    const noise = roomForNoise(lattice)
    drawNoise(lattice, places.tiles, 1, 1, 1, noise)
    const moved = new Float64Array(8)
    displace(new Float64Array(8), moved, null, lattice, places, noise, 0, 0, 1, 1)
    expect(moved.every(Number.isFinite)).toBe(true)
    expect(moved.subarray(6)).toEqual(moved.subarray(4, 6))
  })
})

describe('normal deviates', () => {
  test('have the moments of a standard normal, within sampling error', () => {
    const normals = normalStream(42, 0)
    const count = 200_000
    const moments = [0, 0, 0, 0]
    for (let i = 0; i < count; i++) {
      const value = normals.next()
      for (let power = 1; power <= 4; power++) moments[power - 1]! += value ** power / count
    }
    const bounds = [1, 2, 15, 96].map((variance) => 4 * Math.sqrt(variance / count))
    ;[0, 1, 0, 3].forEach((expected, i) => expect(Math.abs(moments[i]! - expected)).toBeLessThan(bounds[i]!))
  })

  test('of short streams, as the field takes them, are as normal and owe nothing to their neighbours', () => {
    const streams = 20_000
    let [square, along, across] = [0, 0, 0]
    let before = [0, 0]
    for (let i = 0; i < streams; i++) {
      const normals = normalStream(7, i >> 8, 5, i & 15, (i >> 4) & 15)
      const [a, b] = [normals.next(), normals.next()]
      square += (a * a + b * b) / 2 / streams
      along += (a * b) / streams
      across += (a * before[0]! + b * before[1]!) / 2 / streams
      before = [a, b]
    }
    expect(Math.abs(square - 1)).toBeLessThan(4 / Math.sqrt(streams))
    expect(Math.abs(along)).toBeLessThan(4 / Math.sqrt(streams))
    expect(Math.abs(across)).toBeLessThan(4 / Math.sqrt(2 * streams))
  })

  test('are these on every machine', () => {
    const normals = normalStream(1, 2, 3)
    expect([normals.next(), normals.next(), normals.next()]).toMatchInlineSnapshot(`
      [
        0.21215928443593632,
        0.46747293907864335,
        -2.30105652851474,
      ]
    `)
  })
})
