import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type Table,
} from 'docx'
import type { Block, Report, Run } from '../../../core/report/blocks.ts'
import { isRightToLeft, translate } from '../../../core/i18n/translate.ts'
import { docxCaption, marked, reference, type Setting } from './docx-caption.ts'
import { docxFigure } from './docx-figure.ts'
import { withFixedDates } from '../archive/zip-dates.ts'
import { coreProperties } from './docx-record.ts'
import { docxTable, factTable } from './docx-table.ts'
import { textRuns, twipsOfMm, type RunLook } from './docx-text.ts'

const sizes = { title: 40, lead: 25, text: 20, list: 18, small: 16, heading: 26, caption: 18, foot: 15 } as const
const second = '5F5B55'

/**
 * A report as a Word document, right to left in Arabic: paragraphs, tables, lists. Pictures stand in it as SVG with a
 * PNG for programs that know no SVG. Dated by the record: the same report gives the same bytes.
 */
export async function reportDocx(report: Report, signal?: AbortSignal): Promise<Buffer> {
  const { title, subtitle, blocks } = report
  const children: (Paragraph | Table)[] = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional: isRightToLeft(report.language),
      alignment: AlignmentType.START,
      keepNext: true,
      children: textRuns({ text: title }, report.language, {}),
    }),
    paragraph(report, [{ text: subtitle }], { size: 21, color: second }, { after: 200 }),
  ]
  for (const [place, block] of blocks.entries()) {
    children.push(...(await blockParts(report, block, { next: blocks[place + 1], place, signal })))
  }
  const document = new Document({
    title,
    styles: {
      default: {
        document: {
          run: {
            font: 'Arial',
            size: sizes.text,
            color: '1C1B1A',
            language: { value: 'en-GB', bidirectional: 'ar-SY' },
          },
        },
        heading1: {
          run: { size: sizes.heading, bold: true, color: '1C1B1A' },
          paragraph: { spacing: { before: 400, after: 140 } },
        },
        title: { run: { size: sizes.title, bold: true, color: '1C1B1A' }, paragraph: { spacing: { after: 60 } } },
        caption: { run: { size: sizes.caption, bold: true, italics: false, color: '1C1B1A' } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twipsOfMm(210), height: twipsOfMm(297) },
            margin: { top: twipsOfMm(20), bottom: twipsOfMm(22), left: twipsOfMm(20), right: twipsOfMm(20) },
          },
        },
        footers: { default: foot(report) },
        children,
      },
    ],
  })
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(report.about) },
  ])
  return withFixedDates(packed)
}

const paragraph = (
  report: Report,
  runs: readonly Run[],
  style: RunLook,
  { after = 120, keepNext = false }: Setting = {},
): Paragraph =>
  new Paragraph({
    bidirectional: isRightToLeft(report.language),
    alignment: AlignmentType.START,
    keepNext,
    spacing: { after, line: 288 },
    children: runs.flatMap((run) => [...(reference(report, run, style) ?? textRuns(run, report.language, style))]),
  })

type Surrounding = {
  readonly next: Block | undefined
  readonly place: number
  readonly signal: AbortSignal | undefined
}

async function blockParts(
  report: Report,
  block: Block,
  { next, place, signal }: Surrounding,
): Promise<(Paragraph | Table)[]> {
  const { language } = report
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          bidirectional: isRightToLeft(language),
          alignment: AlignmentType.START,
          keepNext: true,
          pageBreakBefore: block.beginsPage ?? false,
          children: [marked(headingMark(place), place, textRuns({ text: block.text }, language, {}))],
        }),
      ]
    case 'contents':
      return contentsParts(report, block)
    case 'paragraph': {
      const style = block.style === 'small' ? { size: sizes.small, color: second } : { size: sizes[block.style] }
      return [
        paragraph(report, block.runs, style, {
          keepNext: next?.kind === 'table' || next?.kind === 'list' || next?.kind === 'figure',
        }),
      ]
    }
    case 'facts':
      return [factTable(block.facts, language), paragraph(report, [], {}, { after: 60 })]
    case 'list':
      return block.entries.map(
        ({ mark, runs }) =>
          new Paragraph({
            bidirectional: isRightToLeft(language),
            alignment: AlignmentType.START,
            indent: { start: 480, hanging: 480 },
            tabStops: [{ type: TabStopType.START, position: 480 }],
            spacing: { after: 70, line: 264 },
            children: [
              ...textRuns({ text: mark, isCode: true }, language, { size: sizes.list }),
              new TextRun({ children: [new Tab()] }),
              ...runs.flatMap((run) => textRuns(run, language, { size: sizes.list })),
            ],
          }),
      )
    case 'figure':
      return [
        new Paragraph({
          bidirectional: isRightToLeft(language),
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 160, after: 80 },
          children: [await docxFigure(block, place + 1, signal)],
        }),
        docxCaption(report, block, place, { after: 240 }),
      ]
    case 'table':
      return [
        docxCaption(report, block, place, { after: 80, keepNext: true }),
        docxTable(block, language),
        paragraph(report, [{ text: block.remarks.join(' ') }], { size: sizes.small, color: second }, { after: 200 }),
      ]
  }
}

/** What the contents call the heading at a place among the blocks by. */
const headingMark = (place: number): string => `heading_${place}`

/** The contents: each heading as a link, with the number of its page, which the program that opens the document counts. */
function contentsParts({ language, blocks }: Report, { title }: Extract<Block, { kind: 'contents' }>): Paragraph[] {
  const setting = { bidirectional: isRightToLeft(language), alignment: AlignmentType.START }
  return [
    new Paragraph({
      ...setting,
      pageBreakBefore: true,
      keepNext: true,
      spacing: { after: 140 },
      children: textRuns({ text: title, strong: true }, language, { size: sizes.heading }),
    }),
    ...blocks.flatMap((block, place) =>
      block.kind !== 'heading'
        ? []
        : new Paragraph({
            ...setting,
            tabStops: [{ type: TabStopType.END, position: twipsOfMm(170), leader: LeaderType.DOT }],
            spacing: { after: 60 },
            children: [
              new InternalHyperlink({
                anchor: headingMark(place),
                children: textRuns({ text: block.text }, language, {}),
              }),
              new TextRun({ children: [new Tab()] }),
              new PageReference(headingMark(place)),
            ],
          }),
    ),
  ]
}

/** Engine, study and hash, and the number of the page, at the ends of one line. */
function foot({ language, made, hash }: Report): Footer {
  const style = { size: sizes.foot, color: second }
  const numbers = { page: PageNumber.CURRENT, pages: PageNumber.TOTAL_PAGES } as const
  const words = translate(language, 'report.page', { page: '\npage\n', pages: '\npages\n' }).split('\n')
  return new Footer({
    children: [
      new Paragraph({
        bidirectional: isRightToLeft(language),
        alignment: AlignmentType.START,
        tabStops: [{ type: TabStopType.END, position: twipsOfMm(170) }],
        children: [
          ...textRuns({ text: `${made} · ` }, language, style),
          ...textRuns({ text: hash.slice(0, 12), isCode: true }, language, style),
          new TextRun({ children: [new Tab()] }),
          ...words.flatMap((word) =>
            word === 'page' || word === 'pages'
              ? [new TextRun({ ...style, children: [numbers[word]] })]
              : textRuns({ text: word }, language, style),
          ),
        ],
      }),
    ],
  })
}
