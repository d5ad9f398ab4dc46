import { translate, type Language } from '../i18n/translate.ts'
import type { Block, Run } from './blocks.ts'

/**
 * The blocks with numbers before headings, tables and figures, counted through the report, letters before those of the annex;
 * sentences that name a table have its label, and the contents all headings.
 */
export function numbered(blocks: readonly Block[], language: Language): Block[] {
  const counts = { heading: 0, annex: 0, table: 0, figure: 0 }
  const labels = new Map<string, string>()
  const headings: string[] = []
  const counted = blocks.map((block): Block => {
    if (block.kind === 'heading') {
      const mark = block.isAnnex ? letter(counts.annex++, language) : String(++counts.heading)
      const text = `${mark}. ${block.text}`
      headings.push(text)
      return { ...block, text }
    }
    if (block.kind !== 'table' && block.kind !== 'figure') return block
    const number = ++counts[block.kind]
    const label = translate(language, `report.${block.kind}`, { number })
    if (block.key !== undefined) labels.set(block.key, label.replace(/\.$/, ''))
    return { ...block, label }
  })
  return counted.map((block): Block => {
    if (block.kind === 'contents') return { ...block, headings }
    if (block.kind === 'paragraph') return { ...block, runs: named(block.runs, labels, language) }
    if (block.kind !== 'list') return block
    return {
      ...block,
      entries: block.entries.map((entry) => ({ ...entry, runs: named(entry.runs, labels, language) })),
    }
  })
}

/** A table that this report does not have is not named. */
const named = (runs: readonly Run[], labels: ReadonlyMap<string, string>, language: Language): Run[] =>
  runs.flatMap((run): Run[] => {
    if (run.to === undefined) return [run]
    const label = labels.get(run.to)
    return label === undefined ? [] : [{ ...run, text: translate(language, 'report.see', { label }) }]
  })

const alphabets = { en: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', ar: 'أبجدهوزحطيكلمنسعفصقرشت' } as const

const letter = (place: number, language: Language): string =>
  (language === 'ar' ? alphabets.ar : alphabets.en).charAt(place)
