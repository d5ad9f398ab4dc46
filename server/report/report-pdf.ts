import type { Block, Report, Row, Run } from '../../core/report/blocks.ts'
import { directed } from '../../core/sheet/bidi.ts'
import { say } from '../../core/words/say.ts'
import { fontFamily } from '../export/fonts.ts'
import { withOutlinedMarks } from '../export/outlined-marks.ts'
import { outlinedSvg } from '../export/outlined-svg.ts'
import type { PdfStandard } from '../export/pdf-standards.ts'
import { typstAbout, typstPdf, typstSvg } from '../export/typst-pdf.ts'
import { template } from './report-template.ts'

/** A report as PDF of a standard: tagged, with alternative texts, fonts embedded, dated by the record. */
export const reportPdf = (report: Report, standard: PdfStandard): Buffer =>
  typstPdf(template, { report: JSON.stringify(forTypst(report, standard)), about: typstAbout(report.about) }, standard)

/** The pages of that PDF one under another as one SVG that needs no font. */
export const reportSvg = (report: Report): Buffer =>
  typstSvg(template, { report: JSON.stringify(forTypst(report, 'outlines')), about: typstAbout(report.about) })

/** The report with direction marks in its texts; everything the template prints is here, and all of it is data. */
function forTypst({ language, title, subtitle, made, hash, blocks }: Report, pictures: PdfStandard | 'outlines') {
  const text = (plain: string): string => directed(plain, language)
  const code = (plain: string): string => (language === 'en' && latinOnly.test(plain) ? plain : leftToRight(plain))
  const runs = (own: readonly Run[]) => own.map((run) => ({ text: spaced(run.text, run.isCode ? code : text), strong: run.strong ?? false }))
  const pictureFor = (svg: string): string =>
    pictures === 'outlines' ? outlinedSvg(svg) : pictures === 'a-2b' ? svg : withOutlinedMarks(svg)
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
        return { ...own, label: text(own.label ?? ''), caption: text(own.caption), svg: pictureFor(own.svg) }
    }
  }
  return {
    language,
    font: fontFamily,
    title: text(title),
    subtitle: text(subtitle),
    foot: `${text(made)}  ·  ${directed(hash.slice(0, 12), language)}`,
    page: pageWords(language),
    blocks: blocks.map(block),
  }
}

/** Such text needs no marks where everything round it runs the same way; without them it can be copied clean. */
const latinOnly = /^[\u0020-\u024f]*$/
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
