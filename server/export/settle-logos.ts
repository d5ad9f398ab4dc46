import { Resvg } from '@resvg/resvg-js'
import { done, refused, type Outcome } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import type { SettledLogo } from '../../core/sheet/logos.ts'
import type { Logo } from '../../core/sheet/sheet-layout.ts'
import { fontFamily, fontFiles } from './fonts.ts'

const dotsPerMm = 600 / 25.4
const mostBytes = 2_000_000
const mostDots = 8_000
const dataUrl = /^data:image\/(png|svg\+xml);base64,([A-Za-z0-9+/]+={0,2})$/

/**
 * Logos as PNG of their size on paper. An SVG becomes dots, so that nothing in it can run, load or hide; one that refers
 * to anything outside itself is refused, and so is what is too large or no picture.
 */
export function settleLogos(logos: readonly Logo[]): Outcome<readonly SettledLogo[]> {
  const settled: SettledLogo[] = []
  for (const [i, logo] of logos.entries()) {
    const drawn = settle(logo)
    if (typeof drawn === 'string') return refused(problem('logo-unusable', { number: i + 1, alt: logo.alt, reason: drawn }))
    settled.push(drawn)
  }
  return done(settled)
}

type Picture = { readonly png: Buffer; readonly width: number; readonly height: number }

/** The logo, or why it cannot be used. */
function settle({ image, alt, heightMm, widthMm }: Logo): SettledLogo | string {
  const [, kind, content] = dataUrl.exec(image) ?? []
  if (kind === undefined || content === undefined) return 'it is neither data:image/png;base64,… nor data:image/svg+xml;base64,…'
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > mostBytes) return `it is larger than ${mostBytes / 1e6} MB`
  const picture = kind === 'png' ? fromPng(bytes) : fromSvg(bytes.toString('utf8'), widthMm, heightMm)
  if (typeof picture === 'string') return picture
  const scale = Math.min(widthMm / picture.width, heightMm / picture.height)
  return {
    png: `data:image/png;base64,${picture.png.toString('base64')}`,
    alt,
    widthMm: picture.width * scale,
    heightMm: picture.height * scale,
  }
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')

function fromPng(bytes: Buffer): Picture | string {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngSignature) || bytes.toString('latin1', 12, 16) !== 'IHDR') return 'it is no PNG'
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  if (width === 0 || height === 0 || width > mostDots || height > mostDots) return `its sides are not 1 to ${mostDots} dots`
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${bytes.toString('base64')}"/></svg>`
  const isDrawn = draw(frame, Math.min(width, 64))
  return isDrawn?.hasInk ? { png: bytes, width, height } : 'nothing of it can be drawn'
}

/** What would reach outside the picture or run: declarations, styles that import, and references that are no `#id`. */
const outward = [
  { found: /<!(DOCTYPE|ENTITY)/i, what: 'a document type' },
  { found: /<[\w.-]*:?(script|foreignObject|image|feImage)[\s>/]/i, what: 'a script, a picture or foreign content' },
  { found: /\bhref\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import/i, what: 'a reference to something else' },
]

function fromSvg(text: string, widthMm: number, heightMm: number): Picture | string {
  const reason = outward.find(({ found }) => found.test(text))
  if (reason) return `it holds ${reason.what}; save it as PNG`
  const drawn = draw(text, 1_024)
  if (!drawn) return 'it is no SVG that can be drawn'
  if (!drawn.hasInk) return 'nothing of it can be drawn'
  const ratio = drawn.width / drawn.height
  const dots = Math.min(mostDots, Math.ceil(Math.min(widthMm, heightMm * ratio) * dotsPerMm))
  const picture = draw(text, Math.max(1, dots))
  return picture ? { png: picture.png(), width: drawn.width, height: drawn.height } : 'it is no SVG that can be drawn'
}

function draw(svg: string, width: number) {
  try {
    const font = { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: fontFamily }
    const image = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font }).render()
    const { pixels } = image
    return { width: image.width, height: image.height, hasInk: pixels.some((value, i) => i % 4 === 3 && value > 0), png: () => image.asPng() }
  } catch {
    return null
  }
}
