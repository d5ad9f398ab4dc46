import { array, assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { LabelGrid } from '../../../core/tracing/pixel-grid.ts'
import { ringPixels, traceRegions, type TracedRegion } from '../../../core/tracing/trace-regions.ts'
import { gridOf } from './made-grid.ts'

const traced = (grid: LabelGrid): readonly TracedRegion[] => traceRegions(grid, 1_000)!

/** Grids of blobs of up to three labels and nothing, some of them single pixels that meet at corners. */
const grids = array(constantFrom(0, 1, 2, 3), { minLength: 36, maxLength: 36 }).chain((cells) =>
  integer({ min: 1, max: 4 }).map((cell): LabelGrid => {
    const side = 6 * cell
    const labels = Uint8Array.from({ length: side * side }, (_, pixel) => {
      const [x, y] = [pixel % side, Math.floor(pixel / side)]
      // Lines that wind, so that there is something to simplify.
      const [u, v] = [x + Math.round(cell * 0.6 * Math.sin(y)), y + Math.round(cell * 0.5 * Math.cos(x / 2))]
      const at = (value: number): number => Math.min(5, Math.max(0, Math.floor(value / cell)))
      return cells[at(v) * 6 + at(u)]!
    })
    return { width: side, height: side, labels }
  }),
)

type Edge = { readonly from: string; readonly to: string; readonly label: number }
const edgesOf = (regions: readonly TracedRegion[]): Edge[] =>
  regions.flatMap(({ label, rings }) =>
    rings.flatMap((ring) => ring.slice(1).map((to, i) => ({ from: ring[i]!.join(), to: to.join(), label }))),
  )

test('neighbours share every line: each edge is one region’s, and runs the other way in the other', () => {
  assert(
    property(grids, (grid) => {
      const edges = edgesOf(traced(grid))
      const own = new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge]))
      expect(own.size).toBe(edges.length)
      // An edge without a counterpart borders nothing: the ground beyond it is label 0.
      const outer = edges.filter(({ from, to }) => !own.has(`${to} ${from}`))
      let outerTwice = 0
      for (const { from, to } of outer) {
        const [[ax, ay], [bx, by]] = [from.split(',').map(Number), to.split(',').map(Number)]
        outerTwice += ax! * by! - bx! * ay!
      }
      const sum = traced(grid).reduce((total, region) => total + ringPixels(region), 0)
      expect(sum).toBeCloseTo(Math.abs(outerTwice) / 2, 9)
    }),
    { seed: 20, numRuns: 50 },
  )
})

test('no two lines cross or touch outside their ends', () => {
  assert(
    property(grids, (grid) => {
      const lines = [
        ...new Map(edgesOf(traced(grid)).map(({ from, to }) => [[from, to].toSorted().join(' '), [from, to]])).values(),
      ].map((ends) => ends.map((end) => end.split(',').map(Number)) as [[number, number], [number, number]])
      for (const [i, one] of lines.entries())
        for (const other of lines.slice(i + 1))
          expect(crossing(one, other), `${one.join()} ${other.join()}`).toBe(false)
    }),
    { seed: 21, numRuns: 20 },
  )
})

function crossing([a, b]: [[number, number], [number, number]], [c, d]: [[number, number], [number, number]]): boolean {
  const side = (p: readonly number[], q: readonly number[], r: readonly number[]): number =>
    Math.sign((q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

test('lines stay within half a pixel: what lies a pixel inside a label stays in its regions', () => {
  assert(
    property(grids, (grid) => {
      const { width, height, labels } = grid
      const regions = traced(grid)
      for (let y = 1; y < height - 1; y++) {
        for (let x = 1; x < width - 1; x++) {
          const own = labels[y * width + x]!
          const near = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => labels[(y + dy) * width + x + dx]!))
          if (near.some((label) => label !== own)) continue
          const holders = regions.filter((region) => holds(region, x + 0.5, y + 0.5)).map(({ label }) => label)
          expect(holders).toEqual(own === 0 ? [] : [own])
        }
      }
    }),
    { seed: 22, numRuns: 25 },
  )
})

function holds({ rings }: TracedRegion, x: number, y: number): boolean {
  let inside = false
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i]!, ring[i + 1]!]
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
    }
  return inside
}

test('a hole and the island in it are rings and a region of their own', () => {
  const regions = traced(
    gridOf('11111111', '12222221', '12222221', '12211221', '12211221', '12222221', '12222221', '11111111'),
  )
  expect(regions.map(({ label, rings }) => [label, rings.length])).toEqual([[1, 2], [1, 1], [2, 2]]) // prettier-ignore
})

test('a straight line between two classes stays one, and a slope becomes straight', () => {
  const upright = traced({
    width: 40,
    height: 40,
    labels: Uint8Array.from({ length: 1_600 }, (_, i) => (i % 40 < 17 ? 1 : 2)),
  })
  for (const region of upright) expect(region.rings[0]!.length).toBeLessThanOrEqual(9)
  const slope = traced({
    width: 40,
    height: 40,
    labels: Uint8Array.from({ length: 1_600 }, (_, i) => (i % 40 < Math.floor(i / 40) ? 1 : 2)),
  })
  for (const region of slope) expect(region.rings[0]!.length).toBeLessThanOrEqual(14)
})

test('more regions than can be used are no answer', () => {
  const labels = Uint8Array.from({ length: 900 }, (_, i) => ((i % 30) + Math.floor(i / 30)) % 2)
  expect(traceRegions({ width: 30, height: 30, labels }, 400)).toBeNull()
  expect(traceRegions({ width: 30, height: 30, labels }, 450)).not.toBeNull()
})
