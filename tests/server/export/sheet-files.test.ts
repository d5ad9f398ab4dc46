import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sheetPdf } from '../../../server/export/sheet-pdf.ts'
import { sheetPng } from '../../../server/export/sheet-png.ts'
import { sheetHash, sheetSvg } from '../../../server/export/sheet-svg.ts'
import { exampleInput, exampleStudy } from '../../core/sheet/example-study.ts'

const folder = mkdtempSync(join(tmpdir(), 'basilia-sheet-'))
afterAll(() => rmSync(folder, { recursive: true }))

const request = (language: 'en' | 'ar') => exampleInput({ language })
const record = { title: 'Basilia City', language: 'en', date: '2018-04-21' } as const
const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined

const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('the PNG', () => {
  test('of A4 at 300 dpi is 3508 x 2480', async () => {
    const png = await sheetPng(sheetSvg(request('en')), 300)
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
    expect(sizeOf(png)).toEqual([3508, 2480])
  })

  test('has as many dots as were asked for, and the same bytes again', async () => {
    const svg = sheetSvg(request('ar'))
    const png = await sheetPng(svg, 60)
    expect(sizeOf(png)).toEqual([702, 496])
    expect(png.equals(await sheetPng(svg, 60))).toBe(true)
  })
})

describe('the PDF', () => {
  const pdfOf = (language: 'en' | 'ar'): string => {
    const path = join(folder, `${language}.pdf`)
    writeFileSync(path, sheetPdf(sheetSvg(request(language)), { ...record, language }))
    return path
  }

  test('is the same to the byte when made again', () => {
    const svg = sheetSvg(request('ar'))
    expect(sheetPdf(svg, record).equals(sheetPdf(svg, record))).toBe(true)
  })

  test('takes a title that is markup as text', () => {
    const pdf = sheetPdf(sheetSvg(request('en')), { ...record, title: '#import "x": * <b> $1$ " \ud800\u0000 باسيليا' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(sheetPdf(sheetSvg(request('en')), { ...record, date: null }).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test.skipIf(!has('pdffonts'))('embeds every font, and no other than the sheet’s', () => {
    for (const language of ['en', 'ar'] as const) {
      const rows = execFileSync('pdffonts', [pdfOf(language)]).toString().split('\n').slice(2).filter((row) => row !== '')
      expect(rows.length).toBeGreaterThanOrEqual(2)
      for (const row of rows) {
        expect(row).toMatch(/^[A-Z]{6}\+IBMPlexSansArabic-(Regular|SemiBold) /)
        expect(row.trim().split(/\s+/).at(-5)).toBe('yes')
      }
    }
  })

  test.skipIf(!has('pdftotext'))('has one page of live text, Arabic in Arabic', () => {
    const [en, ar] = [pdfOf('en'), pdfOf('ar')].map((path) => execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-']).toString())
    expect(en!.split('\f')).toHaveLength(2)
    expect(en).toContain('Basilia City')
    expect(en).toContain('BAS_control_overlap_a4_2018-04-21')
    expect(ar!.normalize('NFKC')).toMatch(/[\u0600-\u06ff]{3,}/)
  })

  test.skipIf(!has('pdfimages'))('is vector: no raster of any size', () => {
    expect(execFileSync('pdfimages', ['-list', pdfOf('en')]).toString().split('\n').slice(2).join('')).toBe('')
  })
})

test('the hash follows the study and every option', () => {
  const base = request('en')
  const hashes = [
    base,
    { ...base, language: 'ar' as const },
    { ...base, paper: 'a3' as const },
    { ...base, orientation: 'portrait' as const },
    { ...base, scale: 20_000 },
    { ...base, study: exampleStudy({ revision: 2 }) },
    { ...base, measurement: { ...base.measurement, at: '2018-05-21' } },
  ].map(sheetHash)
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(sheetHash({ ...base })).toBe(hashes[0])
  expect(sheetSvg(base)).toContain(hashes[0]!.slice(0, 12))
})
