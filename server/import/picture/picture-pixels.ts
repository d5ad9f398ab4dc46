import type { Pixels } from '../../../core/tracing/pixel-grid.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { drawPdfPage } from './pdf-page.ts'
import type { NamedBytes } from '../record/imported.ts'

/** What is looked at pixel by pixel takes some ten bytes of each. */
const mostTracedPixels = 40_000_000

/** The pixels of a picture as it stands upright, in sRGB, on white where it lets something through; of a PDF those of one page. */
export async function readPixels({ name, bytes }: NamedBytes, page?: number): Promise<Outcome<Pixels>> {
  if (String.fromCharCode(...bytes.subarray(0, 4)) === '%PDF')
    return drawPdfPage(name, bytes, page ?? 1, mostTracedPixels)
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostTracedPixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    const rgb = channels === 3 ? new Uint8Array(data) : new Uint8Array(3 * width * height)
    // A grey picture has one channel.
    if (channels !== 3) for (let i = 0; i < rgb.length; i++) rgb[i] = data[channels * Math.floor(i / 3)]!
    return done({ width, height, rgb })
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]!.slice(0, 200)
    return refused(
      reason.includes('pixel limit')
        ? problem('colours-too-many-pixels', { file: name, most: mostTracedPixels / 1e6 })
        : problem('picture-unreadable', { file: name, reason }),
    )
  }
}
