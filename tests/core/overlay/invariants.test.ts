import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlay } from '../../../core/overlay/overlay.ts'
import type { Position, Ring } from '../shapes-of.ts'
import { fromPlain, keyed, sharedM2, totalM2 } from './overlay-of.ts'
import type { PlainLayer } from './slab-integration.ts'

const runs = { numRuns: Number(process.env['BASILIA_PROPERTY_RUNS'] ?? 150), seed: 4212018 }
const long = 3_600_000

const position: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: 36.25, max: 36.3, noNaN: true }),
  fc.double({ min: 33.45, max: 33.5, noNaN: true }),
)
const ring: fc.Arbitrary<Ring> = fc.array(position, { minLength: 3, maxLength: 12 })
const layer: fc.Arbitrary<PlainLayer> = fc
  .array(fc.tuple(fc.array(ring, { minLength: 1, maxLength: 2 }), fc.integer({ min: 0, max: 2 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((polygons) => ({ polygons: polygons.map(([rings]) => rings), classes: polygons.map(([, of]) => of) }))
const layers = fc.array(layer, { minLength: 2, maxLength: 3 })

const areasOf = (plain: readonly PlainLayer[]): Map<string, number> => keyed(overlay(plain.map(fromPlain)))

/** Fractions of a square metre on about 2,600 ha: 1e-13 relative. */
function same(found: Map<string, number>, wanted: Map<string, number>, toleranceM2 = 1e-5): void {
  for (const key of new Set([...found.keys(), ...wanted.keys()])) {
    expect(Math.abs((found.get(key) ?? 0) - (wanted.get(key) ?? 0)), key).toBeLessThan(toleranceM2)
  }
}

const mapRings = (plain: readonly PlainLayer[], change: (ring: Ring, number: number) => Ring): PlainLayer[] =>
  plain.map(({ polygons, classes }) => ({ classes, polygons: polygons.map((rings) => rings.map(change)) }))

test(
  'the combinations add up to the plan',
  () => {
    fc.assert(
      fc.property(layers, (plain) => {
        const found = overlay(plain.map(fromPlain))
        expect(Math.abs(totalM2(found) - found.planM2)).toBeLessThan(1e-5)
      }),
      runs,
    )
  },
  long,
)

test(
  'ring direction, start vertex and repeated vertices do not matter',
  () => {
    fc.assert(
      fc.property(layers, fc.nat(11), (plain, turn) => {
        const changed = mapRings(plain, (points, number) => {
          const at = turn % points.length
          const turned = points.slice(at).concat(points.slice(0, at))
          return (number + turn) % 2 ? turned.toReversed() : turned.flatMap((p) => [p, p])
        })
        same(areasOf(changed), areasOf(plain))
      }),
      runs,
    )
  },
  long,
)

test(
  'the order of polygons and of rings does not matter',
  () => {
    fc.assert(
      fc.property(layers, (plain) => {
        const changed = plain.map(({ polygons, classes }) => ({
          polygons: polygons.toReversed().map((rings) => rings.toReversed()),
          classes: classes.toReversed(),
        }))
        same(areasOf(changed), areasOf(plain))
      }),
      runs,
    )
  },
  long,
)

test(
  'the order of the layers over a plan does not matter',
  () => {
    fc.assert(
      fc.property(layer, layer, layer, (plan, one, two) => {
        const swapped = [...areasOf([plan, two, one])].map(([key, areaM2]): [string, number] => [
          key
            .split('+')
            .map((part) =>
              part.startsWith('1') ? `2${part.slice(1)}` : part.startsWith('2') ? `1${part.slice(1)}` : part,
            )
            .sort()
            .join('+'),
          areaM2,
        ])
        same(new Map(swapped), areasOf([plan, one, two]))
      }),
      runs,
    )
  },
  long,
)

test(
  'new vertices on the edges change nothing but rounding',
  () => {
    fc.assert(
      fc.property(layers, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (plain, part) => {
        const changed = mapRings(plain, (points) =>
          points.flatMap((p, i): Position[] => {
            const next = points[(i + 1) % points.length]!
            return [p, [p[0] + part * (next[0] - p[0]), p[1] + part * (next[1] - p[1])]]
          }),
        )
        same(areasOf(changed), areasOf(plain), 1e-3)
      }),
      runs,
    )
  },
  long,
)

test(
  'a polygon split along a line is the polygon',
  () => {
    const box = (west: number, east: number): Ring => [
      [west, 33.45],
      [east, 33.45],
      [east, 33.5],
      [west, 33.5],
    ]
    fc.assert(
      fc.property(layer, fc.double({ min: 36.26, max: 36.29, noNaN: true }), (over, cut) => {
        const whole = areasOf([{ polygons: [[box(36.25, 36.3)]], classes: [0] }, over])
        const split = areasOf([{ polygons: [[box(36.25, cut)], [box(cut, 36.3)]], classes: [0, 0] }, over])
        same(split, whole)
      }),
      runs,
    )
  },
  long,
)

test(
  'polygons that only touch share no ground',
  () => {
    const fan = (from: number, to: number): Ring => [
      [36.25, 33.45],
      [from, 33.5],
      [to, 33.5],
    ]
    fc.assert(
      fc.property(fc.double({ min: 36.26, max: 36.29, noNaN: true }), (cut) => {
        expect(sharedM2([[fan(36.25, cut)]], [[fan(cut, 36.3)]])).toBe(0)
      }),
      runs,
    )
  },
  long,
)

test(
  'a shift in longitude changes areas by no more than rounding of the coordinates',
  () => {
    fc.assert(
      fc.property(layers, fc.integer({ min: -100, max: 60 }), (plain, degrees) => {
        const moved = mapRings(plain, (points) => points.map(([x, y]): Position => [x + degrees, y]))
        same(areasOf(moved), areasOf(plain), 1e-3)
      }),
      runs,
    )
  },
  long,
)
