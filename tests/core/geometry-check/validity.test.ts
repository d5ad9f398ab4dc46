import { array, assert, double, integer, property, record, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { ellipsoidalRectangleM2 } from './rectangle.ts'
import type { Attributes, Shapes } from '../../../core/geometry/shapes.ts'
import { faultKinds, validityReportSchema } from '../../../core/geometry-check/fault.ts'
import { validityReport, type CheckedFeatures } from '../../../core/geometry-check/validity-report.ts'
import { isMessageKey } from '../../../core/i18n/translate.ts'
import { faultsOf } from '../overlay/validity.ts'
import { shapesOf, type Ring } from '../shapes-of.ts'
import { geosReference } from './geos-reference.ts'

const unit = 0.001
const square = (x: number, y: number, side = 1): Ring => [
  [x, y],
  [x + side * unit, y],
  [x + side * unit, y + side * unit],
  [x, y + side * unit],
]
const [lon, lat] = [36.3, 33.5]
const [lon0, lat0] = [36, 33]
/** Area of a box `side` units wide and high whose south-west corner is the base. */
const boxM2 = (side: number, fromX = 0, fromY = 0): number =>
  ellipsoidalRectangleM2(
    lon + fromX * unit,
    lat + fromY * unit,
    lon + (fromX + side) * unit,
    lat + (fromY + side) * unit,
  )

function report(shapes: Shapes, given: Partial<CheckedFeatures> = {}, classOf = (_feature: number) => 0) {
  const attributes: Attributes[] = Array.from({ length: Math.max(0, ...shapes.polygonFeature) + 1 }, () => ({}))
  const made = validityReport({ features: { shapes, attributes }, evenOdd: 'polygon', ...given }, classOf)
  return validityReportSchema.parse(made)
}
const kindsOf = (made: ReturnType<typeof report>) => made.faults.map(({ kind }) => kind)

test('a ring that crosses itself: the place, and both areas', () => {
  const bowTie: Ring = [
    [lon, lat],
    [lon + 2 * unit, lat + 2 * unit],
    [lon + 2 * unit, lat],
    [lon, lat + 2 * unit],
  ]
  const { faults, kinds } = report(shapesOf([[bowTie]]))
  expect(faults).toHaveLength(1)
  const [{ kind, place, areaM2, otherwiseM2, count }] = faults as [(typeof faults)[0]]
  expect([kind, count]).toEqual(['ring-crosses-itself', 1])
  expect(place![0]).toBeCloseTo(lon + unit, 12)
  expect(place![1]).toBeCloseTo(lat + unit, 12)
  // Two of the four triangles of the box, of which the formula subtracts one from the other.
  expect(areaM2 / (boxM2(2) / 2)).toBeCloseTo(1, 4)
  expect(Math.abs(otherwiseM2)).toBeLessThan(areaM2 * 1e-3)
  expect(kinds[0]).toMatchObject({ kind, count: 1, areaM2, otherwiseM2, message: 'A ring crosses itself' })
})

test('holes where they do not belong: even-odd beside the order of the rings', () => {
  const shell = square(lon, lat, 4)
  const outside = report(shapesOf([[shell, square(lon + 6 * unit, lat)]])).faults[0]!
  expect([outside.kind, outside.ring]).toEqual(['hole-outside', 2])
  expect(outside.areaM2).toBeCloseTo(boxM2(4) + boxM2(1, 6), 3)
  expect(outside.otherwiseM2).toBeCloseTo(boxM2(4) - boxM2(1, 6), 3)

  const nested = report(
    shapesOf([[shell, square(lon + unit, lat + unit, 2), square(lon + 1.5 * unit, lat + 1.5 * unit)]]),
  )
  expect(kindsOf(nested)).toEqual(['hole-in-hole'])
  expect(nested.faults[0]!.areaM2).toBeCloseTo(boxM2(4) - boxM2(2, 1, 1) + boxM2(1, 1.5, 1.5), 3)

  // In a shapefile the rings say by their direction what they are: here the hole runs as its shell does.
  const hole = square(lon + unit, lat + unit)
  const wound = report(shapesOf([[shell, hole]]), { evenOdd: 'feature' })
  expect(kindsOf(wound)).toEqual(['ring-wound-wrongly'])
  expect(wound.faults[0]!.areaM2).toBeCloseTo(boxM2(4) - boxM2(1, 1, 1), 3)
  expect(wound.faults[0]!.otherwiseM2).toBeCloseTo(boxM2(4) + boxM2(1, 1, 1), 3)
  expect(report(shapesOf([[shell, hole.toReversed()]]), { evenOdd: 'feature' }).faults).toEqual([])
})

test('overlaps are told of features of one class only, with the ground that both claim', () => {
  const shapes = shapesOf([
    [square(lon, lat, 2)],
    [square(lon + unit, lat + unit, 2)],
    [square(lon + 2 * unit, lat, 1)],
  ])
  const { faults } = report(shapes)
  expect(faults.map(({ kind, feature, other }) => [kind, feature, other])).toEqual([['features-overlap', 2, 1]])
  expect(faults[0]!.otherwiseM2 - faults[0]!.areaM2).toBeCloseTo(boxM2(1, 1, 1), 3)
  const [x, y] = faults[0]!.place!
  expect([x - lon, y - lat].every((away) => away > 0.999 * unit && away < 2.001 * unit)).toBe(true)
  expect(report(shapes, {}, (feature) => feature).faults).toEqual([])
  expect(report(shapes, {}, (feature) => (feature === 0 ? -1 : 0)).faults).toEqual([])
})

test('two classes with one outline are claimed by two: each counts in its own class', () => {
  const { faults, kinds } = report(shapesOf([[square(lon, lat, 2)], [square(lon, lat, 2)]]), {}, (feature) => feature)
  expect(faults).toMatchObject([{ kind: 'outline-of-two', feature: 2, other: 1 }])
  expect(faults[0]!.areaM2).toBe(faults[0]!.otherwiseM2)
  expect(kinds[0]!.engine).not.toContain('once')
})

test('repeated features, open rings, spikes, repeated points, tiny rings and features without geometry', () => {
  const whole = square(lon, lat)
  const again = [...whole.slice(2), ...whole.slice(0, 2)].toReversed()
  expect(report(shapesOf([[whole], [again]])).faults).toMatchObject([
    { kind: 'feature-repeated', feature: 2, other: 1 },
  ])
  const spiked: Ring = [
    ...whole.slice(0, 3),
    [lon + unit / 2, lat + unit],
    [lon + unit / 2, lat + 3 * unit],
    [lon + unit / 2, lat + unit],
    whole[3]!,
  ]
  expect(kindsOf(report(shapesOf([[spiked]])))).toEqual(['spike'])
  expect(kindsOf(report(shapesOf([[[whole[0]!, whole[0]!, ...whole.slice(1)]]])))).toEqual(['points-repeated'])
  expect(kindsOf(report(shapesOf([[whole.slice(0, 2)]])))).toEqual(['ring-short'])
  expect(kindsOf(report(shapesOf([[square(lon, lat, 0.001)]])))).toEqual(['ring-tiny'])
  const figure: Ring = [
    ...whole.slice(0, 3),
    [lon + unit / 2, lat + 2 * unit],
    [lon + 1.5 * unit, lat + 2 * unit],
    whole[2]!,
    whole[3]!,
  ]
  expect(kindsOf(report(shapesOf([[figure]])))).toContain('ring-touches-itself')
  const shapes = shapesOf([[whole]])
  expect(report(shapes, { openParts: [0] }).faults).toMatchObject([{ kind: 'ring-open', place: whole[0] }])
  const empty = report(shapes, { features: { shapes, attributes: [{}, {}] }, featureNumbers: Uint32Array.of(3, 9) })
  expect(empty.faults).toEqual([{ kind: 'no-geometry', feature: 9, count: 1, place: null, areaM2: 0, otherwiseM2: 0 }])
})

test('rows of boxes that touch have no fault, and shifting one over its neighbour always has one', () => {
  const boxes = record({ count: integer({ min: 2, max: 12 }), shift: double({ min: 0.01, max: 0.4, noNaN: true }) })
  assert(
    property(boxes, ({ count, shift }) => {
      const row = (by: number) =>
        shapesOf(Array.from({ length: count }, (_, i) => [square(lon + (i + (i === 1 ? by : 0)) * unit, lat)]))
      expect(report(row(0)).faults).toEqual([])
      const { faults, areaM2 } = report(row(-shift))
      expect(kindsOf(report(row(-shift)))).toEqual(['features-overlap'])
      expect((faults[0]!.otherwiseM2 - faults[0]!.areaM2) / (shift * boxM2(1))).toBeCloseTo(1, 4)
      expect(areaM2! / (count * boxM2(1))).toBeCloseTo(1, 8)
    }),
    { seed: 4, numRuns: 40 },
  )
})

test.each(Object.entries(geosReference))(
  'rings that GEOS calls %s have a fault of their course, or none',
  (verdict, rings) => {
    expect(rings.length).toBeGreaterThan(50)
    // In 1024ths of a degree whatever lies on one line does so without rounding.
    const placeOf = (digits: string): [number, number] => [
      lon0 + Number(digits[0]) / 1024,
      lat0 + Number(digits[1]) / 1024,
    ]
    for (const ring of rings) {
      const shapes = shapesOf([[ring.match(/../g)!.map(placeOf)]])
      const reported = kindsOf(report(shapes)).filter((kind) => kind !== 'points-repeated')
      if (verdict === 'valid') expect([ring, reported]).toEqual([ring, []])
      else expect([ring, reported.length > 0]).toEqual([ring, true])
    }
  },
)

test('rings on a small grid: every crossing that trying all edges finds is told, and none besides', () => {
  const vertex = tuple(integer({ min: 0, max: 5 }), integer({ min: 0, max: 5 }))
  assert(
    property(array(vertex, { minLength: 3, maxLength: 8 }), (vertices) => {
      const shapes = shapesOf([[vertices.map(([x, y]): [number, number] => [lon + x * unit, lat + y * unit])]])
      const kinds = kindsOf(report(shapes))
      const byHand = faultsOf(shapes)
      if (byHand.some((fault) => fault.startsWith('edges'))) expect(kinds).toContain('ring-crosses-itself')
      if (byHand.every((fault) => fault.endsWith('the wrong way'))) {
        expect(kinds.filter((kind) => kind === 'ring-crosses-itself' || kind === 'ring-touches-itself')).toEqual([])
      }
    }),
    { seed: 5, numRuns: 400 },
  )
})

test('every kind has its three sentences', () => {
  const keys = faultKinds.flatMap((kind) => ['', '.engine', '.otherwise'].map((part) => `validity.${kind}${part}`))
  expect(keys.filter((key) => !isMessageKey(key))).toEqual([])
})

test('a thousand polygons on one another are told of without comparing each with all', () => {
  const { faults, kinds, uncompared } = report(shapesOf(Array.from({ length: 1_000 }, () => [square(lon, lat, 4)])))
  expect(kinds.find(({ kind }) => kind === 'feature-repeated')?.count).toBe(999)
  expect(faults.length).toBeLessThan(5_000)
  expect(uncompared).toBe(1_000)
  // Beside the pile, what overlaps elsewhere is still found.
  const apart = [square(lon + 50 * unit, lat, 4), square(lon + 52 * unit, lat, 4)]
  const piled = Array.from({ length: 300 }, (_, i) => square(lon + (i / 300) * unit, lat, 4))
  const { faults: found, uncompared: ofPile } = report(shapesOf([...piled, ...apart].map((ring) => [ring])))
  expect(
    found.some(({ kind, feature, other }) => kind === 'features-overlap' && feature === 302 && other === 301),
  ).toBe(true)
  expect(ofPile).toBeGreaterThan(200)
  expect(ofPile).toBeLessThanOrEqual(300)
  // Up to thirty on one another each is compared with all.
  const few = report(shapesOf(Array.from({ length: 30 }, (_, i) => [square(lon + (i / 300) * unit, lat, 4)])))
  expect(few.kinds.find(({ kind }) => kind === 'features-overlap')?.count).toBe((30 * 29) / 2)
  expect(few.uncompared).toBe(0)
})
