import {
  AlignmentType,
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  Paragraph,
  SimpleField,
  TextRun,
  type ParagraphChild,
} from 'docx'
import type { Figure, Report, Run, Table } from '../../../core/report/blocks.ts'
import { isRightToLeft } from '../../../core/i18n/translate.ts'
import { textRuns, type RunLook } from './docx-text.ts'

export type Setting = { readonly after?: number; readonly keepNext?: boolean }

/** A bookmark with a number of its own: those that the library counts differ from document to document. */
export const marked = (id: string, place: number, children: ParagraphChild[]): Bookmark =>
  Object.assign(new Bookmark({ id, children }), { start: new BookmarkStart(id, place), end: new BookmarkEnd(place) })

const captionMark = (place: number): string => `caption_${place}`

/**
 * A caption as Word knows one: in the style of captions, its number a field of its sequence, so that Word lists figures and
 * tables and counts them anew where an editor puts one between, and its label a bookmark that sentences refer to.
 */
export function docxCaption(
  { language }: Report,
  { kind, label = '', caption }: Table | Figure,
  place: number,
  { after = 0, keepNext = false }: Setting,
): Paragraph {
  const [, before = label, number = '', behind = ''] = /^(.*?)(\d+)(.*)$/.exec(label) ?? []
  const sequence = kind === 'table' ? 'Table' : 'Figure'
  return new Paragraph({
    style: 'Caption',
    bidirectional: isRightToLeft(language),
    alignment: AlignmentType.START,
    keepNext,
    spacing: { after, line: 288 },
    children: [
      marked(captionMark(place), place, [
        ...textRuns({ text: before }, language, {}),
        new SimpleField(`SEQ ${sequence} \\* ARABIC`, number),
      ]),
      ...textRuns({ text: `${behind} ` }, language, {}),
      ...textRuns({ text: caption }, language, { bold: false }),
    ],
  })
}

/** The label of a table that a sentence names, as a field that follows it; `null` where the run names none. */
export function reference({ language, blocks }: Report, { to, text }: Run, look: RunLook): ParagraphChild[] | null {
  const place = blocks.findIndex((block) => (block.kind === 'table' || block.kind === 'figure') && block.key === to)
  const [, open, label, close] = /^(.*\()(.*)(\).*)$/.exec(text) ?? []
  if (to === undefined || place < 0 || open === undefined || close === undefined) return null
  return [
    new TextRun({ text: open, rightToLeft: isRightToLeft(language), ...look }),
    new SimpleField(`REF ${captionMark(place)} \\h`, label ?? ''),
    new TextRun({ text: close, rightToLeft: isRightToLeft(language), ...look }),
  ]
}
