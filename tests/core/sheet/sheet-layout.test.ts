import { describe, expect, test } from 'vitest'
import { describeProblem } from '../../../core/result/problem.ts'
import { drawSheets, type SheetInput } from '../../../core/sheet/sheet.ts'
import {
  furniture,
  layoutVersion,
  defaultLayout,
  readSheetLayout,
  resolvedLayout,
} from '../../../core/sheet/sheet-layout.ts'
import { exampleInput, layoutOf } from './example-study.ts'

function first(said: Record<string, unknown>, change: Partial<SheetInput> = {}): string {
  const sheets = drawSheets(exampleInput({ layout: layoutOf(said), ...change }))
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.problem))
  return sheets.value[0]!
}

const groupOf = (svg: string, id: string): string =>
  new RegExp(`<g id="${id}"[^>]*?(?:/>|>.*?</g>)`).exec(svg)?.[0] ?? ''

test('a layout that says nothing is the plain one', () => {
  const read = readSheetLayout({ schema: layoutVersion })
  expect(read).toEqual({ ok: true, value: defaultLayout })
  expect(first({})).toBe(
    first({ page: { paper: 'a4', orientation: 'landscape' }, show: { title: true }, scale: undefined }),
  )
})

test.each([
  [{}, 'schema', '–'],
  [{ schema: 'basilia-layout/9' }, 'schema', '"basilia-layout/9"'],
  [{ schema: layoutVersion, page: { paper: 'a5' } }, 'page.paper', '"a5"'],
  [{ schema: layoutVersion, page: { widthMm: 85, heightMm: 5 } }, 'page.heightMm', '5'],
  [{ schema: layoutVersion, scale: 12.5 }, 'scale', '12.5'],
  [{ schema: layoutVersion, show: { compass: true } }, 'show', '{"compass":true}'],
  [{ schema: layoutVersion, logos: [{ image: 'a.png' }] }, 'logos.0.alt', '–'],
  [
    { schema: layoutVersion, boxes: { map: { xMm: 200, yMm: 10, widthMm: 100, heightMm: 50 } } },
    'boxes.map',
    '{"xMm":200,"yMm":10,"widthMm":100,"heightMm":50}',
  ],
  [
    {
      schema: layoutVersion,
      boxes: {
        map: { xMm: 10, yMm: 10, widthMm: 100, heightMm: 50 },
        scale: { xMm: 50, yMm: 40, widthMm: 60, heightMm: 20 },
      },
    },
    'boxes.scale',
    '{"xMm":50,"yMm":40,"widthMm":60,"heightMm":20}',
  ],
])('a wrong layout is refused with the place and the value: %#', (content, where, value) => {
  const read = readSheetLayout(content)
  if (read.ok) throw new Error('it was taken')
  expect(read.problem).toMatchObject({ code: 'layout-invalid', values: { where, value } })
  expect(describeProblem('en', read.problem)).toContain(where)
})

test('options go before the layout', () => {
  const layout = layoutOf({ page: { paper: 'a3', orientation: 'portrait' }, scale: 5000 })
  expect(resolvedLayout(layout, {})).toEqual(layout)
  expect(resolvedLayout(layout, { orientation: 'landscape' })).toMatchObject({
    page: { paper: 'a3', orientation: 'landscape' },
    scale: 5000,
  })
  expect(resolvedLayout(layout, { size: { widthMm: 85, heightMm: 110 }, scale: 900 })).toMatchObject({
    page: { widthMm: 85 },
    scale: 900,
  })
})

describe('what a layout says is on the sheet', () => {
  test('boxes of its own', () => {
    const map = { xMm: 20, yMm: 50, widthMm: 120, heightMm: 80 }
    const svg = first({ boxes: { map, columns: [{ xMm: 160, yMm: 50, widthMm: 60, heightMm: 90 }] } })
    expect(groupOf(svg, 'map')).toContain('<rect x="20" y="50" width="120" height="80"')
    expect(/<g id="share-bar".*?<rect x="([\d.]+)"/.exec(svg)?.[1]).toBe('160')
  })

  test('a part that would cover another is refused in words', () => {
    const sheets = drawSheets(
      exampleInput({ layout: layoutOf({ boxes: { map: { xMm: 10, yMm: 40, widthMm: 280, heightMm: 100 } } }) }),
    )
    expect(sheets.ok ? null : sheets.problem).toMatchObject({
      code: 'layout-overlap',
      values: { one: 'map', other: 'columns' },
    })
  })

  test('titles of its own, in both languages', () => {
    const said = { title: { en: 'A title', ar: 'عنوان' }, subtitle: { en: 'Under it' } }
    const [en, ar] = [first(said), first(said, { language: 'ar' })]
    expect(groupOf(en, 'title')).toMatch(/>A title<.*>Under it</)
    expect(groupOf(en, 'title')).not.toContain('as of')
    expect(groupOf(ar, 'title')).toContain('عنوان')
  })

  test('only the furniture that is wanted, whose groups stay for whoever looks for them', () => {
    const bare = first({ show: Object.fromEntries(furniture.map((piece) => [piece, false])) })
    for (const id of ['title', 'answer', 'legend', 'scale-bar', 'north-arrow', 'sources', 'method']) {
      expect(groupOf(bare, id), id).toMatch(new RegExp(`^<g id="${id}"(/>|></g>)$`))
    }
    expect(bare).not.toMatch(/<text|id="locator"/)
    expect(first({})).toMatch(/<g id="locator">/)
  })

  test('degrees as far apart as it says, doubled until their labels keep apart', () => {
    const labels = (svg: string): string[] =>
      [
        ...groupOf(svg, 'graticule')
          .concat(svg.slice(svg.indexOf('id="graticule"')))
          .matchAll(/(\d\d°\d\d&#39;\d\d&quot;) E/g),
      ].map(([, at]) => at!)
    expect(labels(first({ graticule: { everySeconds: 30 } }))).toContain('36°16&#39;30&quot;')
    expect(labels(first({ graticule: { everySeconds: 1 } })).length).toBeLessThan(30)
  })

  test('a figure of 85 × 110 mm, whose text gives the areas', () => {
    const svg = first({ page: { widthMm: 85, heightMm: 110 } })
    expect(svg).toContain('width="85mm" height="110mm" viewBox="0 0 85 110"')
    const words = svg.replace(/<[^>]*>/g, ' ').replace(/[\u2066-\u2069]/g, '')
    expect(words).toContain('BAS_control_overlap_85x110mm_2018-04-21')
    expect(words).toContain('ISIS')
    expect(words).not.toMatch(/of plan|Sources|Method/)
  })
})
