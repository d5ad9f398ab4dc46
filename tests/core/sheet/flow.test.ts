import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { flow, flowOrExcuse, leastHeightMm, type Block } from '../../../core/sheet/flow.ts'
import { arrangementFor, layOut } from '../../../core/sheet/layout.ts'
import { paperOf, type Box } from '../../../core/sheet/paper.ts'

const block = (heightMm: number, more: Partial<Block> = {}): Block => ({
  heightMm,
  draw: (x, y) => `${x},${y};`,
  ...more,
})
const columns = (count: number, height: number): Box[] =>
  Array.from({ length: count }, (_, i) => ({ x: i * 10, y: 100, width: 10, height }))

test('blocks follow each other, column after column, with no space at the top', () => {
  const { drawn, left } = flow(
    [block(4, { beforeMm: 2 }), block(4, { beforeMm: 1 }), block(4, { beforeMm: 1 })],
    columns(2, 10),
  )
  expect(drawn).toEqual(['0,100;', '0,105;', '10,100;'])
  expect(left).toEqual([])
})

test('a heading stays with the row after it', () => {
  const { drawn } = flow([block(6), block(3, { keepsWithNext: true }), block(3)], columns(2, 10))
  expect(drawn).toEqual(['0,100;', '10,100;', '10,103;'])
})

test('what should stay together but is higher than any column is parted, not left out', () => {
  const { drawn, left } = flow(
    [block(1), ...Array.from({ length: 5 }, () => block(4, { keepsWithNext: true })), block(4)],
    columns(3, 10),
  )
  expect(drawn).toHaveLength(7)
  expect(left).toEqual([])
})

test('what does not fit is counted, not cut', () => {
  const excuse = (count: number): Block[] => [block(2, { draw: () => `${count} more` })]
  expect(flowOrExcuse([block(4), block(4), block(4), block(4)], columns(1, 10), excuse).drawn).toEqual([
    '0,100;',
    '0,104;',
    '2 more',
  ])
  expect(flowOrExcuse([block(40), block(4)], columns(2, 10), excuse).drawn).toEqual(['2 more'])
})

test('the least height takes all blocks, and a millimetre less does not', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 30 })
  fc.assert(
    fc.property(heights, fc.integer({ min: 1, max: 4 }), (all, count) => {
      const blocks = all.map((heightMm) => block(heightMm))
      const least = leastHeightMm(blocks, columns(count, 0), 500)
      expect(flow(blocks, columns(count, least)).left).toEqual([])
      expect(flow(blocks, columns(count, least - 1)).left.length).toBeGreaterThan(0)
    }),
    { seed: 2, numRuns: 100 },
  )
})

test.each([
  ['a4', 'landscape', false],
  ['a4', 'landscape', true],
  ['a4', 'portrait', false],
  ['a3', 'landscape', false],
  ['a3', 'portrait', true],
] as const)(
  'nothing overlaps and nothing leaves the paper: %s %s, right to left %s',
  (name, orientation, isRightToLeft) => {
    const paper = paperOf(name, orientation)
    for (const rows of [3, 30, 90, 400]) {
      const {
        map,
        columns: own,
        foot,
      } = layOut({
        paper,
        arrangement: arrangementFor(paper),
        hasLargeColumns: false,
        footParts: { scale: true, sources: true, method: true },
        nameMm: 1,
        isRightToLeft,
        headMm: 15,
        blocks: () => Array.from({ length: rows }, () => block(4)),
        footMm: (_, mostMm) => Math.min(35, mostMm),
      })
      const boxes = [map, ...own, foot.scale!, ...foot.sources, foot.method!]
      boxes.forEach((box, i) => {
        expect(box.x).toBeGreaterThanOrEqual(paper.marginMm - 0.001)
        expect(box.x + box.width).toBeLessThanOrEqual(paper.widthMm - paper.marginMm + 0.001)
        expect(box.y + box.height).toBeLessThanOrEqual(paper.heightMm - paper.marginMm + 0.001)
        expect(box.width).toBeGreaterThan(30)
        for (const other of boxes.slice(i + 1)) {
          const apart =
            box.x + box.width <= other.x ||
            other.x + other.width <= box.x ||
            box.y + box.height <= other.y ||
            other.y + other.height <= box.y
          expect(apart).toBe(true)
        }
      })
      expect(Math.min(map.width, map.height)).toBeGreaterThan(70)
    }
  },
)
