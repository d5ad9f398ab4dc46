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
  Buffer.from(withTypst((typst) => typst.svg({ mainFileContent, inputs })))

function withTypst<Made>(make: (typst: NodeCompiler) => Made): Made {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...sheetFont().blobs] }] })
  const made = make(compiler)
  compiler.evictCache(10)
  return made
}

/** What a PDF says about itself, for the input `about` of a template that begins with `setDocument`. */
export const typstAbout = (about: DocumentAbout): string =>
  JSON.stringify({ ...about, date: about.date?.split('-').map(Number) ?? null })

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
