import { expect, test } from 'vitest'
import { placePicture, type PlacingRequest } from '../../../core/picture/place-picture.ts'
import type { ControlPoint } from '../../../core/model/picture-record.ts'

const pixelM = 12
/** A picture without turn, 12 m to a pixel, whose points err by a given part of a pixel. */
const pointAt = (x: number, y: number, [east, north]: readonly [number, number] = [0, 0]): ControlPoint => ({
  x,
  y,
  lon: 36.3 + ((x + east) * pixelM) / 92_800,
  lat: 33.5 - ((y - north) * pixelM) / 110_920,
})
const spread = [
  pointAt(50, 60, [0.4, -0.3]),
  pointAt(940, 80, [-0.5, 0.2]),
  pointAt(900, 730, [0.3, 0.4]),
  pointAt(80, 700, [-0.2, -0.4]),
  pointAt(500, 400, [0.1, 0.5]),
  pointAt(300, 250, [-0.4, 0.1]),
  pointAt(720, 520, [0.2, -0.5]),
]

function codesOf(points: readonly ControlPoint[], more: Partial<PlacingRequest> = {}): readonly string[] {
  const placed = placePicture({ points, clickPx: 2, linePx: 1, sourceM: 0, source: 'test', ...more })
  return placed.ok ? placed.value.notes.map(({ code }) => code) : [placed.problem.code]
}

test('sound points have no notes', () => {
  expect(codesOf(spread, { size: { width: 1_000, height: 800 } })).toEqual([])
})

test('a point that is off is named, and no other', () => {
  const off = spread.with(4, pointAt(500, 400, [14, 3]))
  const placed = placePicture({ points: off, clickPx: 2, linePx: 1, sourceM: 0, source: 'test' })
  if (!placed.ok) throw new Error(placed.problem.code)
  expect(placed.value.notes.filter(({ code }) => code === 'point-off').map(({ values }) => values['point'])).toEqual([
    5,
  ])
  const worst = placed.value.answer.points.map(({ leaveOneOutPx }) => leaveOneOutPx!)
  expect(worst.indexOf(Math.max(...worst))).toBe(4)
})

test('one point with longitude and latitude exchanged is told', () => {
  const own = spread[2]!
  expect(codesOf(spread.with(2, { ...own, lon: own.lat, lat: own.lon }))).toContain('point-exchanged')
})

test.each(['helmert', 'affine', 'projective', 'polynomial2', 'tps'] as const)(
  'all of them exchanged are refused: %s',
  (transform) => {
    const exchanged = spread.map((point) => ({ ...point, lon: point.lat, lat: point.lon }))
    expect(codesOf(exchanged, { transform })).toEqual(['picture-mirrored'])
    expect(codesOf(spread, { transform })).not.toContain('picture-mirrored')
  },
)

test('points that fit to the last digit are not called exchanged', () => {
  const exact = [
    [65, 65, 2.3, 48.9],
    [705, 65, 2.33, 48.9],
    [705, 505, 2.33, 48.88],
    [65, 505, 2.3, 48.88],
    [385, 285, 2.315, 48.89],
  ].map(([x, y, lon, lat]) => ({ x: x!, y: y!, lon: lon!, lat: lat! }))
  expect(codesOf(exact)).toEqual([])
})

test('y counted upwards is refused', () => {
  expect(codesOf(spread.map((point) => ({ ...point, y: 800 - point.y })))).toEqual(['picture-mirrored'])
})

test('too few points, and points on a line, are refused by what the transformation needs', () => {
  const line = [0, 1, 2, 3, 4].map((k) => pointAt(100 + 150 * k, 80 + 90 * k, [0.001 * k, 0]))
  expect(codesOf(line, { transform: 'affine' })).toEqual(['points-on-a-line'])
  expect(codesOf(line, { transform: 'tps' })).toEqual(['points-on-a-line'])
  expect(codesOf(line, { transform: 'helmert' })).not.toContain('points-on-a-line')
  expect(codesOf(spread.slice(0, 2), { transform: 'affine' })).toEqual(['points-too-few'])
  expect(codesOf(spread.slice(0, 3), { transform: 'projective' })).toEqual(['points-too-few'])
  expect(codesOf([])).toEqual(['points-too-few'])
  // Six points on two lines are a conic: no second-order polynomial follows from them.
  const conic = [0, 1, 2].flatMap((k) => [pointAt(100 + 300 * k, 100), pointAt(130 + 290 * k, 600)])
  expect(codesOf(conic, { transform: 'polynomial2' })).toEqual(['points-on-a-line'])
})

test('a place given twice is refused', () => {
  expect(codesOf([...spread, { ...spread[0]!, lon: 36.5 }])).toEqual(['points-alike'])
})

