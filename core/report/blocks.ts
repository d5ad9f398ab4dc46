import type { DocumentAbout } from '../export/document-about.ts'
import { translate, type Language } from '../i18n/translate.ts'

/** A piece of a paragraph; what is strong stands out. */
export type Run = {
  readonly text: string
  readonly strong?: boolean
  /** An address or a mark such as [1]: left to right whatever its letters. */
  readonly isCode?: boolean
  /** Key of the table or figure that it names; its label is set when the report is put together. */
  readonly to?: string
}

type Column = {
  readonly head: string
  /** Figures stand under each other at the end of their column. */
  readonly isFigure?: boolean
  /** Part of the table's width, beside those of the other columns. */
  readonly width: number
}

export type Row = {
  readonly cells: readonly string[]
  /** A total, set apart from the rows above it. */
  readonly isTotal?: boolean
}

export type Table = {
  readonly kind: 'table'
  /** What sentences call it by; one key, one table of a report. */
  readonly key?: string
  /** Such as “Table 1.”; set when the report is put together. */
  readonly label?: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** What must be known to read the figures; stands right under them. */
  readonly remarks: readonly string[]
}

export type Figure = {
  readonly kind: 'figure'
  readonly key?: string
  readonly label?: string
  readonly caption: string
  /** What the picture shows, for those who do not see it. */
  readonly alt: string
  readonly svg: string
  readonly widthMm: number
  readonly heightMm: number
}

/** Headings of the annex are counted by letters; the first of them begins a page. */
type Heading = { readonly kind: 'heading'; readonly text: string; readonly isAnnex?: true; readonly beginsPage?: true }

/** The parts of a report, in reading order; every way of printing it knows these and no others. */
export type Block =
  | Heading
  /** The headings that follow, each with its number, on a page of their own beginning. */
  | { readonly kind: 'contents'; readonly title: string; readonly headings: readonly string[] }
  | { readonly kind: 'paragraph'; readonly style: 'lead' | 'text' | 'small'; readonly runs: readonly Run[] }
  /** Labels with what belongs to them. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  /** Entries with their marks, such as [1] or a dot. */
  | { readonly kind: 'list'; readonly entries: readonly { readonly mark: string; readonly runs: readonly Run[] }[] }
  | Table
  | Figure

/** A report as data: what PDF and DOCX print alike. All text is clean, in logical order, without direction marks. */
export type Report = {
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  /** Engine, study and revision, for the foot of each page. */
  readonly made: string
  /** The report's own name, from study and options, without an ending. */
  readonly name: string
  readonly hash: string
  /** For catalogues and readers of the file. */
  readonly about: DocumentAbout
  readonly blocks: readonly Block[]
}

export const heading = (text: string): Block => ({ kind: 'heading', text })

/** Where the headings of the report stand; filled when it is put together. */
export const contents = (language: Language): Block => ({
  kind: 'contents',
  title: translate(language, 'report.contents'),
  headings: [],
})

/** All headings of the blocks as those of the annex. */
export function inAnnex(blocks: readonly Block[]): Block[] {
  const first = blocks.find(({ kind }) => kind === 'heading')
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, isAnnex: true, ...(block === first ? { beginsPage: true } : {}) } : block,
  )
}

export const paragraph = (text: string, style: 'lead' | 'text' | 'small' = 'text'): Block => ({
  kind: 'paragraph',
  style,
  runs: [{ text }],
})

const dot = '•'

/** A list of statements; each may begin with what it is about and end with its source's mark. */
export const dotted = (
  entries: readonly { readonly about?: string; readonly text: string; readonly cited?: string }[],
): Block => ({
  kind: 'list',
  entries: entries.map(({ about, text, cited }) => ({
    mark: dot,
    runs: [
      ...(about === undefined ? [] : [{ text: `${about}: `, strong: true }]),
      { text },
      ...(cited === undefined ? [] : [{ text: ` ${cited}`, isCode: true }]),
    ],
  })),
})

/** The blocks, or none of them where there is nothing under the heading. */
export const section = (text: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(text), ...blocks]
