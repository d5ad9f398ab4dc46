import { expect, test } from 'vitest'
import type { Block, Report } from '../../../core/report/blocks.ts'
import type { Language } from '../../../core/i18n/languages.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { describeProblem } from '../../../core/result/problem.ts'
import { writeReport } from '../../../server/usecases/make-report.ts'
import { keepAnswers } from '../../../server/workers/keep-answers.ts'
import { bundledIds } from '../../data/bundled-study.ts'
import { opened } from '../export/texts-of-outputs.ts'

const work = { memo: keepAnswers() }
const measuring = { draws: 100, seed: 1 }

async function reportOf(id: string, language: Language, beside: readonly string[] = []): Promise<Report> {
  const { study, paths } = await opened(id)
  const others = await Promise.all(beside.map(opened))
  const written = await writeReport({ study, paths, others, report: { language, measuring } }, work)
  if (!written.ok) throw new Error(describeProblem('en', written.problem))
  return written.value
}

/** What the report says itself: without tables, the statements of sources, lists of works, the citation, and the annex. */
function ownSentences({ blocks, language }: Report): string[] {
  const ofOthers = new Set(
    (
      ['report.claims', 'report.gaps', 'report.about', 'report.sources', 'report.references', 'report.cite'] as const
    ).map((key) => translate(language, key)),
  )
  let isOwn = true
  const texts = blocks.flatMap((block: Block): string[] => {
    if (block.kind === 'heading') isOwn = !block.isAnnex && !ofOthers.has(block.text.replace(/^\d+\. /, ''))
    if (!isOwn) return []
    if (block.kind === 'paragraph') return [block.runs.map(({ text }) => text).join('')]
    if (block.kind === 'list') return block.entries.map(({ runs }) => runs.map(({ text }) => text).join(''))
    return block.kind === 'figure' ? [block.caption] : []
  })
  return texts.flatMap((text) => text.split(/(?<=[.!?؟])\s+(?=\S)/u))
}

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{M}’'-]+|\d[\d,.]*/gu) ?? []

const letters = (words: readonly string[]): number => words.filter((word) => /\p{L}/u.test(word)).length

/** Runs of eight words that stand more than twice. */
function repeated(sentences: readonly string[]): string[] {
  const seen = new Map<string, number>()
  for (const sentence of sentences) {
    const words = wordsOf(sentence)
    for (let i = 0; i + 8 <= words.length; i++) {
      const run = words.slice(i, i + 8).join(' ')
      seen.set(run, (seen.get(run) ?? 0) + 1)
    }
  }
  return [...seen].filter(([, count]) => count > 2).map(([run, count]) => `${count}: ${run}`)
}

const cases = bundledIds.flatMap((id) => (['en', 'ar'] as const).map((language) => [id, language] as const))

test.each(cases)('the report of %s reads well (%s)', async (id, language) => {
  const beside = bundledIds.filter((other) => other !== id)
  const report = await reportOf(id, language, id === 'basilia-city' ? beside : beside.slice(-2))
  const sentences = ownSentences(report)
  expect(sentences.length).toBeGreaterThan(8)
  expect({
    long: sentences.filter((sentence) => letters(wordsOf(sentence)) > 30),
    repeated: repeated(sentences),
    nothing: sentences.filter((sentence) => /(?<![\d.])0(\.0)?\s?% (was|were) held/.test(sentence)),
  }).toEqual({ long: [], repeated: [], nothing: [] })
})
