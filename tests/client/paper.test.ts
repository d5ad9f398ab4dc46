import { PDFiumLibrary } from '@hyzyla/pdfium'
import { Resvg } from '@resvg/resvg-js'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually, openStage, stageTimeoutMs, type Stage } from './open-page.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
  await loadRings()
}, stageTimeoutMs)
afterAll(() => stage.close())

/** A class in the hole of another, with an island of a third, each in an ink that darkens one channel. */
const inks = { around: '#00FFFF', within: '#FF00FF', island: '#FFFF00' } as const

/** Of each ring, in thousandths of a degree. */
const sides = { around: 30, within: 20, island: 9 } as const

async function loadRings(): Promise<void> {
  const created = await fetch(`${stage.address}/api/studies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Rings' }),
  })
  expect(created.status).toBe(201)
  const ring = (side: number): number[][] =>
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([x, y]) => [36.28 + (x! * side) / 2000, 33.48 + (y! * side) / 2000])
  const part = (held: string, ...rings: number[][][]) => ({
    type: 'Feature',
    properties: { held },
    geometry: { type: 'Polygon', coordinates: rings },
  })
  const classes = Object.entries(inks).map(([name, color]) => ({
    values: [name],
    label: { en: name, ar: name },
    color,
    pattern: 'solid',
  }))
  const around = part('around', ring(600), ring(sides.within))
  const within = part('within', ring(sides.within), ring(sides.island))
  await send('plan', { role: 'plan', name: 'plan', accuracyM: 1 }, [part('plan', ring(sides.around))])
  await send(
    'control',
    { role: 'control', name: 'control', classField: 'held', classes, date: '2018-04-21', accuracyM: 1 },
    [within, part('island', ring(sides.island)), around],
  )
}

async function send(name: string, options: object, features: readonly object[]): Promise<void> {
  const form = new FormData()
  form.append('options', JSON.stringify({ crs: 'EPSG:4326', ...options }))
  form.append('files', new Blob([JSON.stringify({ type: 'FeatureCollection', features })]), `${name}.geojson`)
  const answer = await fetch(`${stage.address}/api/studies/rings/layers`, { method: 'POST', body: form })
  expect(answer.status, await answer.text()).toBe(201)
}

type Picture = { readonly pixels: Uint8Array; readonly width: number; readonly height: number }

/**
 * What is printed in each ink, in dots; outside the plan a mask keeps every channel light. A line has the ink of the class
 * that was drawn last and lies half on either ground: the island's on what is within, the outer one's on that as well.
 */
function dotsOf({ pixels, width }: Picture): Record<keyof typeof inks | 'wide' | 'high', number> {
  const [columns, rows] = [new Map<number, number>(), new Map<number, number>()]
  const dots = { around: 0, within: 0, island: 0 }
  const lines = { around: 0, within: 0, island: 0 }
  for (let i = 0; i < pixels.length; i += 4) {
    const [low, ...rest] = [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!].map((value) => value < 148)
    const found = ([low, ...rest] as boolean[]).filter(Boolean).length === 1
    if (!found) continue
    const name = low ? 'around' : rest[0] ? 'within' : 'island'
    if (Math.min(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!) < 56) lines[name]++
    else dots[name]++
    const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)]
    columns.set(x, (columns.get(x) ?? 0) + 1)
    rows.set(y, (rows.get(y) ?? 0) + 1)
  }
  return {
    around: dots.around + lines.around / 2,
    within: dots.within + lines.within + (lines.around + lines.island) / 2,
    island: dots.island + lines.island / 2,
    wide: runOf(columns),
    high: runOf(rows),
  }
}

/** How many columns or rows hold more than a few dots, which may belong to a letter. */
const runOf = (lines: ReadonlyMap<number, number>): number => [...lines.values()].filter((dots) => dots > 60).length

/** Holds the inner classes to the ratio of their ground within 1 %, and the outer one to what its plan's line leaves of it. */
function expectRatio(picture: Picture, linePx: number): void {
  const { around, within, island, wide, high } = dotsOf(picture)
  const ground = {
    within: sides.within ** 2 - sides.island ** 2,
    island: sides.island ** 2,
    around: sides.around ** 2 - sides.within ** 2,
  }
  expect(within).toBeGreaterThan(5000)
  expect(Math.abs(within / island / (ground.within / ground.island) - 1)).toBeLessThan(0.01)
  const perDot = (within + island) / (ground.within + ground.island)
  const covered = perDot * sides.around ** 2 - wide * high
  expect(Math.abs(around / (perDot * ground.around - covered) - 1)).toBeLessThan(0.01)
  expect(covered / (2 * (wide + high))).toBeGreaterThan(0)
  expect(covered / (2 * (wide + high))).toBeLessThan(linePx)
}

async function screenOf(page: Page): Promise<Picture> {
  const png = await page.locator('.map').screenshot()
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  return new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`,
  ).render()
}

/** The first printed page, and what is said on all. */
async function paperOf(page: Page): Promise<Picture & { readonly text: string }> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(await page.pdf({ format: 'A4' }))
    const first = document.getPage(0)
    const { data, width, height } = await first.render({ scale: dotsPerPx / 0.75, render: 'bitmap' })
    return { pixels: data, width, height, text: Array.from(document.pages(), (own) => own.getText()).join('\n') }
  } finally {
    library.destroy()
  }
}

/** Of a CSS pixel on paper. */
const dotsPerPx = 3

describe('the map', () => {
  test('shows each class on as many dots as its ground has', async () => {
    const { page } = await stage.open('?study=rings')
    await eventually(async () => dotsOf(await screenOf(page)).island).toBeGreaterThan(1000)
    expectRatio(await screenOf(page), 4)
  })
})

describe.each([
  ['en', 'dark', { width: 1000, height: 1800 }],
  ['ar', 'light', { width: 1440, height: 900 }],
] as const)('the printed page (%s, %s, %o)', (lang, colorScheme, viewport) => {
  test('is map, legend, bar, table and sources on light paper, each class on the dots of its ground', async () => {
    const { page, errors } = await stage.open(`?study=rings&lang=${lang}`, { colorScheme, viewport })
    await page.waitForSelector('#tab-panel table')
    const paper = await paperOf(page)
    expect([...paper.pixels.subarray(0, 3)]).toEqual([255, 255, 255])
    expectRatio(cutOut(paper), 4 * dotsPerPx)
    for (const said of ['Rings', 'around', 'within', 'island', lang === 'en' ? 'Sources' : 'مصادر'])
      expect(paper.text.normalize('NFKC')).toContain(said)
    for (const unsaid of lang === 'en' ? ['Compare', 'Export', 'Drop', 'How sure'] : ['مقارنة', 'تصدير'])
      expect(paper.text.normalize('NFKC')).not.toContain(unsaid)
    expect(errors).toEqual([])
  })
})

/** The upper half of the page, where the map stands over bar, table and legend. */
const cutOut = ({ pixels, width, height }: Picture): Picture => ({
  pixels: pixels.subarray(0, width * Math.floor(height * 0.44) * 4),
  width,
  height,
})
