import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { DocumentAbout } from '../../../core/export/document-about.ts'
import { sheetFont } from '../fonts/fonts.ts'
import type { PdfStandard } from '../../../core/options/sheet-options.ts'

let compiler: NodeCompiler | undefined

/**
 * A Typst document as PDF of a standard, its fonts embedded. What varies comes in by `inputs`, as data and never as
 * markup. The same content gives the same bytes.
 */
export function typstPdf(mainFileContent: string, inputs: Record<string, string>, pdfStandard: PdfStandard): Buffer {
  return withTypst((typst) => typst.pdf({ mainFileContent, inputs }, { pdfStandard }))
}

/** Its pages one under another as SVG, with letters as outlines. */
export const typstSvg = (mainFileContent: string, inputs: Record<string, string>): Buffer =>
  Buffer.from(
    withTypst((typst) => typst.svg({ mainFileContent, inputs }))
      // Typst leaves "<" as it is in alternative texts, which no XML may hold.
      .replace(/\balt="[^"]*"/g, (alt) => alt.replaceAll('<', '&lt;')),
  )

function withTypst<Made>(make: (typst: NodeCompiler) => Made): Made {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...sheetFont().blobs] }] })
  const made = make(compiler)
  compiler.evictCache(10)
  return made
}

/** An archive must bear a day, and the clock is never read: that of a study without one is the first day of its zip's files. */
const undated = '1980-01-01'

/** What a PDF says about itself, for the input `about` of a template that begins with `setDocument`. */
export function typstAbout(about: DocumentAbout, standard: PdfStandard | null): string {
  const date = about.date ?? (standard?.startsWith('a-') ? undated : null)
  return JSON.stringify({ ...about, date: date?.split('-').map(Number) ?? null })
}

/** Takes the variable `about` of the template. */
export const setDocument = `
#set document(
  title: about.title,
  author: about.author,
  description: about.description,
  keywords: about.keywords,
  date: if about.date == none { none } else { datetime(year: about.date.at(0), month: about.date.at(1), day: about.date.at(2)) },
)
`
