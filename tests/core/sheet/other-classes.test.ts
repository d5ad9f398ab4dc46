import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { measureStudy } from '../../../core/measure/measure.ts'
import { ringHolds } from '../../../core/sheet/ground.ts'
import { drawSheets } from '../../../core/sheet/sheet.ts'
import type { SheetInput } from '../../../core/sheet/sheet-input.ts'
import { sheetPages } from '../../../core/sheet/sheet-pages.ts'
import type { Layer } from '../../../core/model/layer.ts'
import {
  exampleFeatures,
  exampleInput,
  exampleStudy,
  layerRecord,
  layoutOf,
  polygons,
  rectangle,
} from './example-study.ts'

/** Cells that fill the plan column by column, each column wider than the one before. */
function cells(count: number, role: Layer['role'], change: Partial<SheetInput> = {}): SheetInput {
  const study = exampleStudy({
    headline: undefined,
    layers: [
      layerRecord({ id: 'plan', role: 'plan' }),
      layerRecord({ id: 'use', role, classField: 'use', date: '2018-04-21' }),
    ],
  })
  const rows = Math.floor(Math.sqrt(count))
  const columns = Math.ceil(count / rows)
  const east = (column: number): number => -16 + (32 * column * (column + 9)) / (columns * (columns + 9))
  const north = (row: number): number => -13 + (26 * row) / rows
  const use = polygons(
    Array.from({ length: count }, (_, i) => {
      const [column, row] = [Math.floor(i / rows), i % rows]
      return {
        rings: [rectangle(east(column), north(row), east(column + 1), north(row + 1))],
        properties: { use: `Use ${i + 1}` },
      }
    }),
  )
  const features = new Map([...exampleFeatures(), ['use', use]])
  const measured = measureStudy(study, features)
  if (!measured.ok) throw new Error(JSON.stringify(measured.problem))
  return exampleInput({ study, features, measurement: measured.value, ...change })
}

function sheetsOf(input: SheetInput): readonly string[] {
  const sheets = drawSheets(input)
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.problem))
  return sheets.value
}

const wordsOf = (svg: string): string =>
  svg
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')

/** The groups of classes on the map, each with how it is marked and what it draws. */
const classGroups = (svg: string): { readonly mark: string; readonly ground: string }[] =>
  [
    ...svg.matchAll(
      /<g id="class-use-\d+"[^>]*?(data-class(?:es)?="[^"]*")[^>]*><defs><g id="(ground-use-\d+)"([^>]*)>(.*?)<\/g><\/defs>/g,
    ),
  ].map(([, mark, , , ground]) => ({ mark: mark!, ground: ground! }))

const dotsPerMm = 5