test('points in one corner are ill-spread for a layer beside them', () => {
  const corner = spread.map(({ x, y }) => pointAt(x / 10, y / 10, [0.3 * Math.sin(x), 0.3 * Math.cos(y)]))
  expect(codesOf(corner, { box: [0, 0, 1_000, 800] })).toContain('points-ill-spread')
  expect(codesOf(spread, { box: [0, 0, 1_000, 800] })).not.toContain('points-ill-spread')
})

test('a point outside the picture is told with its size', () => {
  expect(codesOf(spread, { size: { width: 800, height: 800 } })).toEqual([
    'point-outside-picture',
    'point-outside-picture',
  ])
})

test('a fit without redundancy takes the click for its error, and says so', () => {
  const placed = placePicture({
    points: spread.slice(0, 3),
    transform: 'affine',
    clickPx: 2,
    linePx: 0,
    sourceM: 0,
    source: 'test',
  })
  if (!placed.ok) throw new Error(placed.problem.code)
  const { answer, notes, placing } = placed.value
  expect(notes.map(({ code }) => code)).toContain('no-redundancy')
  expect(answer.leaveOneOutM).toBeNull()
  expect(answer.points.every(({ leaveOneOutM }) => leaveOneOutM === null)).toBe(true)
  expect(placing.freedom).toBeNull()
  const wider = placePicture({
    points: spread.slice(0, 3),
    transform: 'affine',
    clickPx: 4,
    linePx: 0,
    sourceM: 0,
    source: 'test',
  })
  expect(wider.ok && wider.value.placing.sigmaM / placing.sigmaM).toBeCloseTo(2, 4)
})

test('a transformation that bends to its points is told, with the plainer one that foretells them as well', () => {
  const far = spread.map(({ x, y }, i) => pointAt(x, y, [7 * Math.sin(5 * i), 7 * Math.cos(3 * i)]))
  expect(codesOf(far, { transform: 'polynomial2' })).toContain('fit-flexible')
  expect(codesOf(far, { transform: 'tps' })).toContain('fit-flexible')
  const placed = placePicture({ points: far, transform: 'tps', clickPx: 2, linePx: 1, sourceM: 0, source: 'test' })
  if (!placed.ok) throw new Error(placed.problem.code)
  const { values } = placed.value.notes.find(({ code }) => code === 'fit-flexible')!
  expect(Number(values['otherM'])).toBeLessThanOrEqual(Number(values['leaveOneOutM']))
})

test('a plain transformation is never called flexible, and none that the map needs', () => {
  const corners = [pointAt(10, 10, [0.6, -0.4]), pointAt(990, 12, [-0.7, 0.3]), pointAt(985, 790, [0.5, 0.6])]
  const five = [...corners, pointAt(15, 780, [-0.4, -0.6]), pointAt(500, 400, [0.2, 0.7])]
  expect(codesOf(five, { transform: 'affine' })).toEqual([])
  expect(codesOf(five, { transform: 'helmert' })).toEqual([])
  // A map bent by 30 pixels across, as an old sheet is: no plainer transformation follows it.
  const bent = [0, 1, 2, 3].flatMap((i) =>
    [0, 1, 2].map((k) => {
      const [x, y] = [60 + 290 * i, 70 + 330 * k]
      return pointAt(x, y, [30 * ((x - 500) / 500) ** 2 + 0.4 * Math.sin(x + y), 20 * ((y - 400) / 400) ** 2])
    }),
  )
  expect(codesOf(bent, { transform: 'polynomial2' })).not.toContain('fit-flexible')
  expect(codesOf(bent, { transform: 'affine' })).not.toContain('fit-flexible')
})

test('layers of one fit move as one, wherever each was traced', () => {
  const placingOf = (transform: PlacingRequest['transform'], box: PlacingRequest['box']) => {
    const placed = placePicture({ points: spread, transform, box, clickPx: 2, linePx: 1, source: 'test' })
    if (!placed.ok) throw new Error(placed.problem.code)
    const { sigmaM: _sigmaM, ...placing } = placed.value.placing
    return placing
  }
  for (const transform of ['helmert', 'affine', 'projective', 'polynomial2', 'tps'] as const)
    expect(placingOf(transform, [400, 300, 420, 320])).toEqual(placingOf(transform, [60, 90, 700, 600]))
})

test('a source that states no accuracy is told, and one that does widens it', () => {
  expect(codesOf(spread, { sourceM: undefined })).toEqual(['picture-accuracy-unstated'])
  const [none, some] = [0, 100].map((sourceM) => {
    const placed = placePicture({ points: spread, clickPx: 2, linePx: 2, sourceM, source: 'test' })
    if (!placed.ok) throw new Error(placed.problem.code)
    return placed.value
  })
  expect(none!.drawnM).toBeCloseTo(pixelM, 0)
  expect(some!.answer.accuracyM).toBeCloseTo(Math.hypot(none!.answer.accuracyM, 100), 6)
})
