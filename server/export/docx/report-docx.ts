import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type Table,
} from 'docx'
import type { Block, Report, Run } from '../../../core/report/blocks.ts'
import { say } from '../../../core/i18n/say.ts'
import { docxFigure } from './docx-figure.ts'
import { coreProperties, withoutClock } from './docx-record.ts'
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
    paragraph(report, [{ text: title, strong: true }], { size: sizes.title }, { after: 60, keepNext: true }),
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
  return withoutClock(packed)
}

type Setting = { readonly after?: number; readonly keepNext?: boolean }

const paragraph = (
  { language }: Pick<Report, 'language'>,
  runs: readonly Run[],
  look: RunLook,
  { after = 120, keepNext = false }: Setting = {},
): Paragraph =>
  new Paragraph({
    bidirectional: language === 'ar',
    alignment: AlignmentType.START,
    keepNext,
    spacing: { after, line: 288 },
    children: runs.flatMap((run) => textRuns(run, language, look)),
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
  const captionRuns = ({ label = '', caption }: { label?: string; caption: string }): Run[] => [
    { text: `${label} `, strong: true },
    { text: caption },
  ]
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          bidirectional: language === 'ar',
          alignment: AlignmentType.START,
          keepNext: true,
          children: textRuns({ text: block.text }, language, {}),
        }),
      ]
    case 'paragraph': {
      const look = block.look === 'small' ? { size: sizes.small, color: second } : { size: sizes[block.look] }
      return [
        paragraph(report, block.runs, look, {
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
            bidirectional: language === 'ar',
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
          bidirectional: language === 'ar',
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 160, after: 80 },
          children: [await docxFigure(block, place + 1, signal)],
        }),
        paragraph(report, captionRuns(block), { size: sizes.caption }, { after: 240 }),
      ]
    case 'table':
      return [
        paragraph(report, captionRuns(block), { size: sizes.caption }, { after: 80, keepNext: true }),
        docxTable(block, language),
        paragraph(report, [{ text: block.remarks.join(' ') }], { size: sizes.small, color: second }, { after: 200 }),
      ]
  }
}

/** Engine, study and hash, and the number of the page, at the ends of one line. */
function foot({ language, made, hash }: Report): Footer {
  const look = { size: sizes.foot, color: second }
  const numbers = { page: PageNumber.CURRENT, pages: PageNumber.TOTAL_PAGES } as const
  const words = say(language, 'report.page', { page: '\npage\n', pages: '\npages\n' }).split('\n')
  return new Footer({
    children: [
      new Paragraph({
        bidirectional: language === 'ar',
        alignment: AlignmentType.START,
        tabStops: [{ type: TabStopType.END, position: twipsOfMm(170) }],
        children: [
          ...textRuns({ text: `${made} · ` }, language, look),
          ...textRuns({ text: hash.slice(0, 12), isCode: true }, language, look),
          new TextRun({ children: [new Tab()] }),
          ...words.flatMap((word) =>
            word === 'page' || word === 'pages'
              ? [new TextRun({ ...look, children: [numbers[word]] })]
              : textRuns({ text: word }, language, look),
          ),
        ],
      }),
    ],
  })
}
