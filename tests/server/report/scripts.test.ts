import { describe, expect, test } from 'vitest'
import { arabicWords, readers, textBy } from '../pdf-readers.ts'
import { sheetFont } from '../../../server/export/fonts/fonts.ts'
import { sheetPdf } from '../../../server/export/typst/sheet-pdf.ts'
import { reportDocx } from '../../../server/export/docx/report-docx.ts'
import { reportPdf } from '../../../server/export/typst/report-pdf.ts'
import { allWords, reportFor } from '../../core/report/report-input.ts'
import { exampleInput, exampleStudy } from '../../core/sheet/example-study.ts'
import { firstSheet } from '../export/first-sheet.ts'
import { unzipped } from './office-file.ts'

const { font } = sheetFont()
const names = {
  turkish: 'Şırnak Iğdır',
  kurmanji: 'Êzîdî Şêx',
  sorani: 'هەولێر ڕۆژ',
  transliterated: 'al-Ḥajar ʿAsalī',
  greek: 'Αθήνα',
  cyrillic: 'Україна',
  hebrew: 'ירושלים',
  armenian: 'Երևան',
  georgian: 'თბილისი',
  syriac: 'ܐܘܪܗܝ',
} as const
const mixed = `${names.cyrillic} القدم ${names.turkish}`
const endless = 'ش'.repeat(200)
const hidden = 'القـ\u200bـد\u200e\u202eم\u2067 \ufeff٣٤ ۳۴ 34'
const text = [...Object.values(names), mixed, 'الْقَدَمُ الشَّرْقِيّ', hidden, endless].join(' · ')

describe.each(['en', 'ar'] as const)('names of every script (%s)', (language) => {
  const study = exampleStudy({ title: { en: text, ar: text }, summary: { en: text, ar: text } })
  const record = { title: 'x', description: 'x', keywords: [], author: 'x', language, date: '2018-04-21' }

  test('are read in the report', async () => {
    const report = reportFor({ study, language, font })
    expect(allWords(report)).not.toContain('\u25af')
    const pdf = reportPdf(report, 'ua-1')
    for (const reader of readers) {
      const read = (await textBy(reader, pdf)).normalize('NFC')
      for (const name of [names.turkish, names.kurmanji, names.greek, names.cyrillic, names.armenian, names.georgian]) {
        for (const word of name.split(' ')) expect(read, reader).toContain(word)
      }
      const words = arabicWords(read)
      for (const word of ['القدم', 'الشرقي', 'هەولێر', 'ڕۆژ']) expect(words, reader).toContain(word)
    }
  })

  test('stand in the Word document as they are', async () => {
    const document = (await unzipped(await reportDocx(reportFor({ study, language, font }))))
      .get('word/document.xml')!
      .toString()
    for (const name of Object.values(names)) for (const word of name.split(' ')) expect(document).toContain(word)
  })

  test('keep a sheet on its paper and in its standard', () => {
    const svg = firstSheet(exampleInput({ language, study }))
    expect(svg).not.toContain('\u25af')
    for (const standard of ['ua-1', 'a-2a', 'a-2b'] as const)
      expect(sheetPdf([svg], record, standard).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test('a character that no font has is drawn as one box and named with its place, on sheet and report', () => {
  const base = exampleStudy({ title: { en: 'Qadam 漢字' } })
  const layers = base.layers.map((layer) =>
    layer.role === 'control' ? { ...layer, title: { en: 'Control \u{1f3e0}' } } : layer,
  )
  const study = { ...base, layers }
  const words = allWords(reportFor({ study, font }))
  expect(words).toContain('Qadam \u25af\u25af')
  expect(words).toContain('(\u25af U+6F22 · \u25af U+5B57)')
  expect(words).toMatch(/Control \u25af.*\u25af U\+1F3E0/)
  const svg = firstSheet(exampleInput({ study }))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  for (const code of ['U+6F22', 'U+5B57', 'U+1F3E0']) expect(svg).toContain(code)
  expect(allWords(reportFor({ font })) + firstSheet(exampleInput({}))).not.toContain('U+')
})
