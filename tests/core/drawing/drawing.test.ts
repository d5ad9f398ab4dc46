import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containment } from '../../../core/geometry/contains.ts'
import { overlay } from '../../../core/overlay/overlay.ts'
import { asOneClass } from '../../../core/overlay/union.ts'
import { addRegion, insertPlace, movePlace, removePlace, removeRegion } from '../../../core/drawing/edit-places.ts'
import { placeText, readPlace } from '../../../core/drawing/read-place.ts'
import {
  collectionOf,
  drawingOf,
  isSamePlace,
  regionM2,
  shapesOf,
  type Drawing,
  type Place,
  type Region,
  type Ring,
} from '../../../core/drawing/region.ts'
import { followed, snapTo } from '../../../core/drawing/snap.ts'
import { splitRegion } from '../../../core/drawing/split-region.ts'
import { cutOut, keptOff, mergeRegions } from '../../../core/drawing/united-regions.ts'
import type { Outcome } from '../../../core/result/outcome.ts'

const seed = 19
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]
const region = (...rings: Ring[]): Region => ({ properties: { class: 'A' }, polygons: [rings] })
const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.problem.code)
const totalM2 = (drawing: Drawing): number => drawing.reduce((sum, own) => sum + regionM2(own), 0)

/** Ground that only one of two drawings has, and ground that two regions of the second have. */
function differenceM2(a: Drawing, b: Drawing): { readonly between: number; readonly twice: number } {
  const area = (layers: Drawing[]) => overlay(layers.map((own) => asOneClass(shapesOf(own))))
  const [ab, ba] = [area([a, b]), area([b, a])]
  const only = (own: ReturnType<typeof area>): number =>
    own.combinations.filter(({ classes }) => classes[1]!.length === 0).reduce((sum, { areaM2 }) => sum + areaM2, 0)
  const shapes = shapesOf(b)
  const apart = overlay([
    asOneClass(shapes),
    { shapes, polygonClass: Int32Array.from(shapes.polygonFeature), classCount: b.length },
  ])
  const twice = apart.combinations.filter(({ classes }) => classes[1]!.length > 1)
  return { between: only(ab) + only(ba), twice: twice.reduce((sum, { areaM2 }) => sum + areaM2, 0) }
}

/** A ring about the middle of Basilia City, its corners in turn round it, so that it never crosses itself. */
const star = fc
  .array(
    fc.record({
      turn: fc.double({ min: 0.05, max: 1, noNaN: true }),
      far: fc.double({ min: 0.2, max: 1, noNaN: true }),
    }),
    {
      minLength: 3,
      maxLength: 14,
    },
  )
  .map((steps): Ring => {
    const whole = steps.reduce((sum, { turn }) => sum + turn, 0)
    let angle = 0
    return steps.map(({ turn, far }): Place => {
      angle += (turn / whole) * 2 * Math.PI
      return [36.28 + 0.02 * far * Math.cos(angle), 33.48 + 0.02 * far * Math.sin(angle)]
    })
  })
  .filter((ring) => regionM2(region(ring)) > 10_000 && containment(shapesOf([region(ring)]))(36.28, 33.48))

/** A line across all of it, with up to three bends. */
const across = fc
  .tuple(
    fc.double({ min: 33.47, max: 33.49, noNaN: true }),
    fc.array(
      fc.tuple(fc.double({ min: 36.26, max: 36.3, noNaN: true }), fc.double({ min: 33.46, max: 33.5, noNaN: true })),
      {
        maxLength: 3,
      },
    ),
    fc.double({ min: 33.47, max: 33.49, noNaN: true }),
  )
  .map(([from, bends, to]): Place[] => [[36.2, from], ...bends.toSorted((a, b) => a[0] - b[0]), [36.36, to]])

