import { readdirSync, readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { isWithoutOutline } from '../../../core/model/outline.ts'
import { readStudy } from '../../../core/model/read-study.ts'
import { fontFamily, fontFiles } from '../../../server/export/fonts/fonts.ts'
import type { SheetRequest } from '../../../server/export/pictures/sheet-svg.ts'
import { layoutOf } from '../../core/sheet/example-study.ts'
import { sheetsOf } from './first-sheet.ts'

const data = new URL('../../../data/', import.meta.url)
const font = { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: fontFamily }
const ids = readdirSync(data, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

function measured(id: string): Pick<SheetRequest, 'study' | 'features' | 'measurement'> {
  const read = readStudy(id, JSON.parse(readFileSync(new URL(`${id}/study.json`, data), 'utf8')))
  if (!read.ok) throw new Error(read.problem.code)
  const study = read.value
  const features = new Map(
    study.layers.map(({ id: layer, file, geometryType, evenOdd }) => {
      const collection = JSON.parse(readFileSync(new URL(`${id}/${file}`, data), 'utf8')) as Parameters<
        typeof featuresFromGeoJson
      >[0]
      return [layer, featuresFromGeoJson(collection, geometryType, evenOdd)]
    }),
  )
  const measurement = measureStudy(study, features)
  if (!measurement.ok) throw new Error(measurement.problem.code)
  return { study, features, measurement: measurement.value }
}

describe.each(ids)('the sheet of %s', (id) => {
  const study = measured(id)

  test.each([
    ['en', 'a4', 'landscape'],
    ['ar', 'a4', 'landscape'],
    ['en', 'a4', 'portrait'],
    ['ar', 'a3', 'portrait'],
  ] as const)('has all it names on the paper: %s %s %s', (language, paper, orientation) => {
    const sheets = sheetsOf({ ...study, language, layout: layoutOf({ page: { paper, orientation } }) })
    // A plan without an outline keeps every claimed figure, on a further sheet where it must.
    if (!isWithoutOutline(study.study)) expect(sheets).toHaveLength(1)
    const svg = sheets[0]!
    const words = svg.replace(/<[^>]*>/g, ' ').replace(/[\u2066-\u2069]/g, '')
    expect(words).toContain(language === 'en' ? 'schematic' : 'رسم تقريبي')
    expect(words).not.toMatch(/\u25af|NaN|undefined/)
    const { width, height, x, y } = new Resvg(svg, { font }).getBBox()!
    const [, paperWidth, paperHeight] = /width="(\d+)mm" height="(\d+)mm"/.exec(svg)!.map(Number)
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.01)
    expect(x + width).toBeLessThanOrEqual(paperWidth! + 0.01)
    expect(y + height).toBeLessThanOrEqual(paperHeight! + 0.01)
  })
})

test('the sheet of Basilia tells every claimed figure, or says how many found no room', () => {
  const { measurement, ...input } = measured('basilia-city')
  const [svg] = sheetsOf({ ...input, measurement, language: 'en', layout: layoutOf({}) })
  const words = svg!.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  const reported = measurement.claimed.filter(({ label }) =>
    words.includes(label.en.split(' ').slice(0, 5).join(' ')),
  ).length
  const left = Number(
    /(\d+)(?: further)? figures? that sources claim stands? in the report and the tables/.exec(words)?.[1] ?? 0,
  )
  expect(reported + left).toBeGreaterThanOrEqual(measurement.claimed.length)
  expect(left).toBeLessThan(measurement.claimed.length)
})
