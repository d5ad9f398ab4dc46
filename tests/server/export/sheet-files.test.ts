import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { documentAbout } from '../../../core/export/document-about.ts'
import { inputHash } from '../../../server/store/input-hash.ts'
import { pdfStandards } from '../../../core/options/sheet-options.ts'
import { sheetPdf } from '../../../server/export/typst/sheet-pdf.ts'
import { sheetPng } from '../../../server/export/pictures/sheet-png.ts'
import { firstSheet } from './first-sheet.ts'
import { exampleInput, exampleStudy } from '../../core/sheet/example-study.ts'

const folder = mkdtempSync(join(tmpdir(), 'basilia-sheet-'))
afterAll(() => rmSync(folder, { recursive: true }))

const request = (language: 'en' | 'ar') => exampleInput({ language })
const record = {
  title: 'Basilia City',
  description: 'Of 900 ha …',
  keywords: ['basilia-city'],
  author: 'Basilia Overlay',
  language: 'en',
  date: '2018-04-21',
} as const
const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined

const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('the PNG', () => {
  test('of A4 at 300 dpi is 3508 x 2480', async () => {
    const png = await sheetPng(firstSheet(request('en')), 300)
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
    expect(sizeOf(png)).toEqual([3508, 2480])
  })

  test('has as many dots as were asked for, and the same bytes again', async () => {
    const svg = firstSheet(request('ar'))
    const png = await sheetPng(svg, 60)
    expect(sizeOf(png)).toEqual([702, 496])
    expect(png.equals(await sheetPng(svg, 60))).toBe(true)
  })
})

describe('the PDF', () => {
  const pdfOf = (language: 'en' | 'ar'): string => {
    const path = join(folder, `${language}.pdf`)
    writeFileSync(path, sheetPdf([firstSheet(request(language))], { ...record, language }, 'ua-1'))
    return path
  }

  test('is the same to the byte when made again', () => {
    const svg = firstSheet(request('ar'))
    for (const standard of pdfStandards)
      expect(sheetPdf([svg], record, standard).equals(sheetPdf([svg], record, standard))).toBe(true)
  })

  test.each([
    ['ua-1', '<pdfuaid:part>1</pdfuaid:part>'],
    ['a-2a', '<pdfaid:conformance>A</pdfaid:conformance>'],
    ['a-2b', '<pdfaid:conformance>B</pdfaid:conformance>'],
  ] as const)('is made to %s, also with vowel marks in its names, and says what it is', (standard, claim) => {
    const marked = firstSheet(
      exampleInput({ language: 'ar', study: exampleStudy({ title: { en: 'x', ar: 'المُخطَّط المُقدَّر a\u200db' } }) }),
    )
    const pdf = sheetPdf([marked], { ...record, language: 'ar' }, standard).toString('latin1')
    expect(pdf).toContain(claim)
    for (const said of ['Of 900 ha', 'basilia-city', 'Basilia Overlay', '2018-04-21T00:00:00Z'])
      expect(pdf).toContain(said)
  })

  test('takes a title that is markup as text', () => {
    const { study, measurement } = exampleInput({
      study: exampleStudy({ title: { en: '#import "x": * <b> $1$ " \ud800\u0000 باسيليا' } }),
    })
    const about = documentAbout(study, measurement, 'en', '#"*')
    const pdf = sheetPdf([firstSheet(request('en'))], about, 'ua-1')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(
      sheetPdf([firstSheet(request('en'))], { ...record, date: null }, 'ua-1')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test.skipIf(!has('pdffonts'))('embeds every font, and no other than the sheet’s', () => {
    for (const language of ['en', 'ar'] as const) {
      const rows = execFileSync('pdffonts', [pdfOf(language)])
        .toString()
        .split('\n')
        .slice(2)
        .filter((row) => row !== '')
      expect(rows.length).toBeGreaterThanOrEqual(2)
      for (const row of rows) {
        expect(row).toMatch(/^[A-Z]{6}\+BasiliaSans-(Regular|SemiBold) /)
        expect(row.trim().split(/\s+/).at(-5)).toBe('yes')
      }
    }
  })

  test.skipIf(!has('pdftotext'))('has one page of live text', () => {
    const en = execFileSync('pdftotext', ['-enc', 'UTF-8', pdfOf('en'), '-']).toString()
    expect(en.split('\f')).toHaveLength(2)
    expect(en).toContain('Basilia City')
    expect(en).toContain('BAS_control_overlap_a4_2018-04-21')
  })

  test.skipIf(!has('pdfimages'))('is vector: no raster of any size', () => {
    expect(
      execFileSync('pdfimages', ['-list', pdfOf('en')])
        .toString()
        .split('\n')
        .slice(2)
        .join(''),
    ).toBe('')
  })
})

test('the hash follows the study and what is asked of it, not how it is drawn', () => {
  const base = request('en')
  const interval = { draws: 100, seed: 1, leftOut: 0, layers: [] }
  const requested = (measurement: Partial<typeof base.measurement>, revision = 1): string =>
    inputHash(exampleStudy({ revision }), { ...base.measurement, ...measurement })
  const hashes = [
    requested({}),
    requested({}, 2),
    requested({ at: '2018-05-21' }),
    requested({ method: { ...base.measurement.method, interval } }),
    requested({ method: { ...base.measurement.method, interval: { ...interval, seed: 2 } } }),
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
  for (const drawn of [base, request('ar'), { ...base, paper: 'a3' as const, scale: 20_000 }]) {
    expect(firstSheet(drawn)).toContain(inputHash(base.study, base.measurement).slice(0, 12))
  }
})
