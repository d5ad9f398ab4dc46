import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { Block, Report, Row, Run } from '../../core/report/blocks.ts'
import { directed } from '../../core/sheet/bidi.ts'
import { say } from '../../core/words/say.ts'
import { fontFamily, sheetFont } from '../export/fonts.ts'
import { outlinedSvg } from './outlined-svg.ts'
import { template } from './report-template.ts'

let compiler: NodeCompiler | undefined

/**
 * A report as PDF/UA-1: tagged, with alternative texts, fonts embedded, dated by the record. The same report gives the
 * same bytes. (Typst writes one standard at a time; of UA-1 and A-2a the first is the one that readers with a screen
 * reader need.)
 */
export function reportPdf(report: Report): Buffer {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...sheetFont().blobs] }] })
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { report: JSON.stringify(forTypst(report)) } },
    { pdfStandard: PdfStandard.UA_1 },
  )
  compiler.evictCache(10)
  return pdf
}

/** The report with direction marks in its texts; everything the template prints is here, and all of it is data. */
function forTypst({ language, title, subtitle, made, hash, date, blocks }: Report) {
  const text = (plain: string): string => directed(plain, language)
  const runs = (own: readonly Run[]) => own.map((run) => ({ text: run.isCode ? spaced(run.text, leftToRight) : spaced(run.text, text), strong: run.strong ?? false }))
  const block = (own: Block) => {
    switch (own.kind) {
      case 'heading':
        return { ...own, text: text(own.text) }
      case 'paragraph':
        return { ...own, runs: runs(own.runs) }
      case 'facts':
        return { ...own, facts: own.facts.map(({ label, value }) => ({ label: text(label), value: text(value) })) }
      case 'list':
        return { kind: own.kind, isNumbered: own.entries[0]?.mark.startsWith('[') ?? false, entries: own.entries.map((entry) => runs(entry.runs)) }
      case 'table':
        return {
          ...own,
          label: text(own.label ?? ''),
          caption: text(own.caption),
          columns: own.columns.map(({ head, width, isFigure = false }) => ({ head: text(head), width, isFigure })),
          rows: own.rows.map(({ cells, isTotal = false }: Row) => ({ cells: cells.map(text), isTotal })),
          remarks: own.remarks.map(text),
        }
      case 'figure':
        return { ...own, label: text(own.label ?? ''), caption: text(own.caption), svg: vowelMark.test(own.svg) ? outlinedSvg(own.svg) : own.svg }
    }
  }
  return {
    language,
    font: fontFamily,
    title,
    shownTitle: text(title),
    subtitle: text(subtitle),
    foot: `${text(made)}  ·  ${directed(hash.slice(0, 12), language)}`,
    page: pageWords(language),
    date: date?.split('-').map(Number) ?? null,
    blocks: blocks.map(block),
  }
}

/** In a picture Typst loses which characters these were, and PDF/UA then refuses the whole text. */
const vowelMark = /[\u064b-\u065f\u0670]/

const leftToRight = (plain: string): string => `\u2066${plain}\u2069`

/** Marks round what is between the spaces at both ends, so that these part one run from the next. */
const spaced = (plain: string, text: (plain: string) => string): string => {
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(plain) ?? []
  return before + (middle === '' ? '' : text(middle)) + after
}

/** The words round the number of the page and the number of pages. */
function pageWords(language: Report['language']): string[] {
  return say(language, 'report.page', { page: '\n', pages: '\n' }).split('\n')
}