describe('a split', () => {
  test('keeps the ground, leaves no gap and no overlap, and is taken back by merging the parts', () => {
    let several = 0
    fc.assert(
      fc.property(star, across, (ring, line) => {
        const before = [region(ring)]
        const split = splitRegion(before, 0, line)
        if (!split.ok) {
          expect(['split-misses', 'split-unclear']).toContain(split.problem.code)
          return
        }
        const parts = split.value
        const wholeM2 = regionM2(before[0]!)
        expect(parts.length).toBeGreaterThan(1)
        if (parts.length > 2) several++
        expect(Math.abs(totalM2(parts) - wholeM2)).toBeLessThanOrEqual(1e-9 * wholeM2)
        const found = differenceM2(before, parts)
        expect(found.twice).toBeLessThanOrEqual(1e-9 * wholeM2)
        expect(found.between).toBeLessThanOrEqual(1e-9 * wholeM2)
        let merged: Drawing = parts
        for (let left = parts.length; left > 1; left--) {
          const partner = merged.findIndex((_, i) => i > 0 && mergeRegions(merged, 0, i).ok)
          merged = value(mergeRegions(merged, 0, partner))
        }
        expect(merged).toHaveLength(1)
        expect(merged[0]!.properties).toEqual(before[0]!.properties)
        expect(merged[0]!.polygons).toHaveLength(1)
        expect(Math.abs(totalM2(merged) - wholeM2)).toBeLessThanOrEqual(1e-9 * wholeM2)
        expect(differenceM2(before, merged).between).toBeLessThanOrEqual(1e-9 * wholeM2)
      }),
      { seed, numRuns: 300 },
    )
    expect(several).toBeGreaterThan(10)
  })

  test('of a region with a hole goes round the hole', () => {
    const ring: Drawing = [region(box(0, 0, 9, 9), box(3, 3, 6, 6).toReversed())]
    const halves = value(
      splitRegion(ring, 0, [
        [-1, 4],
        [10, 5],
      ]),
    )
    expect(halves).toHaveLength(2)
    for (const half of halves) expect(half.polygons[0]).toHaveLength(1)
    expect(differenceM2(ring, halves).between).toBeLessThan(1e-9 * totalM2(ring))
    const beside = value(
      splitRegion(ring, 0, [
        [1, -1],
        [1, 10],
      ]),
    )
    expect(beside.map(({ polygons }) => polygons[0]!.length).toSorted((a, b) => a - b)).toEqual([1, 2])
    const merged = value(mergeRegions(halves, 0, 1))
    expect(merged[0]!.polygons[0]).toHaveLength(2)
  })

  test('by a line through corners, along an edge and onto the outline puts no second corner beside one', () => {
    const square: Drawing = [region(box(0, 0, 8, 8))]
    const halves = value(
      splitRegion(square, 0, [
        [0, 0],
        [8, 8],
      ]),
    )
    expect(halves.map(({ polygons }) => polygons[0]![0]!.length)).toEqual([3, 3])
    const along = value(
      splitRegion(square, 0, [
        [0, 0],
        [4, 0],
        [4, 8],
      ]),
    )
    expect(along.map(({ polygons }) => polygons[0]![0]!.length)).toEqual([4, 4])
    const loop = value(
      splitRegion(square, 0, [
        [4, -1],
        [4, 3],
        [5, 3],
        [5, 4],
        [3, 4],
        [3, 2],
        [6, 2],
        [6, 9],
      ]),
    )
    expect(Math.abs(totalM2(loop) - totalM2(square))).toBeLessThan(1e-9 * totalM2(square))
    for (const line of [
      [
        [1, 1],
        [2, 2],
      ],
      [
        [-1, 4],
        [4, 4],
      ],
      [
        [0, 0],
        [8, 0],
      ],
      [
        [20, 0],
        [20, 9],
      ],
      [[4, 4]],
    ] as Place[][])
      expect([line, codeOf(splitRegion(square, 0, line))]).toEqual([line, 'split-misses'])
  })

  test('gives neighbours the places at which it meets their line', () => {
    const x = 36.3 + 1 / 300
    const drawing = [region(box(36.3, 33.48, x, 33.49)), region(box(x, 33.48, 36.31, 33.49))]
    const parts = value(
      splitRegion(drawing, 0, [
        [36.2, 33.4841],
        [x, 33.4 + 0.0866 + 1 / 7e5],
      ]),
    )
    const neighbour = parts.at(-1)!.polygons[0]![0]!
    expect(neighbour).toHaveLength(5)
    for (const part of parts.slice(0, 2))
      expect(
        part.polygons[0]![0]!.some((place) =>
          isSamePlace(
            place,
            neighbour.find((own) => !drawing[1]!.polygons[0]![0]!.some((before) => isSamePlace(before, own)))!,
          ),
        ),
      ).toBe(true)
    expect(differenceM2(drawing, parts)).toEqual({ between: expect.closeTo(0, 2) as number, twice: 0 })
  })
})

