import { Resvg } from '@resvg/resvg-js'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem, reasonValues, type Reason } from '../../../core/result/problem.ts'
import type { ResolvedLogo } from '../../../core/sheet/logos.ts'
import type { Logo } from '../../../core/sheet/sheet-layout.ts'
import { fontFamily, fontFiles } from '../fonts/fonts.ts'

const dotsPerMm = 600 / 25.4
const mostBytes = 2_000_000
const mostDots = 8_000
/** Of a PNG, all in memory at once when the sheet is drawn, as are those of the other logos. */
const mostMillionDots = 16
const dataUrl = /^data:image\/(png|svg\+xml);base64,([A-Za-z0-9+/]+={0,2})$/

/**
 * Logos as PNG of their size on paper. An SVG becomes dots, so that nothing in it can run, load or hide; one that refers
 * to anything outside itself is refused, and so is what is too large or no picture.
 */
export function resolveLogos(logos: readonly Logo[]): Outcome<readonly ResolvedLogo[]> {
  const resolved: ResolvedLogo[] = []
  for (const [i, logo] of logos.entries()) {
    const drawn = settle(logo)
    if ('why' in drawn) return refused(problem('logo-unusable', { number: i + 1, alt: logo.alt, ...drawn }))
    resolved.push(drawn)
  }
  return done(resolved)
}

type Picture = { readonly png: Buffer; readonly width: number; readonly height: number }

/** The logo, or in values of the problem why it cannot be used. */
function settle({ image, alt, heightMm, widthMm }: Logo): ResolvedLogo | Reason {
  const [, kind, content] = dataUrl.exec(image) ?? []
  if (kind === undefined || content === undefined) return reasonValues('why.logo-no-data')
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > mostBytes) return reasonValues('why.logo-too-large', { limit: mostBytes / 1e6 })
  const picture = kind === 'png' ? fromPng(bytes) : fromSvg(bytes.toString('utf8'), widthMm, heightMm)
  if ('why' in picture) return picture
  const scale = Math.min(widthMm / picture.width, heightMm / picture.height)
  return {
    png: `data:image/png;base64,${picture.png.toString('base64')}`,
    alt,
    widthMm: picture.width * scale,
    heightMm: picture.height * scale,
  }
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')

function fromPng(bytes: Buffer): Picture | Reason {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngSignature) || bytes.toString('latin1', 12, 16) !== 'IHDR')
    return reasonValues('why.logo-no-png')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  if (width === 0 || height === 0 || width > mostDots || height > mostDots)
    return reasonValues('why.logo-sides', { limit: mostDots })
  if (width * height > mostMillionDots * 1e6) return reasonValues('why.logo-dots', { limit: mostMillionDots })
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${bytes.toString('base64')}"/></svg>`
  const isDrawn = draw(frame, Math.min(width, 64))
  return isDrawn?.hasInk ? { png: bytes, width, height } : reasonValues('why.logo-empty')
}

/** What would reach outside the picture, run, or draw for hours: declarations, styles that import, references that are no `#id`, filters. */
const outward = [
  { found: /<!(DOCTYPE|ENTITY)/i, why: 'why.logo-document-type' },
  { found: /<[\w.-]*:?(script|foreignObject|image|feImage)[\s>/]/i, why: 'why.logo-foreign' },
  { found: /<[\w.-]*:?(filter|fe[A-Z]\w*)[\s>/]|\bfilter\s*[:=]/i, why: 'why.logo-filter' },
  { found: /\bhref\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import/i, why: 'why.logo-reference' },
] as const

function fromSvg(text: string, widthMm: number, heightMm: number): Picture | Reason {
  const reaching = outward.find(({ found }) => found.test(text))
  if (reaching) return reasonValues(reaching.why)
  const drawn = draw(text, 1_024)
  if (!drawn) return reasonValues('why.logo-no-svg')
  if (!drawn.hasInk) return reasonValues('why.logo-empty')
  const ratio = drawn.width / drawn.height
  const dots = Math.min(mostDots, Math.ceil(Math.min(widthMm, heightMm * ratio) * dotsPerMm))
  const picture = draw(text, Math.max(1, dots))
  return picture ? { png: picture.png(), width: drawn.width, height: drawn.height } : reasonValues('why.logo-no-svg')
}

function draw(svg: string, width: number) {
  try {
    const font = { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: fontFamily }
    const image = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font }).render()
    const { pixels } = image
    return {
      width: image.width,
      height: image.height,
      hasInk: pixels.some((value, i) => i % 4 === 3 && value > 0),
      png: () => image.asPng(),
    }
  } catch {
    return null
  }
}
