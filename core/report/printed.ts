import { shortened } from '../sheet/clean-text.ts'
import { printable, type Font } from '../sheet/text.ts'
import type { Block, Report, Run } from './blocks.ts'

const longestTitle = 300
/** A table's cell or caption is no place for a page of text; the study file has it whole. */
const longestCell = 400
const longestCaption = 700
/** The sentence at the top keeps its place whatever a class is called. */
const longestInLead = 300

const shortenedRun = (text: string): string => (text.length <= longestInLead ? text : `${shortened(text, longestInLead)} `)

/**
 * So many letters without a space find no line to stand on, wide Arabic ones sooner; a break that is not seen helps them.
 * A checksum of 64 fits on a line and stays whole.
 */
const endlessWord = /[\u0590-\u08ff]{40}(?=[\u0590-\u08ff])|[^\s/-]{66}(?=[^\s/-])/gu
const endlessInCell = /[^\s/-]{24}(?=[^\s/-]{4})/gu
const breakHere = '\u200b'

/** The report with every text as the font can draw it: no control characters, no glyph that is a box. */
export function printed(report: Report, font: Font): Report {
  const text = (raw: string): string => printable(raw, font).replace(endlessWord, `$&${breakHere}`)
  const inCell = (raw: string): string => printable(raw, font).replace(endlessInCell, `$&${breakHere}`)
  const title = (raw: string): string => shortened(inCell(raw), longestTitle)
  const cell = (raw: string): string => shortened(inCell(raw), longestCell)
  const caption = (raw: string): string => shortened(text(raw), longestCaption)
  const runs = (raw: readonly Run[]): Run[] => raw.map((run) => ({ ...run, text: text(run.text) }))
  const block = (raw: Block): Block => {
    switch (raw.kind) {
      case 'heading':
        return { ...raw, text: title(raw.text) }
      case 'paragraph':
        return { ...raw, runs: raw.look === 'lead' ? raw.runs.map((run) => ({ ...run, text: shortenedRun(inCell(run.text)) })) : runs(raw.runs) }
      case 'facts':
        return { ...raw, facts: raw.facts.map(({ label, value }) => ({ label: cell(label), value: cell(value) })) }
      case 'list':
        return { ...raw, entries: raw.entries.map((entry) => ({ ...entry, runs: runs(entry.runs) })) }
      case 'table':
        return {
          ...raw,
          caption: caption(raw.caption),
          columns: raw.columns.map((column) => ({ ...column, head: cell(column.head) })),
          rows: raw.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
          remarks: raw.remarks.map(text),
        }
      case 'figure':
        return { ...raw, caption: caption(raw.caption), alt: caption(raw.alt) }
    }
  }
  return {
    ...report,
    title: title(report.title),
    subtitle: title(report.subtitle),
    made: text(report.made),
    blocks: report.blocks.map(block),
  }
}
