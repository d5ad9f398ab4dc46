import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Language } from '../../../core/i18n/translate.ts'
import { sheetFont } from '../../../server/export/fonts/fonts.ts'
import { makeReport } from '../../../server/usecases/make-report.ts'
import { reportDocx } from '../../../server/export/docx/report-docx.ts'
import type { ReportFormat } from '../../../core/options/report-options.ts'
import { reportPdf } from '../../../server/export/typst/report-pdf.ts'
import { openStudy } from '../../../server/store/open-study.ts'
import { allWords, reportFor } from '../../core/report/report-input.ts'
import { exampleStudy } from '../../core/sheet/example-study.ts'
import { unzipped, wellFormed } from './office-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'basilia-report-'))
afterAll(() => rmSync(folder, { recursive: true }))
const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined

async function bundled(id: string, format: ReportFormat, language: Language): Promise<Buffer> {
  const opened = await openStudy(id)
  if (!opened.ok) throw new Error(opened.problem.code)
  const { study, paths } = opened.value
  const made = await makeReport(
    { study, paths, others: [], report: { format, language, standard: 'ua-1', measuring: {} } },
    {},
  )
  if (!made.ok) throw new Error(made.problem.code)
  return Buffer.from(made.value.bytes)
}

const textOf = (pdf: Buffer): string => {
  const path = join(folder, 'text.pdf')
  writeFileSync(path, pdf)
  return execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-']).toString()
}

const exampleWith = (language: Language) => reportFor({ language, font: sheetFont().font })

describe.each(['en', 'ar'] as const)('the PDF of a bundled study (%s)', (language) => {
  test('is tagged PDF/UA-1, the same when made again', async () => {
    const pdf = await bundled('basilia-city', 'pdf', language)
    expect(pdf.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.toString('latin1')).toContain('<xmp:CreateDate>2018-04-21T00:00:00Z</xmp:CreateDate>')
    expect(pdf.equals(await bundled('basilia-city', 'pdf', language))).toBe(true)
  })

  test.skipIf(!has('pdffonts'))('has its fonts embedded, and no other than the sheet’s', async () => {
    const path = join(folder, `${language}.pdf`)
    writeFileSync(path, await bundled('jobar', 'pdf', language))
    const rows = execFileSync('pdffonts', [path])
      .toString()
      .split('\n')
      .slice(2)
      .filter((row) => row !== '')
    expect(rows.length).toBeGreaterThanOrEqual(2)
    for (const row of rows) {
      expect(row).toMatch(/^[A-Z]{6}\+BasiliaSans-(Regular|SemiBold) /)
      expect(row.trim().split(/\s+/).at(-5)).toBe('yes')
    }
  })

  test.skipIf(!has('pdftotext'))('has several pages of live text', async () => {
    const text = textOf(await bundled('yarmouk-camp', 'pdf', language)).normalize('NFKC')
    expect(text.split('\f').length).toBeGreaterThan(3)
    expect(text).toContain(language === 'en' ? 'Method' : 'المنهج')
    expect(text.match(language === 'en' ? /\d\s%/g : /\d%/g)!.length).toBeGreaterThan(6)
    expect(text).not.toMatch(/undefined|NaN|\u25af|\{\w+\}/)
  })
})

