import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { drawSheets, type SheetInput } from '../../../core/sheet/sheet.ts'
import { sheetName } from '../../../core/sheet/sheet-name.ts'
import {
  exampleFeatures,
  exampleInput,
  exampleMeasurement,
  exampleStudy,
  layerRecord,
  layoutOf,
  polygons,
  rectangle,
} from './example-study.ts'

const ids = ['title', 'map', 'legend', 'scale-bar', 'north-arrow', 'sources', 'method']

/** Draws a sheet that must be well-formed (resvg's parser is strict), complete and within the rules of the sheet. */
function drawn(change: Partial<SheetInput> = {}): string {
  const svg = sheetsOf(change)[0]!
  for (const id of ids) expect(svg.split(`<g id="${id}"`).length, id).toBe(2)
  const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual((6 * 25.4) / 72 - 0.001)
  const lines = [...svg.matchAll(/stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width))
  expect(Math.min(...lines)).toBeGreaterThanOrEqual(0.1)
  expect(svg).not.toMatch(/direction="rtl"|NaN|Infinity|undefined/)
  return svg
}

/** All sheets, each of them well-formed. */
function sheetsOf(change: Partial<SheetInput> = {}): readonly string[] {
  const sheets = drawSheets(exampleInput(change))
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.problem))
  for (const svg of sheets.value) expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow()
  return sheets.value
}

/** The words of the sheet, without direction marks. */
const wordsOf = (svg: string): string =>
  svg
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')

