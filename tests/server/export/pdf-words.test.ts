import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { trusted } from '../../../server/base-map/base-map.ts'
import type { Block, Report } from '../../../core/report/blocks.ts'
import { defaultLayout } from '../../../core/sheet/sheet-layout.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { makeSheet } from '../../../server/usecases/make-sheet.ts'
import { writeReport } from '../../../server/usecases/make-report.ts'
import { reportPdf } from '../../../server/export/typst/report-pdf.ts'
import { openStudy } from '../../../server/store/open-study.ts'
import { keepAnswers } from '../../../server/workers/keep-answers.ts'
import { wordsOf } from '../../core/report/report-input.ts'
import { arabicWords, readers, textBy } from '../pdf-readers.ts'

const data = new URL('../../../data/', import.meta.url)
const ids = readdirSync(data, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
const measuring = { draws: 20, seed: 1 }
/** What is drawn of a study is the same in every file and language, and drawn once. */
const work = { memo: keepAnswers() }

async function opened(id: string) {
  const study = await openStudy(id)
  if (!study.ok) throw new Error(study.problem.code)
  return study.value
}

async function reportOf(id: string, language: Language): Promise<Report> {
  const { study, paths } = await opened(id)
  const report = await writeReport({ study, paths, others: [], report: { language, measuring } }, work)
  if (!report.ok) throw new Error(report.problem.code)
  return report.value
}

async function sheetOf(id: string, language: Language, format: 'svg' | 'pdf'): Promise<Uint8Array> {
  const { study, paths } = await opened(id)
  const sheet = {
    format,
    language,
    layout: defaultLayout,
    dpi: 96,
    standard: 'ua-1',
    baseMap: trusted('none'),
    measuring,
  } as const
  const made = await makeSheet({ study, paths, sheet }, work)
  if (!made.ok) throw new Error(made.problem.code)
  return made.value.files[0]!.bytes
}

const title = /<title>[^]*?<\/title>/g
/** Text that is turned by a part of a right angle, as names along roads are. */
const slanted = /<text\b[^>]*transform="rotate\((?!-?(?:90|180|270)\b)[^>]*>[^]*?<\/text>/g

const wordsOfSvg = (svg: string): Set<string> =>
  arabicWords(
    svg
      .replace(title, '')
      .replaceAll('</text>', '\n')
      .replace(/<[^>]*>/g, ''),
  )

/** What a block sets on paper; its alternative text is for those who hear it. */
const setBy = (block: Block): string => (block.kind === 'figure' ? wordsOf({ ...block, alt: '' }) : wordsOf(block))

function wordsOfReport({ language, title, subtitle, made, blocks }: Report): { all: Set<string>; level: Set<string> } {
  const page = translate(language, 'report.page', { page: '1', pages: '9' })
  const text = [title, subtitle, made, page, ...blocks.map(setBy)].join('\n')
  const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block.svg] : []))
  const withFigures = (svgs: readonly string[]): Set<string> =>
    new Set([...arabicWords(text), ...svgs.flatMap((svg) => [...wordsOfSvg(svg)])])
  return { all: withFigures(figures), level: withFigures(figures.map((svg) => svg.replace(slanted, ''))) }
}

/**
 * Each reader finds 99 of 100 words, and at most 50 strings that are none. Poppler takes slanted text letter by letter, in
 * every script.
 */
async function expectWords(pdf: Uint8Array, { all, level }: { all: Set<string>; level: Set<string> }): Promise<void> {
  for (const reader of readers) {
    const found = arabicWords(await textBy(reader, pdf))
    const wanted = reader === 'poppler' ? level : all
    const missing = [...wanted].filter((word) => !found.has(word))
    expect(missing.length / Math.max(wanted.size, 1), `${reader} misses ${missing.join(' ')}`).toBeLessThanOrEqual(0.01)
    const strange = [...found].filter((word) => !all.has(word))
    expect(strange.length, `${reader} reads ${strange.join(' ')}`).toBeLessThanOrEqual(50)
  }
}

describe.each(ids)('the Arabic words of %s are read in', (id) => {
  test.each(['ar', 'en'] as const)(
    'the report (%s)',
    async (language) => {
      const report = await reportOf(id, language)
      const words = wordsOfReport(report)
      if (language === 'ar') expect(words.all.size).toBeGreaterThan(200)
      await expectWords(reportPdf(report, 'ua-1'), words)
    },
    120_000,
  )

  test.each(['ar', 'en'] as const)(
    'the sheet (%s)',
    async (language) => {
      const svg = Buffer.from(await sheetOf(id, language, 'svg')).toString()
      const words = { all: wordsOfSvg(svg), level: wordsOfSvg(svg.replace(slanted, '')) }
      if (language === 'ar') expect(words.all.size).toBeGreaterThan(80)
      await expectWords(await sheetOf(id, language, 'pdf'), words)
    },
    120_000,
  )
})
