import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ringHolds, type PaperPolygon } from '../../../core/sheet/ground.ts'
import { occupancyOf, pointsOf, type Footprint } from '../../../core/sheet/occupancy.ts'
import { placeNames, type Named } from '../../../core/sheet/place-names.ts'
import { evenFont } from './example-study.ts'

const frame = { x: 0, y: 0, width: 200, height: 130 }
const square = (x: number, y: number, width: number, height: number): PaperPolygon => ({
  feature: 0,
  rings: [[x, y, x + width, y, x + width, y + height, x, y + height]],
})
const place = (named: readonly Named[]) => placeNames(named, 6.5, evenFont, occupancyOf(frame))
const textOf = (placed: ReturnType<typeof place>[number]): string =>
  placed.lines.map((line) => line.map(({ text }) => text).join('')).join('/')

const meet = (a: Footprint, b: Footprint): boolean =>
  Math.abs(a.x - b.x) < (a.widthMm + b.widthMm) / 2 && Math.abs(a.y - b.y) < (a.heightMm + b.heightMm) / 2

test('no two names meet, and each lies in its ground and the frame', () => {
  const ground = fc.record({
    x: fc.integer({ min: -20, max: 190 }),
    y: fc.integer({ min: -20, max: 120 }),
    width: fc.integer({ min: 3, max: 80 }),
    height: fc.integer({ min: 3, max: 60 }),
    name: fc.constantFrom('Al Lawan', 'Qadam Sharqi', 'El', 'Kafr Souseh Al Balad'),
  })
  fc.assert(
    fc.property(fc.array(ground, { maxLength: 12 }), (grounds) => {
      const named = grounds.map(({ name, x, y, width, height }) => ({ name, polygons: [square(x, y, width, height)] }))
      const placed = place(named)
      placed.forEach((one, i) => {
        for (const other of placed.slice(i + 1)) expect(meet(one.footprint, other.footprint)).toBe(false)
        for (const [x, y] of pointsOf(one.footprint)) expect(x >= 0 && y >= 0 && x <= 200 && y <= 130).toBe(true)
        const holding = named.filter(({ polygons }) =>
          ringHolds([...polygons[0]!.rings[0]!], one.footprint.x, one.footprint.y),
        )
        expect(holding.map(({ name }) => name)).toContain(textOf(one).replace('/', ' '))
      })
    }),
    { seed: 11, numRuns: 120 },
  )
})

test('a name too wide for its ground goes on two lines, and is left out where that does not help', () => {
  expect(place([{ name: 'Kafr Souseh', polygons: [square(20, 20, 11, 20)] }]).map(textOf)).toEqual(['Kafr/Souseh'])
  expect(place([{ name: 'Kafr Souseh', polygons: [square(20, 20, 4, 4)] }])).toEqual([])
})

test('a point has its name beside it, on the free side', () => {
  const [left] = place([{ name: 'Darayya', x: 197, y: 60 }])
  expect(left!.footprint.x).toBeLessThan(197)
  const [right] = place([{ name: 'Darayya', x: 5, y: 60 }])
  expect(right!.footprint.x).toBeGreaterThan(5)
})

test('a line has its name along it, never upside down', () => {
  const [name] = place([{ name: 'Southern Bypass', lines: [[150, 100, 30, 40]] }])
  expect(name!.footprint.turnDegrees).toBeCloseTo((Math.atan2(60, 120) * 180) / Math.PI, 6)
  expect(place([{ name: 'Southern Bypass', lines: [[30, 40, 33, 41]] }])).toEqual([])
})

const covers = ({ x, y, widthMm, heightMm }: Footprint, dot: { x: number; y: number }): boolean =>
  Math.abs(dot.x - x) < widthMm / 2 && Math.abs(dot.y - y) < heightMm / 2

test('no name lies over a dot, its own or that of another place', () => {
  const dot = fc.record({
    x: fc.integer({ min: 5, max: 195 }),
    y: fc.integer({ min: 5, max: 125 }),
    name: fc.constantFrom('Yalda', 'Al-Hajar al-Aswad'),
  })
  fc.assert(
    fc.property(fc.array(dot, { minLength: 1, maxLength: 12 }), (dots) => {
      const placed = place([{ name: 'Al-Hajar al-Aswad', polygons: [square(40, 40, 60, 40)] }, ...dots])
      for (const { footprint } of placed) for (const own of dots) expect(covers(footprint, own)).toBe(false)
    }),
    { seed: 5, numRuns: 100 },
  )
})

test('the name of a place under another sign keeps off that sign', () => {
  const occupancy = occupancyOf(frame)
  const sign = { x: 98.3, y: 63.3, width: 3.4, height: 3.4 }
  occupancy.takeBox(sign)
  const [name] = placeNames([{ name: 'Darayya', x: 100, y: 65, clearMm: 1.7 }], 6.5, evenFont, occupancy)
  expect(name!.footprint.x - name!.footprint.widthMm / 2).toBeGreaterThan(sign.x + sign.width)
})

describe('along the edge of a plan', () => {
  const plan = [60, 30, 140, 30, 140, 100, 60, 100]
  const isInside = ({ x, y }: Footprint): boolean => ringHolds(plan, x, y)

  test('a street has its name before a neighbourhood, outside the plan where there is room', () => {
    const street: Named = { name: 'Thalatheen Street', turn: 'first', plan: [plan], lines: [[140, 30, 140, 100]] }
    const hood: Named = { name: 'Jouret', polygons: [square(141, 55, 8, 20)] }
    const [first, ...others] = place([hood, street])
    expect(textOf(first!)).toBe('Thalatheen Street')
    expect(isInside(first!.footprint)).toBe(false)
    for (const other of others) expect(meet(first!.footprint, other.footprint)).toBe(false)
  })

  test('the plan has its name outside its line and apart from that of a street, or none', () => {
    const street: Named = { name: 'Ring Road', turn: 'first', plan: [plan], lines: [[60, 30, 140, 30]] }
    const own: Named = { name: 'Basilia City', turn: 'first', plan: [plan], isPlan: true, lines: [[...plan, 60, 30]] }
    const placed = place([own, street])
    expect(placed.map(textOf).toSorted()).toEqual(['Basilia City', 'Ring Road'])
    for (const { footprint } of placed) expect(isInside(footprint)).toBe(false)
    const wide = [0, 0, 200, 0, 200, 130, 0, 130]
    expect(place([{ ...own, plan: [wide], lines: [[...wide, 0, 0]] }])).toEqual([])
  })

  test('a street too short for its name has it beside its middle', () => {
    const short: Named = { name: 'Thalatheen Street', turn: 'first', plan: [plan], lines: [[140, 60, 140, 64]] }
    expect(place([short]).map(textOf)).toEqual(['Thalatheen Street'])
    expect(place([{ name: 'Thalatheen Street', lines: [[140, 60, 140, 64]] }])).toEqual([])
  })
})
