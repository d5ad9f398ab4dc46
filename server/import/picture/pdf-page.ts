import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFPageProxy } from 'pdfjs-dist'
import type { Pixels } from '../../../core/tracing/pixel-grid.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'

/** Dots to an inch at which a page becomes a picture; its pixels are counted at it. */
const pageDpi = 150
const pointsPerInch = 72

type PageSize = { readonly width: number; readonly height: number; readonly notes: readonly Note[] }

/** The size of a page of a PDF in pixels of 150 to the inch, as it stands upright. An encrypted PDF is refused by its name. */
export function readPdfPage(file: string, bytes: Uint8Array, page: number): Promise<Outcome<PageSize>> {
  return withPage(file, bytes, page, (own) => {
    const { width, height } = sizeOf(own)
    return Promise.resolve(done({ width, height, notes: placementNotes(file, bytes) }))
  })
}

/**
 * A page of a PDF as a picture of 150 dots to the inch on white, drawn by the canvas that pdfjs brings along. Refuses one of more
 * than `mostPixels` before it is drawn.
 */
export function drawPdfPage(
  file: string,
  bytes: Uint8Array,
  page: number,
  mostPixels: number,
): Promise<Outcome<Pixels>> {
  return withPage(file, bytes, page, async (own, canvases) => {
    const { width, height } = sizeOf(own)
    if (!(width * height <= mostPixels))
      return refused(problem('colours-too-many-pixels', { file, most: mostPixels / 1e6 }))
    const { canvas, context } = canvases.create(width, height)
    const viewport = own.getViewport({ scale: pageDpi / pointsPerInch })
    await own.render({ canvas, canvasContext: context, viewport, background: '#ffffff' }).promise
    const { data } = context.getImageData(0, 0, width, height)
    const rgb = new Uint8Array(3 * width * height)
    for (let i = 0, at = 0; i < data.length; i += 4) {
      rgb[at++] = data[i]!
      rgb[at++] = data[i + 1]!
      rgb[at++] = data[i + 2]!
    }
    return done({ width, height, rgb })
  })
}

function sizeOf(page: PDFPageProxy): { readonly width: number; readonly height: number } {
  const { width, height } = page.getViewport({ scale: pageDpi / pointsPerInch })
  return { width: Math.round(width), height: Math.round(height) }
}

/** What a PDF with a place on earth of its own has (ISO 32000-2, OGC 08-139), where it is not packed away. */
const placementMarks = ['/GPTS', '/LGIDict']

function placementNotes(file: string, { buffer, byteOffset, length }: Uint8Array): readonly Note[] {
  const text = Buffer.from(buffer, byteOffset, length)
  return placementMarks.some((mark) => text.includes(mark)) ? [note('pdf-placement-unread', { file })] : []
}

type Canvases = {
  readonly create: (
    width: number,
    height: number,
  ) => { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D }
}

async function withPage<Value>(
  file: string,
  bytes: Uint8Array,
  page: number,
  use: (page: PDFPageProxy, canvases: Canvases) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const parts = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const loading = getDocument({
    // It takes the bytes for itself.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
    standardFontDataUrl: `${join(parts, 'standard_fonts')}/`,
    cMapUrl: `${join(parts, 'cmaps')}/`,
    cMapPacked: true,
    wasmUrl: `${join(parts, 'wasm')}/`,
  })
  try {
    const document = await loading.promise
    if (page > document.numPages)
      return refused(problem('picture-page-absent', { file, page, count: document.numPages }))
    return await use(await document.getPage(page), document.canvasFactory as Canvases)
  } catch (error) {
    const { name, message } = error as Error
    if (name === 'PasswordException') return refused(problem('picture-encrypted', { file }))
    return refused(problem('picture-unreadable', { file, reason: message.slice(0, 200) }))
  } finally {
    await loading.destroy()
  }
}
