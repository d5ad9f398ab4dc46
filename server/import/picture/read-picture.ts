import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { NamedBytes } from '../record/imported.ts'
import { readPdfPage } from './pdf-page.ts'

/** A picture as it stands upright: its size in pixels, and what a reader must know of it. */
export type ReadPicture = { readonly width: number; readonly height: number; readonly notes: readonly Note[] }

/** 100 million take 400 MB decoded; a map sheet of A0 at 300 dpi has 140 and is scaled down without loss for tracing. */
const mostPixels = 100_000_000

/**
 * Reads a PNG, JPEG or WebP, turned as its EXIF says and in sRGB by its colour profile, or the size of a page of a PDF. A
 * picture of too many pixels is refused by its header, before it is decoded.
 */
export async function readPicture(
  { name, bytes }: NamedBytes,
  page: number | undefined,
): Promise<Outcome<ReadPicture>> {
  const kind = kindOf(bytes)
  if (kind === null) return refused(problem('picture-format-unknown', { file: name }))
  if (kind === 'pdf') {
    const size = await readPdfPage(name, bytes, page ?? 1)
    return size.ok ? checkedSize(name, size.value) : size
  }
  if (page !== undefined) return refused(problem('picture-without-pages', { file: name }))
  const { default: sharp } = await import('sharp')
  try {
    const { autoOrient, space, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    const { width, height } = autoOrient
    const size = checkedSize(name, { width, height, notes: [] })
    if (!size.ok) return size
    const { channels } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).stats()
    const isOneColour = channels.slice(0, 3).every(({ min, max }) => min === max)
    return done({
      width,
      height,
      notes: [
        ...(pages > 1 ? [note('picture-animated', { file: name, count: pages })] : []),
        ...(space === 'cmyk' ? [note('picture-cmyk', { file: name })] : []),
        ...(isOneColour ? [note('picture-one-colour', { file: name })] : []),
      ],
    })
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]!.slice(0, 200)
    return refused(problem('picture-unreadable', { file: name, reason }))
  }
}

function checkedSize(file: string, picture: ReadPicture): Outcome<ReadPicture> {
  const { width, height } = picture
  const factor = Math.sqrt(mostPixels / (width * height))
  if (factor >= 1) return done(picture)
  const fitting = `${Math.floor(width * factor)} × ${Math.floor(height * factor)}`
  return refused(problem('picture-too-large', { file, size: `${width} × ${height}`, fitting }))
}

function kindOf(bytes: Uint8Array): 'pdf' | 'picture' | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (head.startsWith('%PDF')) return 'pdf'
  const isPicture =
    head.startsWith('\u0089PNG\r\n') || head.startsWith('\u00ff\u00d8\u00ff') || /^RIFF[^]{4}WEBP/.test(head)
  return isPicture ? 'picture' : null
}
