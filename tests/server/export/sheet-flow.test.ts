import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { textIn } from '../../../core/model/text.ts'
import { requestedSheet } from '../../../core/options/sheet-options.ts'
import { drawSheets } from '../../../core/sheet/sheet.ts'
import type { SheetInput } from '../../../core/sheet/sheet-input.ts'
import { defaultLayout, shows, type LayoutOptions } from '../../../core/sheet/sheet-layout.ts'
import { leastFilled } from '../../../core/sheet/way.ts'
import { trusted } from '../../../server/base-map/base-map.ts'
import { openStudy, type OpenStudy } from '../../../server/store/open-study.ts'
import { sheetInputs } from '../../../server/usecases/sheet-inputs.ts'
import type { SheetRequest } from '../../../server/usecases/sheet-request.ts'
import { keepAnswers } from '../../../server/workers/keep-answers.ts'

const data = new URL('../../../data/', import.meta.url)
const ids = readdirSync(data, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
/** What is drawn of a study is the same on every sheet, and drawn once. */
const work = { memo: keepAnswers() }

async function opened(id: string): Promise<OpenStudy> {
  const study = await openStudy(id)
  if (!study.ok) throw new Error(study.problem.code)
  return study.value
}

type Maps = Partial<Pick<SheetRequest, 'multiples' | 'pages'>>
const size = (widthMm: number, heightMm: number): LayoutOptions => ({ size: { widthMm, heightMm } })
const pair = ['2018-03-26', '2018-04-21']
const all = ['answer', 'areas', 'sources', 'method', 'locator'] as const

const ways: readonly (readonly [string, LayoutOptions, Maps])[] = [
  ['A4', {}, {}],
  ['A3 portrait', { paper: 'a3', orientation: 'portrait' }, {}],
  ['85 × 110', size(85, 110), {}],
  ['120 × 80', size(120, 80), {}],
  ['170 × 110', size(170, 110), {}],
  ['a figure with all', { ...size(250, 180), show: all }, {}],
  ['a pair', {}, { multiples: pair }],
  ['a pair of 170 × 110', size(170, 110), { multiples: pair }],
  ['every day', {}, { multiples: 'dates' }],
  ['a page a unit', {}, { pages: 'units' }],
]

async function inputsOf(
  studies: readonly OpenStudy[],
  options: LayoutOptions,
  maps: Maps,
  language: Language,
): Promise<readonly SheetInput[]> {
  const { layout } = requestedSheet({ ...options, lang: language, dpi: 72, standard: 'ua-1' } as never, defaultLayout)
  const sheet: SheetRequest = {
    format: 'svg',
    language,
    layout,
    dpi: 72,
    standard: 'ua-1',
    baseMap: trusted('none'),
    measuring: { draws: 20, seed: 1 },
    ...maps,
  }
  const inputs = await sheetInputs(studies, sheet, [], work)
  if (inputs.ok) return inputs.value
  expect(inputs.problem.code).toBe('sheet-without-units')
  return []
}

const wordsOf = (svg: string): string =>
  svg
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')

/** How far down the page its lowest text stands, the line of its name left aside. */
function filledOf(svg: string): number {
  const height = Number(/height="([\d.]+)mm"/.exec(svg)![1])
  const lines = [...svg.matchAll(/<text\b[^>]*?\by="([\d.]+)"/g)].map(([, y]) => Number(y))
  const lowest = lines.toSorted((a, b) => b - a).find((y) => y < height - 14)
  return (lowest ?? 0) / height
}

/** A further sheet is filled or not begun, and what is on none says where it stands. */
function holds(input: SheetInput): void {
  const made = drawSheets(input)
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  const { language, layout, measurement, study, beside = [] } = input
  const say = (key: Parameters<typeof translate>[1]): string => translate(language, key)
  const texts = made.value.map(wordsOf)
  for (const svg of made.value.slice(1)) expect(filledOf(svg)).toBeGreaterThan(leastFilled - 0.06)
  if (texts.length === 1) expect(texts[0]).not.toContain(say('sheet.continues'))
  const words = texts.join(' ')
  const layers = measurement.layers.flatMap(({ layer, classes }) => {
    const own = study.layers.find(({ id }) => id === layer)
    return own ? [{ own, classes }] : []
  })
  for (const { own, classes } of layers)
    for (const { class: name, areaM2 } of classes) {
      const label = own.classes.find((known) => known.class === name)?.label
      if (areaM2 === 0 || !label || words.includes(say('sheet.left.legend'))) continue
      expect(words).toContain(textIn(language, label).slice(0, 7))
    }
  if (!shows(layout, 'sources')) return
  const licences = [study, ...beside.map((own) => own.study)].flatMap(({ sources, layers: own }) =>
    sources.flatMap(({ id, licence }) => (licence && own.some(({ source }) => source === id) ? [licence] : [])),
  )
  for (const licence of licences.slice(0, 1)) expect(words).toContain(licence)
  expect(words).toContain(say('sheet.unchecked').slice(0, 20))
}

test.each(ids)('a further sheet of %s is well filled or not begun, and nothing goes without a word', async (id) => {
  const study = await opened(id)
  for (const [name, options, maps] of ways)
    for (const language of ['en', 'ar'] as const) {
      const inputs = await inputsOf([study], options, maps, language)
      expect(inputs.length, name).toBeGreaterThanOrEqual(maps.pages === 'units' ? 0 : 1)
      inputs.forEach(holds)
    }
})

test.each([
  ['A4', 4, {}],
  ['A3', 7, { paper: 'a3' }],
] as const)('and so of several studies: %s, %i', async (_, count, options) => {
  const studies = await Promise.all(ids.slice(0, count).map(opened))
  for (const language of ['en', 'ar'] as const)
    for (const input of await inputsOf(studies, options, { multiples: 'studies' }, language)) holds(input)
})