/** Square millimetres of paths on the paper. */
function inkedMm2(ground: string): number {
  const { pixels } = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="210" height="150" viewBox="0 10 210 150"><g fill-rule="evenodd">${ground}</g></svg>`,
    { font: { loadSystemFonts: false }, fitTo: { mode: 'zoom', value: dotsPerMm } },
  ).render()
  let covered = 0
  for (let i = 3; i < pixels.length; i += 4) covered += pixels[i]! / 255
  return covered / dotsPerMm ** 2
}

/** Rows of the legend: label, hectares. */
const rowsOf = (svg: string): Map<string, number> =>
  new Map(
    [...wordsOf(svg).matchAll(/(\d+\. Use \d+|\d+ other classes) ([\d,.]+) [<\d]/g)].map(([, label, area]) => [
      label!,
      Number(area!.replaceAll(',', '')),
    ]),
  )

describe.each([60, 500])('of %i classes', (count) => {
  const input = cells(count, 'zones')
  const sheets = sheetsOf(input)
  const rows = rowsOf(sheets[0]!)

  test('the largest have a symbol and a number of their own, and the others stand together with their area, on one page', () => {
    expect(sheets).toHaveLength(1)
    expect(rows.size).toBe(24)
    const bySize = input.measurement.layers[0]!.classes.toSorted((a, b) => b.areaM2 - a.areaM2)
    const rest = bySize.slice(23).reduce((sum, { areaM2 }) => sum + areaM2 / 1e4, 0)
    expect(rows.get(`${count - 23} other classes`)).toBeCloseTo(rest, 0)
    const shown = new Map([...rows].map(([label, area]) => [label.replace(/^\d+\. /, ''), area]))
    for (const { class: name, areaM2 } of bySize.slice(0, 23)) expect(shown.get(name!)).toBeCloseTo(areaM2 / 1e4, 0)
  })

  test('no symbol of the legend comes twice', () => {
    const legend = /<g id="legend">(.*?)<g id="locator"/s.exec(sheets[0]!)![1]!
    const signs = [...legend.matchAll(/((?:<rect [^>]*>)+)<text/g)].map(([, rects]) =>
      rects!.replaceAll(/ (x|y|width|height)="[^"]*"/g, ''),
    )
    const shown = signs.filter((sign) => sign.includes('stroke='))
    expect(shown.length).toBeGreaterThanOrEqual(24)
    expect(new Set(shown).size).toBe(shown.length)
  })

  test('the map has for each row the ground that the row says', () => {
    const { scale } = valueOf(sheetPages(input))
    const groups = classGroups(sheets[0]!)
    expect(groups).toHaveLength(24)
    for (const { mark, ground } of groups) {
      const label = mark.startsWith('data-classes')
        ? `${count - 23} other classes`
        : [...rows.keys()].find((row) => `data-class="${row.replace(/^\d+\. /, '')}"` === mark)!
      const wantedMm2 = (rows.get(label)! * 1e4) / (scale! / 1000) ** 2
      expect(Math.abs(inkedMm2(ground) - wantedMm2), label).toBeLessThan(0.02 * wantedMm2 + 0.5)
    }
  })

  test('each number on the map lies on ground of the class that has it in the legend', () => {
    const groups = classGroups(sheets[0]!)
    const names = /<g id="names">(.*?)<\/g>/s.exec(sheets[0]!)![1]!
    const numbers = [...names.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>(\d+)<\/text>/g)]
    expect(numbers.length).toBeGreaterThan(12)
    for (const [, x, y, number] of numbers) {
      const [row] = [...rows.keys()].filter((label) => label.startsWith(`${number}. `))
      const own = groups.find(({ mark }) => mark === `data-class="${row!.replace(/^\d+\. /, '')}"`)!
      expect(
        ringsOf(own.ground).some((ring) => ringHolds(ring, Number(x), Number(y) - 0.7)),
        number,
      ).toBe(true)
    }
  })
})

test('up to twenty-four classes have no number, and none stands for others', () => {
  const [svg] = sheetsOf(cells(24, 'zones'))
  expect(wordsOf(svg!)).not.toMatch(/other class|1\. Use/)
  expect(classGroups(svg!)).toHaveLength(24)
})

test('the legend lists a class that lies outside the plan only where the map shows it', () => {
  const beyond = (lon: number): SheetInput => {
    const input = cells(3, 'control')
    const study = { ...input.study, layers: input.study.layers.map((layer) => ({ ...layer })) }
    const use = polygons([
      { rings: [rectangle(-16, -13, 16, 13)], properties: { use: 'Inside' } },
      { rings: [rectangle(lon, -13, lon + 2, 13)], properties: { use: 'Outside' } },
    ])
    const features = new Map([...input.features, ['use', use]])
    return exampleInput({ study, features, measurement: valueOf(measureStudy(study, features)) })
  }
  expect(wordsOf(sheetsOf(beyond(17))[0]!)).toMatch(/Outside 0\.0 0\.0 %/)
  expect(wordsOf(sheetsOf(beyond(400))[0]!)).not.toContain('Outside')
})

test('a figure without areas lists only what lies in its frame', () => {
  const input = cells(12, 'control', { layout: layoutOf({ page: { widthMm: 85, heightMm: 110 }, scale: 5000 }) })
  const words = wordsOf(sheetsOf(input)[0]!)
  expect(words).not.toMatch(/Use 1 |Use 12 /)
  expect(words).toContain('Use 8')
})

/** The rings of paths in relative steps. */
function ringsOf(paths: string): number[][] {
  return [...paths.matchAll(/M([^z]*)z/g)].map(([, data]) => {
    const values = [...data!.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number)
    const ring: number[] = []
    for (let i = 0; i < values.length; i += 2)
      ring.push(values[i]! + (i === 0 ? 0 : ring[i - 2]!), values[i + 1]! + (i === 0 ? 0 : ring[i - 1]!))
    return ring
  })
}

function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}
