import { expect, test } from 'vitest'
import { ringAreaM2 } from '../../../core/geometry/ring-area.ts'
import type { Position, Ring } from '../shapes-of.ts'
import { sharedM2 } from './overlay-of.ts'

const west = 36.29
const south = 33.48
const side = 1e-3

const at = (...points: readonly (readonly [number, number])[]): Ring =>
  points.map(([x, y]) => [west + side * x, south + side * y])
const box = (x: number, y: number, w = 1, h = 1): Ring => {
  const [x0, x1, y0, y1] = [west + side * x, west + side * x + side * w, south + side * y, south + side * y + side * h]
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
}
const shifted = (ring: Ring, x: number, y: number): Ring => ring.map(([lon, lat]) => [lon + x, lat + y])
const areaOf = (ring: Ring): number => Math.abs(ringAreaM2(Float64Array.from(ring.flat()), 0, ring.length))

/** A closed wiggle of 1,000 vertices, always the same. */
const wiggle: Ring = Array.from({ length: 1000 }, (_, i): Position => {
  const t = (2 * Math.PI * i) / 1000
  const r = side * (1 + 0.2 * Math.sin(5 * t + 1) + 0.05 * Math.sin(37 * t) + 0.01 * Math.sin(211 * t + 2))
  return [west + r * Math.cos(t), south + r * Math.sin(t)]
})

/** Every coordinate moved by up to `amount`, seeded (Lehmer 1951). */
function noisy(ring: Ring, amount: number): Ring {
  let state = 7
  const next = (): number => ((state = (state * 48271) % 2147483647) / 2147483647) * 2 - 1
  return ring.map(([x, y]) => [x + amount * next(), y + amount * next()])
}

const big = box(-1, -1, 3, 3)
const unit = box(0, 0)
const bow = at([0, 0], [1, 1], [1, 0], [0, 1])
const middle = [0.5, 0.5] as const
const bowHalf = at([0, 0], middle, [0, 1])
const otherHalf = at([1, 0], [1, 1], middle)
const star = Array.from({ length: 5 }, (_, i) => Math.PI / 2 + (i * 2 * Math.PI) / 5)
const tip = (angle: number): readonly [number, number] => [Math.cos(angle), Math.sin(angle)]
const notch = (angle: number): readonly [number, number] => {
  const shrink = (3 + Math.sqrt(5)) / 2
  return [Math.cos(angle + Math.PI / 5) / shrink, Math.sin(angle + Math.PI / 5) / shrink]
}
const comb = Array.from({ length: 200 }, (_, i) => i / 200).flatMap(
  (x) =>
    [
      [x, 1],
      [x + 0.0025, 1],
      [x + 0.0025, 0.5],
      [x + 0.005, 0.5],
    ] as const,
)

type Polygons = readonly (readonly Ring[])[]
type Case = readonly [name: string, plan: Polygons, layer: Polygons, pieces: readonly Ring[], holes?: readonly Ring[]]

