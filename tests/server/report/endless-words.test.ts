import { expect, test } from 'vitest'
import { breakHere, typstRuns } from '../../../server/export/typst/typst-text.ts'
import { allWords, reportFor } from '../../core/report/report-input.ts'
import { exampleStudy } from '../../core/sheet/example-study.ts'

const endless = 'مستشفىالمجتهدوالمدينةالصناعيةوحيالقدم'.repeat(5)

test('an endless Arabic word breaks behind letters that do not join, or its letters are parted', () => {
  const study = exampleStudy({ title: { en: endless, ar: endless } })
  const words = allWords(reportFor({ study, language: 'ar' }))
  const broken = words.split('\n').find((line) => line.startsWith('مستشفى'))!
  expect(broken.match(/.\u200b/g)!.length).toBeGreaterThan(4)
  expect(broken).not.toMatch(/[^اأإآدذرزوؤةىء\u200c]\u200b/)
  const joined = exampleStudy({ title: { en: 'ش'.repeat(200), ar: 'ش'.repeat(200) } })
  expect(allWords(reportFor({ study: joined, language: 'ar' }))).toMatch(/ش{24}\u200c\u200bش/)
})

test('such a break is a piece of its own in Typst, which would else take the width of the letter before it', () => {
  expect(typstRuns([{ text: 'المدينة\u200bالصناعية' }], 'ar', 40)).toEqual([['المدينة', breakHere, 'الصناعية']])
  expect(typstRuns([{ text: 'xxx\u200bxxx' }], 'en', 40)).toEqual([['xxx\u200bxxx']])
})
