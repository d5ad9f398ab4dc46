import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { NamedBytes } from '../record/imported.ts'

/** Neither side is longer: a browser holds a picture of it decoded in 48 MB at most. */
const mostSide = 4_096
const mostDots = 12_000_000
const mostPixels = 100_000_000
const quality = 92

/** A picture as it is shown beside a map: upright, in the colours of a screen, and no larger than a browser bears. WebP. */
export async function previewPicture({ name, bytes }: NamedBytes): Promise<Outcome<Uint8Array>> {
  const { default: sharp } = await import('sharp')
  try {
    const { width, height } = (await sharp(bytes, { limitInputPixels: mostPixels }).metadata()).autoOrient
    const scale = Math.min(1, mostSide / Math.max(width, height), Math.sqrt(mostDots / (width * height)))
    const shown = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .toColourspace('srgb')
      .resize(Math.max(1, Math.floor(width * scale)), Math.max(1, Math.floor(height * scale)), { fit: 'fill' })
    return done(await shown.webp({ quality }).toBuffer())
  } catch (error) {
    return refused(problem('picture-unreadable', { file: name, reason: (error as Error).message.slice(0, 200) }))
  }
}
