import { shortened } from '../sheet/clean-text.ts'
import { printable, type Font } from '../sheet/text.ts'
import type { Block, Report, Run } from './blocks.ts'
import { columnWidthsMm, fitsIn, lettersIn, partsOfWords } from './column-widths.ts'

const longestTitle = 300
/** A table's cell or caption is no place for a page of text; the study file has it whole. */
const longestCell = 400
const longestCaption = 700
/** The sentence at the top keeps its place whatever a class is called. */
const longestInLead = 300

const shortenedRun = (text: string): string =>
  text.length <= longestInLead ? text : `${shortened(text, longestInLead)} `

/**
 * So many letters without a space find no line to stand on, wide Arabic ones sooner; a break that is not seen helps them.
 * A checksum of 64 fits on a line and stays whole.
 */
const endlessWord = /[\u0590-\u08ff]{41,}|[^\s/-]{67,}/gu
const breakHere = '\u200b'
/** Letters that no letter after them joins: where a word breaks behind one of them, its letters keep their forms. */
const unjoined = /[\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0649\u0698]/
const joins = /^[\u0620-\u064a\u066e-\u06d3]{2}$/
/** Parts the forms of two letters that would join: broken behind a joined letter, Typst draws one over the other. */
const unjoin = '\u200c'

/** A word with a break after at most `most` letters, behind a letter that does not join where there is one. */
function broken(word: string, most: number): string {
  const letters = Array.from(word)
  let result = ''
  for (let from = 0; from < letters.length;) {
    const rest = letters.slice(from, from + most)
    const isEnd = from + most >= letters.length
    const back = isEnd ? -1 : rest.findLastIndex((letter, i) => i >= most / 2 && unjoined.test(letter))
    const count = back < 0 ? rest.length : back + 1
    result += rest.slice(0, count).join('')
    from += count
    if (from >= letters.length) break
    result += (back < 0 && joins.test(letters[from - 1]! + letters[from]!) ? unjoin : '') + breakHere
  }
  return result
}

/** An interval in brackets may stand under its number where a column is narrow. */
const bracketsBelow = (text: string): string => text.replace(/\u00a0(?=\()/g, ' ')

/** The report with every text as the font can draw it: no control characters, no glyph that is a box. */
export function printed(report: Report, font: Font): Report {
  const text = (raw: string): string =>
    printable(raw, font).replace(endlessWord, (word) => broken(word, /^[\u0590-\u08ff]/.test(word) ? 40 : 66))
  const inCell = (raw: string, most = 24): string =>
    printable(raw, font).replace(new RegExp(`[^\\s/-]{${most + 4},}`, 'gu'), (word) => broken(word, most))
  const title = (raw: string): string => shortened(inCell(raw), longestTitle)
  const cell = (raw: string): string => shortened(inCell(raw), longestCell)
  const caption = (raw: string): string => shortened(text(raw), longestCaption)
  const runs = (raw: readonly Run[]): Run[] => raw.map((run) => ({ ...run, text: text(run.text) }))
  const block = (raw: Block): Block => {
    switch (raw.kind) {
      case 'heading':
        return { ...raw, text: title(raw.text) }
      case 'contents':
        return { ...raw, headings: raw.headings.map(title) }
      case 'paragraph':
        return {
          ...raw,
          runs:
            raw.style === 'lead'
              ? raw.runs.map((run) => ({ ...run, text: shortenedRun(inCell(run.text)) }))
              : runs(raw.runs),
        }
      case 'facts':
        return { ...raw, facts: raw.facts.map(({ label, value }) => ({ label: cell(label), value: cell(value) })) }
      case 'list':
        return { ...raw, entries: raw.entries.map((entry) => ({ ...entry, runs: runs(entry.runs) })) }
      case 'table': {
        const clean = (each: string): string => shortened(bracketsBelow(printable(each, font)), longestCell)
        const [heads, rows] = [
          raw.columns.map(({ head }) => clean(head)),
          raw.rows.map(({ cells }) => cells.map(clean)),
        ]
        const widthsMm = columnWidthsMm(raw.columns, [heads, ...rows], font)
        const inColumn = (each: string, i: number): string =>
          partsOfWords(each)
            .map((part) => (fitsIn(part, widthsMm[i]!, font) ? part : broken(part, lettersIn(widthsMm[i]!))))
            .join('')
        return {
          ...raw,
          caption: caption(raw.caption),
          columns: raw.columns.map((column, i) => ({ ...column, width: widthsMm[i]!, head: inColumn(heads[i]!, i) })),
          rows: raw.rows.map((row, place) => ({ ...row, cells: rows[place]!.map(inColumn) })),
          remarks: raw.remarks.map(text),
        }
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