const cases: readonly Case[] = [
  ['identical squares', [[unit]], [[unit]], [unit]],
  ['identical wiggles', [[wiggle]], [[wiggle]], [wiggle]],
  [
    'identical, the other way round from another vertex',
    [[wiggle]],
    [[wiggle.slice(500).concat(wiggle.slice(0, 500)).toReversed()]],
    [wiggle],
  ],
  ['two identical polygons in the layer', [[big]], [[unit], [unit]], [unit]],
  ['one ring three times, two reversed', [[big]], [[unit], [unit.toReversed()], [unit.toReversed()]], [unit]],
  ['a shared edge only', [[unit]], [[box(1, 0)]], []],
  ['a touch at a vertex', [[unit]], [[box(1, 1)]], []],
  ['a vertex that touches an edge', [[unit]], [[at([1, 0.5], [2, 0], [2, 1])]], []],
  ['overlapping edges on one line', [[unit]], [[box(0.5, 0)]], [box(0.5, 0, 0.5, 1)]],
  ['inside, sharing two edges', [[unit]], [[box(0, 0, 0.25, 0.25)]], [box(0, 0, 0.25, 0.25)]],
  [
    'neighbours with a shared edge cut differently',
    [[big]],
    [[at([0, 0], [1, 0], [1, 0.25], [1, 0.5], [1, 1], [0, 1])], [at([1, 0], [2, 0], [2, 1], [1, 1], [1, 2 / 3])]],
    [box(0, 0, 2, 1)],
  ],
  ...[1e-9, 1e-12].map((d): Case => [
    `shifted by ${d} degrees`,
    [[unit]],
    [[shifted(unit, d, d)]],
    [
      [
        [west + d, south + d],
        [west + side, south + d],
        [west + side, south + side],
        [west + d, south + side],
      ],
    ],
  ]),
  ...[1e-12, 1e-13, 1e-14, 1e-15, 1e-16].map((d): Case => [
    `a wiggle and itself with noise of ${d}`,
    [[wiggle]],
    [[noisy(wiggle, d)]],
    [wiggle],
  ]),
  ['a wiggle and itself moved by 1e-13', [[wiggle]], [[shifted(wiggle, 1e-13, 0)]], [wiggle]],
  ['bow-tie', [[big]], [[bow]], [bowHalf, otherHalf]],
  ['half a bow-tie', [[box(-1, -1, 1.5, 3)]], [[bow]], [bowHalf]],
  ['bow-tie as the plan', [[bow]], [[big]], [bowHalf, otherHalf]],
  [
    'pentagram',
    [[big]],
    [[at(...star.map((_, i) => tip(star[(2 * i) % 5]!)))]],
    star.map((angle) => at(notch(angle - (2 * Math.PI) / 5), tip(angle), notch(angle))),
  ],
  ['a spike outwards', [[big]], [[at([0, 0], [1, 0], [1, 0.5], [1.5, 0.5], [1, 0.5], [1, 1], [0, 1])]], [unit]],
  ['a spike inwards', [[big]], [[at([0, 0], [1, 0], [1, 0.5], [0.5, 0.5], [1, 0.5], [1, 1], [0, 1])]], [unit]],
  ['repeated vertices', [[unit.flatMap((p) => [p, p, p])]], [[box(0.5, 0)]], [box(0.5, 0, 0.5, 1)]],
  ...[1e-9, 1e-11].map((w): Case => [
    `a sliver ${w} degrees wide`,
    [[unit]],
    [[box(1 / 3, -1, w / side, 3)]],
    [box(1 / 3, 0, w / side, 1)],
  ]),
  [
    'a hole that shares an edge with its shell',
    [[big]],
    [[unit, box(0.25, 0, 0.5, 0.5)]],
    [unit],
    [box(0.25, 0, 0.5, 0.5)],
  ],
  [
    'a hole that touches its shell',
    [[big]],
    [[unit, at([0, 0], [0.5, 0.25], [0.25, 0.5])]],
    [unit],
    [at([0, 0], [0.5, 0.25], [0.25, 0.5])],
  ],
  [
    'two holes that touch',
    [[big]],
    [[unit, box(0.25, 0.25, 0.25, 0.25), box(0.5, 0.5, 0.25, 0.25)]],
    [unit],
    [box(0.25, 0.25, 0.25, 0.25), box(0.5, 0.5, 0.25, 0.25)],
  ],
  [
    'an island in a hole',
    [[big]],
    [[unit, box(0.25, 0.25, 0.5, 0.5)], [box(0.4, 0.4, 0.2, 0.2)]],
    [unit, box(0.4, 0.4, 0.2, 0.2)],
    [box(0.25, 0.25, 0.5, 0.5)],
  ],
  ['a hole in the plan that the layer fills', [[unit, box(0.25, 0.25, 0.5, 0.5)]], [[box(0.25, 0.25, 0.5, 0.5)]], []],
  ['a hole like its shell', [[big]], [[unit, unit]], []],
  ['a ring without area', [[big]], [[at([0, 0], [1, 0], [0.5, 0])]], []],
  [
    'a figure of eight that touches itself',
    [[big]],
    [[at([0, 0], [1, 0], middle, [1, 1], [0, 1], middle)]],
    [at([0, 0], [1, 0], middle), at([1, 1], [0, 1], middle)],
  ],
  ['wound twice', [[big]], [[[...unit, ...unit]]], []],
  [
    'a comb of 200 teeth',
    [[at(...comb, [1, 0], [0, 0])]],
    [[box(0, 0.5)]],
    Array.from({ length: 200 }, (_, i) => box(i / 200, 0.5, 1 / 400, 0.5)),
  ],
]

test.each(cases.map((one) => ({ name: one[0], one })))('$name', ({ one: [, plan, layer, pieces, holes = []] }) => {
  const wanted =
    pieces.reduce((sum, piece) => sum + areaOf(piece), 0) - holes.reduce((sum, hole) => sum + areaOf(hole), 0)
  expect(Math.abs(sharedM2(plan, layer) - wanted)).toBeLessThan(Math.max(1e-7 * wanted, 1e-6))
})

test.each([1e-6, 1e-8, 1e-9, 1e-10])(
  'noise of %f degrees moves the shared ground by no more than a strip of that width',
  (d) => {
    const lengthM = wiggle.length * side * 111_320 * 0.02
    expect(Math.abs(sharedM2([[wiggle]], [[noisy(wiggle, d)]]) - areaOf(wiggle))).toBeLessThan(lengthM * d * 111_320)
  },
)

test.each([1e-6, 1e-9, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15])(
  'three noisy copies of one outline, %f degrees apart, close and cover it',
  (d) => {
    const shared = sharedM2([[noisy(wiggle, d)]], [[wiggle], [noisy(wiggle.toReversed(), d)], [shifted(wiggle, d, -d)]])
    const lengthM = wiggle.length * side * 111_320 * 0.02
    expect(Math.abs(shared - areaOf(wiggle))).toBeLessThan(lengthM * d * 111_320 + 1e-6)
  },
)
