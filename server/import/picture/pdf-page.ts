import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'

/** Dots to an inch at which a page becomes a picture; its pixels are counted at it. */
const pageDpi = 150
const pointsPerInch = 72

/** The size of a page of a PDF in pixels of 150 to the inch, as it stands upright. An encrypted PDF is refused by its name. */
export async function readPdfPage(
  file: string,
  bytes: Uint8Array,
  page: number,
): Promise<Outcome<{ readonly width: number; readonly height: number }>> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({
    // It takes the bytes for itself.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await loading.promise
    if (page > document.numPages)
      return refused(problem('picture-page-absent', { file, page, count: document.numPages }))
    const { width, height } = (await document.getPage(page)).getViewport({ scale: pageDpi / pointsPerInch })
    return done({ width: Math.round(width), height: Math.round(height) })
  } catch (error) {
    const { name, message } = error as Error
    if (name === 'PasswordException') return refused(problem('picture-encrypted', { file }))
    return refused(problem('picture-unreadable', { file, reason: message.slice(0, 200) }))
  } finally {
    await loading.destroy()
  }
}
