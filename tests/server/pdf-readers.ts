import { execFileSync, spawnSync } from 'node:child_process'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Reader = 'poppler' | 'pdfium' | 'pdfjs'

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
if (!hasPoppler) console.log('pdftotext is not installed: what poppler reads in the PDFs is not compared')

/** The readers that there are here: PDFium and pdf.js always, poppler where it is installed. */
export const readers: readonly Reader[] = [...(hasPoppler ? (['poppler'] as const) : []), 'pdfium', 'pdfjs']

/** The text that a program reads in a PDF. */
export function textBy(reader: Reader, pdf: Uint8Array): Promise<string> {
  return { poppler: byPoppler, pdfium: byPdfium, pdfjs: byPdfjs }[reader](pdf)
}

async function byPoppler(pdf: Uint8Array): Promise<string> {
  return execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf, maxBuffer: 1 << 26 }).toString()
}

async function byPdfium(pdf: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    return Array.from(document.pages(), (page) => page.getText()).join('\n')
  } finally {
    library.destroy()
  }
}

async function byPdfjs(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join(''))
  }
  await document.destroy()
  return pages.join('\n')
}

const word = /[\u0620-\u064a\u0671-\u06d3\u06d5\u06fa-\u06ff]{2,}/g
/** Vowel marks, lengthening strokes and places where an endless word may break. */
const unread = /[\u064b-\u0652\u0670\u0640\u200b]/g

/** The distinct Arabic words of a text, of two letters and more, without vowel marks. */
export const arabicWords = (text: string): Set<string> =>
  new Set(text.normalize('NFKC').replace(unread, '').match(word))