describe('a sheet', () => {
  test.each([
    ['a4', 'landscape', 297, 210],
    ['a4', 'portrait', 210, 297],
    ['a3', 'landscape', 420, 297],
    ['a3', 'portrait', 297, 420],
  ] as const)('is %s %s in millimetres', (paper, orientation, width, height) => {
    for (const language of ['en', 'ar'] as const) {
      const svg = drawn({ layout: layoutOf({ page: { paper, orientation } }), language })
      expect(svg).toContain(`width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"`)
    }
  })

  test('says the answer, the figures, the dates, the sources, the method and its own name', () => {
    const words = wordsOf(drawn())
    for (const part of [
      'Basilia City',
      'Control and shelling on the ground of the plan, as of 21 April 2018',
      '214 ha, up to 429 ha by some sources alone',
      'ISIS 214.4 25.0 %',
      'Government 428.8 50.0 %',
      'not covered 686.1 80.0 %',
      'several classes, not covered: none.',
      'schematic',
      'The Factional Rift Finalizes',
      'Licence: CC BY 4.0.',
      'Engine: basilia 0.1.0.',
      'plan 100 m, control 150 m',
      'BAS_control_overlap_a4_2018-04-21 · 0123456789ab',
    ])
      expect(words).toContain(part)
  })

  test('gives an interval the room of its column on the side on which its figures run, in both languages', () => {
    const measurement = exampleMeasurement()
    const layers = measurement.layers.map((layer) => ({
      ...layer,
      classes: layer.classes.map((own) => ({ ...own, low: own.areaM2 * 0.9, high: own.areaM2 * 1.1 })),
    }))
    const places = (language: 'en' | 'ar', heads: readonly string[]): number[] => {
      const layout = layoutOf({ page: { paper: 'a3', orientation: 'landscape' } })
      const svg = drawn({ language, layout, measurement: { ...measurement, layers } })
      return heads.map((head) => {
        const text = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g)].find(
          ([, , words]) => words!.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '').replaceAll('\u00a0', ' ') === head,
        )
        return Number(text![1])
      })
    }
    const [area, interval] = places('en', ['ha', '95 %'])
    const [shareAr, intervalAr] = places('ar', ['من المخطط', '95%'])
    expect(intervalAr! - shareAr!).toBeCloseTo(interval! - area!, 1)
  })

  test('in Arabic has its Latin words in isolates, a mirrored legend and the same map', () => {
    const [en, ar] = [drawn(), drawn({ language: 'ar' })]
    const words = wordsOf(ar)
    for (const part of ['باسيليا سيتي', 'رسم تقريبي (كروكي)', 'المصادر', 'المنهجية', 'تنظيم الدولة', '21 نيسان 2018'])
      expect(words).toContain(part)
    expect(ar).toMatch(/text-anchor="end"[^>]*>[^<]*\u2066[^<]*\u2069[^<]*</)
    expect(ar).not.toContain('\u2067')
    expect(ar.split('\u2069').length).toBe(ar.split('\u2066').length)
    const firstX = (svg: string, id: string): number =>
      Number(new RegExp(`<g id="${id}".*?<rect x="([\\d.]+)"`).exec(svg)![1])
    expect(firstX(en, 'share-bar')).toBeGreaterThan(200)
    expect(firstX(ar, 'share-bar')).toBeLessThan(80)
    const shape = (svg: string): string => /id="ground-control-2"[^>]*><path d="M[^l]*(l[^z]*)z/.exec(svg)![1]!
    expect(shape(ar).length).toBeGreaterThan(5)
    expect(/<g id="map"/.test(ar)).toBe(true)
  })

  test('prints figures with their interval where one was asked for, as it supports them, and says how it was made', () => {
    const measurement = exampleMeasurement()
    const [control, shelling] = measurement.layers
    const classes = control!.classes.map((own) => ({
      ...own,
      low: own.areaM2 - 123_456,
      high: own.areaM2 + 123_456,
      shareLow: own.share - 0.0144,
      shareHigh: own.share + 0.0144,
    }))
    const method = { ...measurement.method, interval: { draws: 1000, seed: 7, leftOut: 0, layers: [] } }
    const words = wordsOf(
      drawn({ measurement: { ...measurement, method, layers: [{ ...control!, classes }, shelling!] } }),
    )
    expect(words).toContain('ISIS 214 25.0 % 95 %: 202 to 227')
    expect(words).toContain('95 % intervals: Monte Carlo, 1,000 draws, seed 7.')
    expect(words).not.toContain('No intervals were asked for')

    // The interval stands under the whole of a label that goes over many lines, not among them.
    const study = exampleStudy()
    const label = { en: 'A'.repeat(600) }
    const layers = study.layers.map((layer) => ({
      ...layer,
      classes: layer.classes.map((own) => (own.class === 'ISIS' ? { ...own, label } : own)),
    }))
    const long = wordsOf(
      drawn({
        study: { ...study, layers },
        measurement: { ...measurement, method, layers: [{ ...control!, classes }, shelling!] },
      }),
    )
    expect(long).toMatch(/A (?:Control · 21 April 2018 · schematic ha of plan )?95 %: 202 to 227 (?!A)/)
  })

  test('says when rounded figures do not add up, and only then', () => {
    const measurement = exampleMeasurement()
    const [control, shelling] = measurement.layers
    const third = measurement.plan.areaM2 / 3
    const thirds = control!.classes.map((own) => ({ ...own, areaM2: third, share: 1 / 3 }))
    const sentence = 'Figures may not add up because of rounding.'
    expect(wordsOf(drawn())).not.toContain(sentence)
    expect(
      wordsOf(drawn({ measurement: { ...measurement, layers: [{ ...control!, classes: thirds }, shelling!] } })),
    ).toContain(sentence)
  })

  test('is the same to the byte when drawn again', () => {
    expect(sheetsOf()).toEqual(sheetsOf())
  })

  test('honours a scale that was asked for', () => {
    expect(wordsOf(drawn({ layout: layoutOf({ scale: 12_500 }) }))).toContain('1:12,500')
  })

  test('fills each class once, by the even-odd rule, and shelling and plan with nothing', () => {
    const svg = drawn()
    const control = /<g data-layer="control"[^>]*>(.*?)<g data-layer/.exec(svg)![1]!
    expect([...control.matchAll(/<g id="ground-control-\d" fill-rule="evenodd"><path /g)]).toHaveLength(3)
    expect([...control.matchAll(/fill="#[0-9A-F]{6}" opacity/gi)]).toHaveLength(3)
    const shelling = /<g data-layer="shelling"[^>]*>(.*?)<rect /.exec(svg)![1]!
    expect(shelling).toMatch(/fill="url\(#diagonal/)
    expect(shelling).not.toMatch(/ fill="#/)
    const plan = /<g id="plan".*?<\/g>/.exec(svg)![0]
    expect([...plan.matchAll(/fill="none"/g)]).toHaveLength(2)
    expect(plan).toContain('stroke-dasharray')
  })

  test('is named after study and options only', () => {
    const study = exampleStudy()
    expect(sheetName(study, '2018-04-21', { name: 'a3' })).toBe('BAS_control_overlap_a3_2018-04-21')
    expect(sheetName({ ...study, layers: [] }, null, { name: 'a4' })).toBe('BAS_plan_overlap_a4_undated')
  })
})