describe.each(['en', 'ar'] as const)('the Word document (%s)', (language) => {
  test('is made of well-formed XML, dated by the record, the same when made again', async () => {
    const docx = await bundled('basilia-city', 'docx', language)
    const files = await unzipped(docx)
    for (const [name, bytes] of files)
      if (/\.(xml|rels|svg)$/.test(name)) expect([name, wellFormed(bytes.toString())]).toEqual([name, null])
    expect(files.get('docProps/core.xml')!.toString()).toContain('2018-04-21T00:00:00Z</dcterms:modified>')
    expect(
      [...files.keys()]
        .filter((name) => name.startsWith('word/media/'))
        .map((name) => name.replace(/.*\./, ''))
        .toSorted(),
    ).toEqual(['png', 'png', 'png', 'svg', 'svg', 'svg'])
    expect(docx.equals(await bundled('basilia-city', 'docx', language))).toBe(true)
  })

  test('writes in the direction of its language', async () => {
    const document = (await unzipped(await reportDocx(exampleWith(language)))).get('word/document.xml')!.toString()
    const count = (what: string): number => document.split(what).length - 1
    const tables = count('<w:tbl>')
    expect(tables).toBeGreaterThan(4)
    expect(count('<w:bidiVisual/>')).toBe(language === 'ar' ? tables : 0)
    expect(count('<w:bidi/>')).toBe(language === 'ar' ? count('<w:pPr>') : 0)
    expect(count('<w:rtl/>') > 50).toBe(language === 'ar')
    expect(document).toMatch(/<w:tblHeader\/>/)
  })

  test('has what editors work with: styles, captions that count, references to them, contents that lead somewhere', async () => {
    const document = (await unzipped(await bundled('basilia-city', 'docx', language)))
      .get('word/document.xml')!
      .toString()
    const all = (pattern: RegExp): string[] => [...document.matchAll(pattern)].map(([, found]) => found!)
    const bookmarks = all(/<w:bookmarkStart[^>]*w:name="([^"]*)"/g)
    expect(new Set(bookmarks).size).toBe(bookmarks.length)
    const targets = [...all(/w:anchor="([^"]*)"/g), ...all(/PAGEREF (\w+)/g), ...all(/REF (caption_\w+)/g)]
    expect(targets.length).toBeGreaterThan(20)
    expect(targets.filter((name) => !bookmarks.includes(name))).toEqual([])
    expect(all(/<w:pStyle w:val="(Title)"/g)).toHaveLength(1)
    const counted = all(/SEQ Table[^>]*>.*?<w:t[^>]*>(\d+)</g)
    expect(counted.length).toBeGreaterThan(8)
    expect(counted).toEqual(counted.map((_, i) => String(i + 1)))
    expect(all(/<w:pStyle w:val="(Caption)"/g)).toHaveLength(counted.length + all(/(SEQ Figure)/g).length)
    const pictures = all(/<wp:docPr [^>]*descr="([^"]*)"/g)
    expect(pictures.length).toBeGreaterThan(1)
    for (const told of pictures) expect(told.length).toBeGreaterThan(20)
  })

  test('holds signs to their side of a number in Arabic, for programs that take no direction from a run', async () => {
    const document = (await unzipped(await bundled('basilia-city', 'docx', language)))
      .get('word/document.xml')!
      .toString()
    const signed = [...document.matchAll(/<w:t[^>]*>([^<]*\d%[^<]*)</g)].map(([, text]) => text!)
    const isHeld = (text: string): boolean => /^\u200e.*\u200f$/.test(text)
    if (language === 'ar') expect([signed.length > 20, signed.filter((text) => !isHeld(text))]).toEqual([true, []])
    else expect(document).not.toMatch(/[\u200e\u200f]/)
  })

  test('holds no clock in its zip', async () => {
    const docx = await reportDocx(exampleWith(language))
    const directory = docx.readUInt32LE(docx.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1')) + 16)
    expect(docx.readUInt32LE(directory + 12)).toBe(0x00210000)
    expect(docx.readUInt32LE(10)).toBe(0x00210000)
  })
})

describe('text from outside', () => {
  const hostile = `#import "x": * </w:t><w:p/> & " \u0000\u0007\ud800\u202e ${'غ'.repeat(4000)} باسيليا 12 ${'x'.repeat(4000)} 漢 =HYPERLINK("a")`
  const base = exampleStudy({ title: { en: hostile }, summary: { en: hostile }, published: [] })
  const source = {
    id: 'hostile',
    title: { en: hostile.slice(0, 1_500) },
    url: `https://example.org/${'a'.repeat(1_500)}`,
  }
  const study = {
    ...base,
    layers: base.layers.map((layer) => ({
      ...layer,
      source: source.id,
      title: { en: hostile },
      remark: { en: hostile },
    })),
    events: [{ date: '2018-04-01', title: { en: hostile }, kind: 'other' as const, source: source.id }],
    sources: [source],
  }

  test.each(['en', 'ar'] as const)('is text in both files (%s)', async (language) => {
    const report = reportFor({ study, language, font: sheetFont().font })
    expect(allWords(report)).toContain('\u25af')
    const pdf = reportPdf(report, 'ua-1')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    if (has('pdftotext')) expect(textOf(pdf)).toContain('import "x": *')
    const files = await unzipped(await reportDocx(report))
    for (const name of ['word/document.xml', 'docProps/core.xml'])
      expect(wellFormed(files.get(name)!.toString())).toBeNull()
  })
})

test('our own words need no letter that the font lacks', () => {
  for (const language of ['en', 'ar'] as const) expect(allWords(exampleWith(language))).not.toContain('\u25af')
  for (const part of ['en', 'ar']) {
    const words = readFileSync(new URL(`../../../core/i18n/${part}/report.ts`, import.meta.url), 'utf8')
    expect(Array.from(words).filter((letter) => letter !== '\n' && !sheetFont().font.draws(letter))).toEqual([])
  }
})
