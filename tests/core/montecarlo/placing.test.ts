import { expect, test } from 'vitest'
import { shapesFromGeoJson } from '../../../core/geometry/geojson.ts'
import { displaceable, displacer, type UncertainLayer } from '../../../core/montecarlo/displacement.ts'
import { asOneClass } from '../../../core/overlay/union.ts'
import { placePicture } from '../../../core/picture/place-picture.ts'
import { offsetM } from '../../../core/picture/plane.ts'

const square = (half: number, lon = 36.3, lat = 33.5) =>
  asOneClass(
    shapesFromGeoJson(
      [
        {
          type: 'Polygon',
          coordinates: [
            [
              [lon - half, lat - half],
              [lon + half, lat - half],
              [lon + half, lat + half],
              [lon - half, lat + half],
              [lon - half, lat - half],
            ],
          ],
        },
      ],
      'polygon',
    ),
  )

const points = [
  [0, 0],
  [900, 40],
  [960, 780],
  [40, 800],
  [500, 300],
].map(([x, y], i) => ({
  x: x!,
  y: y!,
  lon: 36.2 + x! * 0.0002 + 0.0004 * Math.sin(7 * i),
  lat: 33.6 - y! * 0.00022 + 0.0004 * Math.cos(5 * i),
}))
const placed = placePicture({ points, transform: 'affine', clickPx: 50, linePx: 0, sourceM: 0, source: 'one' })
if (!placed.ok) throw new Error(placed.problem.code)
const { placing } = placed.value

const plan: UncertainLayer = { layer: square(0.03), accuracyM: 0, source: 'plan' }
const zone = (over: Partial<UncertainLayer> = {}): UncertainLayer => ({
  layer: square(0.01),
  accuracyM: placing.sigmaM,
  source: 'zone',
  placed: { placing, share: 1 },
  ...over,
})
const coordinatesIn = (layers: readonly UncertainLayer[], draw: number, at = 1) =>
  displacer(displaceable(layers))(7, draw)[at]!.shapes.coordinates.slice()

test('a layer placed by an affine fit moves by an affine map of itself, and nothing else', () => {
  expect(placing.localM).toBe(0)
  const ready = displaceable([plan, zone()])
  const from = ready.layers[1]!.layer.shapes.coordinates
  const to = displacer(ready)(7, 3)[1]!.shapes.coordinates
  const moveAt = (vertex: number) =>
    offsetM([from[2 * vertex]!, from[2 * vertex + 1]!], [to[2 * vertex]!, to[2 * vertex + 1]!])
  // Opposite corners, and the middles between them: an affine movement of a parallelogram's corners adds up to nothing.
  const corner = (east: number, north: number): number => {
    let [best, least] = [0, Infinity]
    for (let i = 0; i < from.length / 2; i++) {
      const far = Math.hypot(from[2 * i]! - 36.3 - east, from[2 * i + 1]! - 33.5 - north)
      if (far < least) [best, least] = [i, far]
    }
    return best
  }
  const [sw, se, ne, nw] = [corner(-0.01, -0.01), corner(0.01, -0.01), corner(0.01, 0.01), corner(-0.01, 0.01)].map(
    moveAt,
  )
  expect(Math.hypot(...sw!)).toBeGreaterThan(1)
  for (const axis of [0, 1]) expect(sw![axis]! - se![axis]! + ne![axis]! - nw![axis]!).toBeCloseTo(0, 1)
})

test('layers of one fit move as one, of another fit on their own', () => {
  /** How a square's middle moves: the mean of its vertices, which lie evenly about it. */
  const middleMove = (source: string): readonly number[] => {
    const wide = zone({ layer: square(0.02), source: 'other', placed: { placing: { ...placing, source }, share: 1 } })
    const ready = displaceable([plan, zone(), wide])
    const moved = displacer(ready)(7, 5)
    return [1, 2].flatMap((at) => {
      const [from, to] = [ready.layers[at]!.layer.shapes.coordinates, moved[at]!.shapes.coordinates]
      const moves = Array.from({ length: from.length / 2 }, (_, k) => to[2 * k]! - from[2 * k]!)
      return moves.reduce((sum, move) => sum + move, 0) / moves.length
    })
  }
  const [one, same] = middleMove(placing.source)
  expect(Math.abs(one! - same!)).toBeLessThan(1e-3 * Math.abs(one!))
  const [again, other] = middleMove('two')
  expect(again).toBe(one)
  expect(Math.abs(again! - other!)).toBeGreaterThan(0.1 * Math.abs(one!))
})

test('the draws spread as the placing says, at the middle and at its edge', () => {
  const draws = 4_000
  const ready = displaceable([plan, zone({ placed: { placing: { ...placing, freedom: null }, share: 1 } })])
  const displaced = displacer(ready)
  const from = ready.layers[1]!.layer.shapes.coordinates
  let square = 0
  for (let draw = 0; draw < draws; draw++) {
    const to = displaced(7, draw)[1]!.shapes.coordinates
    const [east, north] = offsetM([from[0]!, from[1]!], [to[0]!, to[1]!])
    square += (east * east + north * north) / 2
  }
  const { lon, lat, halfM, modes } = placing
  const [u, v] = offsetM([lon, lat], [from[0]!, from[1]!]).map((offset) => offset / halfM) as [number, number]
  const terms = [1, u, v, u * u, u * v, v * v]
  const variance =
    modes.reduce((sum, mode) => {
      const along = (first: number): number => terms.reduce((total, term, k) => total + term * mode[first + k]!, 0)
      return sum + along(0) ** 2 + along(6) ** 2
    }, 0) / 2
  expect(Math.abs(square / draws / variance - 1)).toBeLessThan(0.08)
})

test('few degrees of freedom give the tails of Student’s t', () => {
  const beyond = (freedom: number | null): number => {
    const displaced = displacer(displaceable([plan, zone({ placed: { placing: { ...placing, freedom }, share: 1 } })]))
    const still = displaceable([plan, zone()]).layers[1]!.layer.shapes.coordinates
    const moves = Array.from({ length: 4_000 }, (_, draw) => {
      const to = displaced(7, draw)[1]!.shapes.coordinates
      return to[0]! - still[0]!
    }).toSorted((a, b) => a - b)
    return (moves[3_899]! - moves[99]!) / (moves[2_999]! - moves[999]!)
  }
  // 95 % over 50 %: 2.91 for the normal distribution, 3.75 for t with 4 degrees of freedom.
  expect(beyond(null)).toBeGreaterThan(2.75)
  expect(beyond(null)).toBeLessThan(3.07)
  expect(beyond(4)).toBeGreaterThan(3.5)
  expect(beyond(4)).toBeLessThan(4.05)
})

test('a layer that is not placed is drawn as before', () => {
  const plain: UncertainLayer = { layer: square(0.01), accuracyM: 30, source: 'zone' }
  expect(coordinatesIn([plan, plain, zone()], 2, 1)).toEqual(coordinatesIn([plan, plain], 2, 1))
})