describe('hostile and odd input', () => {
  const hostile = [
    '</text><script>alert(1)</script>',
    '<image href="https://example.org/x.png"/>',
    '=HYPERLINK("https://example.org")',
    '\u202egnp.\u2067evil\u2066',
    'a\u0000b\u0008c\ud800d\ufffe',
    'x '.repeat(5000),
    'ي'.repeat(10_000),
    'W'.repeat(10_000),
    'مدينة Basilia (2018) %d ${x} {area} &amp; <b>',
    '*bold*',
  ]

  test.each(hostile.map((text) => [text.slice(0, 24), text]))('text stays text: %s', (_, text) => {
    const study = exampleStudy({ title: { en: text, ar: text } })
    const layers = study.layers.map((layer) => ({
      ...layer,
      title: { en: text, ar: text },
      classes: layer.classes.map((known) => ({ ...known, label: { en: text, ar: text } })),
    }))
    const units = polygons([{ rings: [rectangle(-16, -13, 0, 13)], properties: { en: text, ar: text } }])
    const said = { en: text.slice(0, 2000) }
    const sources = study.sources.map(({ id }) => ({
      id,
      title: said,
      publisher: said,
      date: text.slice(0, 40),
      licence: said.en,
      url: said.en,
    }))
    for (const language of ['en', 'ar'] as const) {
      const change = {
        language,
        study: { ...study, layers, sources },
        features: new Map([...exampleFeatures(), ['units', units]]),
      }
      const svg = sheetsOf(change).join('')
      expect(svg).not.toMatch(/<script|<image|<b>|href="[^#]/)
      expect(svg.length).toBeLessThan(2_000_000)
    }
  })

  test('a legend of long classes wraps, takes columns and goes on other sheets, and nothing is cut', () => {
    const names = Array.from(
      { length: 24 },
      (_, i) => `Faction ${i + 1} of the northern countryside and its allies, as the monitors of three towns name it`,
    )
    const study = exampleStudy({
      layers: [
        layerRecord({ id: 'plan', role: 'plan' }),
        layerRecord({ id: 'control', role: 'control', date: '2018-04-21', classField: 'held' }),
      ],
    })
    const control = polygons(
      names.map((held, i) => ({ rings: [rectangle(-30 + i, -30, -29 + i, 30)], properties: { held } })),
    )
    const measurement = exampleMeasurement()
    const layers = [
      { ...measurement.layers[0]!, classes: names.map((name) => ({ class: name, areaM2: 1000, share: 0.001 })) },
    ]
    const features = new Map([...exampleFeatures(), ['control', control]])
    const pages = [
      { paper: 'a4', orientation: 'landscape' },
      { paper: 'a4', orientation: 'portrait' },
      { paper: 'a3', orientation: 'landscape' },
      { widthMm: 85, heightMm: 110 },
    ]
    for (const page of pages) {
      const sheets = sheetsOf({
        study,
        features,
        layout: layoutOf({ page }),
        measurement: { ...measurement, layers, combinations: [] },
      })
      const words = sheets.map(wordsOf)
      for (const name of names) expect(words.join(' '), name).toContain(name)
      expect(words.slice(1).every((text) => text.includes('Legend, continued') && text.includes('control'))).toBe(true)
      if (sheets.length > 1) expect(words[0]).toContain(`Continued on the next sheet.`)
      if (sheets.length > 1) expect(words[1]).toContain(`Sheet 2 of ${sheets.length}`)
    }
  })

  test('a label longer than a page is set in whole, and one beyond all pages is refused', () => {
    const long = (count: number): Partial<SheetInput> => {
      const study = exampleStudy()
      const label = { en: `${'word '.repeat(count)}end` }
      return {
        study: {
          ...study,
          layers: study.layers.map((layer) => ({ ...layer, classes: layer.classes.map((own) => ({ ...own, label })) })),
        },
      }
    }
    const sheets = sheetsOf(long(1900))
    expect(sheets.length).toBeGreaterThan(2)
    expect(sheets.map(wordsOf).join(' ').split('end').length).toBeGreaterThan(3)
    const narrow = layoutOf({ page: { widthMm: 62, heightMm: 100 }, show: { alsoOnMap: false, graticule: false } })
    const small = drawSheets(exampleInput({ ...long(1900), layout: narrow }))
    expect(small.ok ? '' : small.problem.code).toBe('sheet-too-long')
    const tiny = drawSheets(exampleInput({ layout: layoutOf({ page: { widthMm: 60, heightMm: 60 } }) }))
    expect(tiny.ok ? '' : tiny.problem.code).toBe('layout-no-room')
  })

  test('empty layers, a study without layers and a study without a date still make a sheet', () => {
    const empty = polygons([])
    const emptied = new Map([...exampleFeatures().keys()].map((id) => [id, empty]))
    expect(wordsOf(drawn({ features: emptied }))).toContain('No layer with ground to show.')
    const bare = exampleStudy({
      layers: [],
      plan: { layer: null, name: { en: 'None' } },
      headline: undefined,
      published: [],
    })
    const nothing = exampleMeasurement({ at: null, layers: [], combinations: [] })
    expect(wordsOf(drawn({ study: bare, features: new Map(), measurement: nothing }))).toContain(
      'The study names no source.',
    )
  })

  test('a plan of one parcel and a plan of a province both fill the frame', () => {
    const measurement = exampleMeasurement()
    for (const [half, scale] of [
      [0.1, 250],
      [1500, 3_000_000],
    ] as const) {
      const plan = polygons([{ rings: [rectangle(-half, -half, half, half)] }])
      const svg = drawn({ measurement, features: new Map([...exampleFeatures(), ['plan', plan]]) })
      const [, printed] = /1:([\d,]+)/.exec(wordsOf(svg))!
      const ratio = Number(printed!.replaceAll(',', '')) / scale
      expect(ratio).toBeGreaterThanOrEqual(1)
      expect(ratio).toBeLessThan(1.4)
    }
  })

  test('a layer whose snapshots all lie after the date is named as silent', () => {
    const measurement = exampleMeasurement()
    const layers = [{ ...measurement.layers[1]!, layer: null, date: null, classes: [] }]
    expect(wordsOf(drawn({ measurement: { ...measurement, layers } }))).toContain('No snapshot holds on the date.')
  })

  test('a layer that does not reach the plan says so instead of a row of noughts', () => {
    const measurement = exampleMeasurement()
    const silent = {
      ...measurement.layers[1]!,
      classes: [{ class: 'shelling', areaM2: 0, share: 0 }],
      uncoveredM2: 8_576_000,
    }
    const words = wordsOf(drawn({ measurement: { ...measurement, layers: [measurement.layers[0]!, silent] } }))
    expect(words).toContain('Says nothing about the plan’s ground: not covered, 857.6 ha.')
  })
})