describe('a merge', () => {
  test('counts ground of both once, and refuses what meets in a point or not at all', () => {
    const [a, b] = [region(box(0, 0, 4, 4)), region(box(3, 0, 8, 4))]
    const merged = value(mergeRegions([a, b], 0, 1))
    expect(totalM2(merged)).toBeCloseTo(regionM2(region(box(0, 0, 8, 4))), -1)
    for (const apart of [box(5, 5, 6, 6), box(4, 4, 5, 5)])
      expect(codeOf(mergeRegions([a, region(apart)], 0, 1))).toBe('merge-apart')
  })

  test('finds the common line where one of the two has a corner in it', () => {
    const merged = value(mergeRegions([region(box(0, 0, 4, 4)), region(box(4, 1, 8, 3))], 0, 1))
    expect(merged).toHaveLength(1)
    expect(merged[0]!.polygons).toHaveLength(1)
  })
})

describe('a hole', () => {
  test('takes its ground out, and no more', () => {
    const drawing = [region(box(0, 0, 9, 9))]
    const holed = value(cutOut(drawing, 0, box(3, 3, 6, 6)))
    expect(holed[0]!.polygons[0]).toHaveLength(2)
    expect(totalM2(holed)).toBeCloseTo(totalM2(drawing) - regionM2(region(box(3, 3, 6, 6))), -1)
    expect(codeOf(cutOut(drawing, 0, box(20, 0, 21, 1)))).toBe('hole-outside')
    expect(codeOf(cutOut(drawing, 0, box(-1, -1, 10, 10)))).toBe('hole-takes-all')
    expect(value(cutOut(drawing, 0, box(4, -1, 5, 10)))[0]!.polygons).toHaveLength(2)
  })
})

describe('a region drawn over others', () => {
  const first = region(box(36.3, 33.48, 36.305, 33.49))

  test('is cut back to their lines, which both then have, and no ground is claimed twice', () => {
    const over: Drawing = [first, region(box(36.303, 33.482, 36.31, 33.486))]
    const kept = value(keptOff(over, 1))
    expect(differenceM2(over, kept)).toEqual({
      between: expect.closeTo(0, 2) as number,
      twice: expect.closeTo(0, 2) as number,
    })
    expect(regionM2(kept[0]!)).toBeCloseTo(regionM2(first), 2)
    const [own, other] = kept.map(({ polygons }) => polygons.flat(2))
    expect(other!.filter((place) => own!.some((each) => isSamePlace(each, place)))).toHaveLength(2)
  })

  test('stays the same where it only touches them, and is refused where nothing of it is left', () => {
    const beside: Drawing = [first, region(box(36.305, 33.48, 36.31, 33.49))]
    expect(value(keptOff(beside, 1))).toBe(beside)
    expect(codeOf(keptOff([first, region(box(36.301, 33.482, 36.302, 33.483))], 1))).toBe('region-covered')
  })
})

