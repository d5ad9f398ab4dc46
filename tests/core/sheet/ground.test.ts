import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clipLine, clipRing, type Flat } from '../../../core/sheet/clip.ts'
import { generaliseLine, generaliseRing } from '../../../core/sheet/generalise.ts'
import { doubleArea, pathData, ringHolds, shapesOnPaper } from '../../../core/sheet/ground.ts'
import { paperProjection } from '../../../core/sheet/projection.ts'
import { middle, polygons, rectangle } from './example-study.ts'

const box = { x: 0, y: 0, width: 100, height: 60 }
const areaOf = (ring: Flat): number => Math.abs(doubleArea(ring)) / 2

describe('clipping', () => {
  test('keeps what lies inside and cuts at the edge', () => {
    expect(areaOf(clipRing([10, 10, 20, 10, 20, 20, 10, 20], box))).toBe(100)
    expect(areaOf(clipRing([-10, -10, 10, -10, 10, 10, -10, 10], box))).toBe(100)
    expect(clipRing([-30, -30, -10, -30, -10, -10], box)).toEqual([])
  })

  test('takes from any triangle the area that points inside both would count', () => {
    const coordinate = fc.integer({ min: -40, max: 140 })
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate, coordinate, coordinate, coordinate, coordinate), (triangle) => {
        const clipped = clipRing([...triangle], box)
        let inside = 0
        for (let x = 0.5; x < 100; x += 1) for (let y = 0.5; y < 60; y += 1) if (ringHolds([...triangle], x, y)) inside++
        expect(Math.abs(areaOf(clipped) - inside)).toBeLessThan(12 + 0.03 * inside)
      }),
      { seed: 3, numRuns: 60 },
    )
  })

  test('parts a line that leaves and comes back', () => {
    expect(clipLine([10, 10, 200, 10, 200, 20, 10, 20], box)).toEqual([
      [10, 10, 100, 10],
      [100, 20, 10, 20],
    ])
    expect(clipLine([-10, -10, -20, 70], box)).toEqual([])
  })
})

describe('generalising', () => {
  test('drops vertices that nobody could see and keeps the others', () => {
    expect(generaliseRing([0, 0, 5, 0.01, 10, 0, 10, 10, 0, 10], 0.05)).toEqual([0, 0, 10, 0, 10, 10, 0, 10])
    expect(generaliseLine([0, 0, 5, 0.2, 10, 0], 0.05)).toEqual([0, 0, 5, 0.2, 10, 0])
    expect(generaliseRing([0, 0, 0.01, 0, 0.01, 0.01, 0, 0.01], 0.05)).toEqual([])
  })

  test('stays within its tolerance of the line', () => {
    const steps = fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), { minLength: 3, maxLength: 60 })
    fc.assert(
      fc.property(steps, (points) => {
        const line = points.flat()
        const kept = generaliseLine(line, 0.05)
        for (let i = 0; i < line.length; i += 2) expect(distanceTo(kept, line[i]!, line[i + 1]!)).toBeLessThanOrEqual(0.05 + 1e-9)
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})

describe('shapes on paper', () => {
  const projection = paperProjection(middle, 50_000, box)
  const filledMm2 = (rings: readonly Flat[]): number => {
    let inside = 0
    for (let x = 0.25; x < 100; x += 0.5) {
      for (let y = 0.25; y < 60; y += 0.5) {
        const winding = rings.reduce((sum, ring) => sum + (ringHolds(ring, x, y) ? Math.sign(doubleArea(ring)) : 0), 0)
        if (winding !== 0) inside += 0.25
      }
    }
    return inside
  }

  test('fill by the non-zero rule what the even-odd rule fills, whatever the winding, and overlaps once', () => {
    const hole = rectangle(-5, -5, 5, 5)
    const two = polygons([
      { rings: [rectangle(-10, -10, 10, 10), hole] },
      { rings: [rectangle(-10, -10, 10, 10), hole.toReversed()] },
      { rings: [rectangle(0, -10, 20, 10)] },
    ])
    const shapes = shapesOnPaper(two.shapes, () => true, projection, box)
    const whole = shapesOnPaper(polygons([{ rings: [rectangle(-10, -10, 20, 10)] }]).shapes, () => true, projection, box)
    const leftOpen = shapesOnPaper(polygons([{ rings: [rectangle(-5, -5, 0, 5)] }]).shapes, () => true, projection, box)
    const filled = filledMm2(shapes.polygons.flatMap(({ rings }) => rings))
    const expected = filledMm2(whole.polygons.flatMap(({ rings }) => rings)) - filledMm2(leftOpen.polygons.flatMap(({ rings }) => rings))
    expect(Math.abs(filled - expected)).toBeLessThan(expected * 0.01)
  })

  test('write short relative paths', () => {
    expect(pathData([[1, 2, 1.5, 2, 1.5, 1.25]], true)).toBe('M1 2l.5 0 0-.75z')
  })
})

function distanceTo(line: Flat, x: number, y: number): number {
  let least = Infinity
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!]
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)))
  }
  return least
}
