import * as fc from 'fast-check'
import type { Position } from 'geojson'
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
        for (let x = 0.5; x < 100; x += 1)
          for (let y = 0.5; y < 60; y += 1) if (ringHolds([...triangle], x, y)) inside++
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
    const steps = fc.array(
      fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
      { minLength: 3, maxLength: 60 },
    )
    fc.assert(
      fc.property(steps, (points) => {
        const line = points.flat()
        const kept = generaliseLine(line, 0.05)
        for (let i = 0; i < line.length; i += 2)
          expect(distanceTo(kept, line[i]!, line[i + 1]!)).toBeLessThanOrEqual(0.05 + 1e-9)
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})

describe('shapes on paper', () => {
  const projection = paperProjection(middle, 50_000, box)
  const boundedBy = (lines: readonly Flat[]): number => lines.reduce((sum, ring) => sum + areaOf(ring), 0)

  test('keep the area of a ring to half a hundredth, however small, round or narrow', () => {
    const round = (radius: number): Position[] =>
      Array.from({ length: 181 }, (_, i) => [
        middle[0] + radius * Math.cos((i * Math.PI) / 90),
        middle[1] + radius * Math.sin((i * Math.PI) / 90),
      ])
    const narrow = (width: number): Position[] => {
      const there = Array.from({ length: 40 }, (_, i): Position => [middle[0] + i / 2000, middle[1] + (i % 7) / 4000])
      return [...there, ...there.toReversed().map(([x, y]): Position => [x!, y! + width]), there[0]!]
    }
    for (const ring of [round(0.01), round(0.005), round(0.0005), narrow(0.004), narrow(0.0004)]) {
      const { shapes } = polygons([{ rings: [ring] }])
      const exact = ring.slice(0, -1).flatMap(([lon, lat]) => projection.toPaper(lon!, lat!))
      const [drawn] = shapesOnPaper(shapes, () => true, projection, box).polygons
      expect(Math.abs(boundedBy(drawn!.rings) / areaOf(exact) - 1)).toBeLessThan(0.005)
      expect(drawn!.rings[0]!.length).toBeLessThanOrEqual(exact.length)
    }
  })

  test('keep a swarm whose members are smaller than what generalising may move', () => {
    const small = 0.01
    const swarm = Array.from({ length: 400 }, (_, i) => {
      const [x, y] = [(i * 0.6180339) % 16, (i * 0.7548777) % 12]
      return { rings: [rectangle(x, y, x + small * 2, y + small * 2)] }
    })
    const drawn = shapesOnPaper(polygons(swarm).shapes, () => true, projection, box).polygons
    const alone = rectangle(0, 0, small * 2, small * 2)
      .slice(0, -1)
      .flatMap(([lon, lat]) => projection.toPaper(lon!, lat!))
    expect(Math.abs(boundedBy(drawn.flatMap(({ rings }) => rings)) / (400 * areaOf(alone)) - 1)).toBeLessThan(0.05)
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