describe('places', () => {
  const x = 36.3 + 1 / 300
  const pair: Drawing = [region(box(36.3, 33.48, x, 33.49)), region(box(x, 33.48, 36.31, 33.49))]

  test('that neighbours share are moved, put in and taken out in both', () => {
    const put = insertPlace(pair, [x, 33.48], [x, 33.49], [x + 0.001, 33.485])
    expect(put.map(({ polygons }) => polygons[0]![0]!.length)).toEqual([5, 5])
    expect(differenceM2(pair, put)).toEqual({ between: expect.closeTo(0, 2) as number, twice: 0 })
    const moved = value(movePlace(put, [x + 0.001, 33.485], [x - 0.0004, 33.4861]))
    expect(differenceM2(pair, moved).twice).toBe(0)
    expect(totalM2(moved)).toBeCloseTo(totalM2(pair), 2)
    expect(value(removePlace(moved, [x - 0.0004, 33.4861]))).toEqual(pair)
  })

  test('are not taken from a ring that has only three', () => {
    const triangle: Drawing = [
      region([
        [0, 0],
        [1, 0],
        [0, 1],
      ]),
    ]
    expect(codeOf(removePlace(triangle, [0, 0]))).toBe('ring-too-short')
    expect(codeOf(movePlace(triangle, [0, 0], [1, 0]))).toBe('ring-too-short')
    expect(
      codeOf(
        addRegion(
          [],
          [
            [0, 0],
            [1, 0],
            [0, 0],
          ],
          {},
        ),
      ),
    ).toBe('ring-too-short')
    expect(removeRegion(triangle, 0)).toEqual([])
  })

  test('along lines are taken over, so that nothing is left between neighbours and nothing is twice', () => {
    fc.assert(
      fc.property(star, fc.nat(), fc.nat(), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (ring, i, j, part) => {
        const rings = [ring]
        const at = (n: number): Place => ring[n % ring.length]!
        const [a, b] = [at(i), at(i + 1)]
        // Near the edge, and drawn onto it.
        const near: Place = [a[0] + part * (b[0] - a[0]) + 1e-6, a[1] + part * (b[1] - a[1])]
        const from = snapTo(near, rings, 2e-6)!.place
        const to = at(j)
        fc.pre(!isSamePlace(from, to))
        const way = followed(rings, from, to)
        // A neighbour far outside, along this line.
        const outer: Place[] = [from, ...way, to]
          .toReversed()
          .map(([lon, lat]): Place => [36.28 + 3 * (lon - 36.28), 33.48 + 3 * (lat - 33.48)])
        const drawing = value(addRegion([region(ring)], [from, ...way, to, ...outer], { class: 'B' }))
        const [first, second] = drawing
        const theirs = new Set(second!.polygons[0]![0]!.map(String))
        for (const place of [from, ...way, to]) expect(theirs.has(String(place))).toBe(true)
        expect(first!.polygons[0]![0]!.some((place) => isSamePlace(place, from))).toBe(true)
        expect(differenceM2([first!, second!], drawing).twice).toBeLessThanOrEqual(1e-9 * totalM2(drawing))
      }),
      { seed, numRuns: 200 },
    )
  })

  test('snap to a corner before an edge, to its last digit, and to nothing that is far', () => {
    const rings = [box(36.3, 33.48, x, 33.49)]
    expect(snapTo([x + 1e-6, 33.4800001], rings, 1e-5)).toEqual({ place: [x, 33.48], to: 'corner' })
    expect(snapTo([x + 1e-6, 33.485], rings, 1e-5)).toEqual({ place: [x, 33.485], to: 'edge' })
    expect(snapTo([x + 1e-3, 33.485], rings, 1e-5)).toBeNull()
  })

  test('go to GeoJSON and back as they are', () => {
    const drawing = value(cutOut(pair, 0, box(36.301, 33.482, 36.302, 33.483)))
    expect(drawingOf(JSON.parse(JSON.stringify(collectionOf(drawing))) as never)).toEqual(drawing)
  })
})

describe('a place that is typed', () => {
  test.each([
    ['33.4712, 36.2841', [36.2841, 33.4712]],
    ['33.4712 36.2841', [36.2841, 33.4712]],
    ['٣٣٫٤٧١٢، ٣٦٫٢٨٤١', [36.2841, 33.4712]],
    ['36.2841 E, 33.4712 N', [36.2841, 33.4712]],
    ['-33.5, -36.25', [-36.25, -33.5]],
    ['33°30′N, 36°15′E', [36.25, 33.5]],
    ['33°30\'00"S; 36°15\'36"W', [-36.26, -33.5]],
    ['', null],
    ['33.4712', null],
    ['33.4712, 36.2841, 7', null],
    ['133.4712, 36.2841', null],
    ['north, east', null],
    ['33 N, 36 N', null],
    ['33°61′N, 36°15′E', null],
  ] as const)('%s', (text, place) => {
    expect(readPlace(text)).toEqual(place)
  })

  test('is written as it is read', () => {
    const places = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
    )
    fc.assert(
      fc.property(places, ([lon, lat]) => {
        fc.pre(!/e/.test(placeText([lon, lat])))
        expect(readPlace(placeText([lon, lat]))).toEqual([lon + 0, lat + 0])
      }),
      { seed },
    )
  })
})
