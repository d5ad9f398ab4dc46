import type { Block, Report, Row, Run } from '../../../core/report/blocks.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { outlinedSvg } from '../fonts/outlined-svg.ts'
import { pdfPicture } from './pdf-picture.ts'
import type { PdfStandard } from '../../../core/options/sheet-options.ts'
import { typstAbout, typstPdf, typstSvg } from './typst-pdf.ts'
import { template } from './report-template.ts'
import { typstRuns, type TypstPiece } from './typst-text.ts'

/** A report as PDF of a standard: tagged, with alternative texts, fonts embedded, dated by the record. */
export const reportPdf = (report: Report, standard: PdfStandard): Buffer =>
  typstPdf(
    template,
    { report: JSON.stringify(forTypst(report, pdfPicture)), about: typstAbout(report.about, standard) },
    standard,
  )

/** The pages of that PDF one under another as one SVG that needs no font. */
export const reportSvg = (report: Report): Buffer =>
  typstSvg(template, { report: JSON.stringify(forTypst(report, outlinedSvg)), about: typstAbout(report.about, null) })

/** Characters in a box: in a column of a table, and elsewhere. */
const longestInCell = 18
const longestInLine = 40

/** The report as pieces of one direction each; everything the template prints is here, and all of it is data. */
function forTypst({ language, title, subtitle, made, hash, blocks }: Report, picture: (svg: string) => string) {
  const one = (text: string, longest: number): TypstPiece[] => typstRuns([{ text }], language, longest)[0]!
  const line = (text: string): TypstPiece[] => one(text, longestInLine)
  const cell = (text: string): TypstPiece[] => one(text, longestInCell)
  const runs = (own: readonly Run[]) =>
    typstRuns(own, language, longestInLine).map((pieces, i) => ({ pieces, strong: own[i]!.strong ?? false }))
  const block = (own: Block) => {
    switch (own.kind) {
      case 'heading':
        return { ...own, text: line(own.text) }
      case 'contents':
        return { kind: own.kind, title: line(own.title) }
      case 'paragraph':
        return { ...own, runs: runs(own.runs) }
      case 'facts':
        return { ...own, facts: own.facts.map(({ label, value }) => ({ label: line(label), value: line(value) })) }
      case 'list':
        return {
          kind: own.kind,
          isNumbered: own.entries[0]?.mark.startsWith('[') ?? false,
          entries: own.entries.map((entry) => runs(entry.runs)),
        }
      case 'table':
        return {
          ...own,
          label: line(own.label ?? ''),
          caption: line(own.caption),
          columns: own.columns.map(({ head, width, isFigure = false }) => ({ head: cell(head), width, isFigure })),
          rows: own.rows.map(({ cells, isTotal = false }: Row) => ({ cells: cells.map(cell), isTotal })),
          remarks: line(own.remarks.join(' ')),
        }
      case 'figure':
        return { ...own, label: line(own.label ?? ''), caption: line(own.caption), svg: picture(own.svg) }
    }
  }
  return {
    language,
    font: fontFamily,
    title: line(title),
    subtitle: line(subtitle),
    foot: typstRuns(
      [{ text: `${made}  ·  ` }, { text: hash.slice(0, 12), isCode: true }],
      language,
      longestInLine,
    ).flat(),
    page: pageWords(language),
    blocks: blocks.map(block),
  }
}

/** The words round the number of the page and the number of pages. */
function pageWords(language: Report['language']): string[] {
  return translate(language, 'report.page', { page: '\n', pages: '\n' }).split('\n')
}
