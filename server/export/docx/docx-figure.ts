import { ImageRun } from 'docx'
import type { Figure } from '../../../core/report/blocks.ts'
import { sheetPng } from '../pictures/sheet-png.ts'
import { outlinedSvg } from '../fonts/outlined-svg.ts'

const dotsPerInch = 200
const pixels = (mm: number): number => Math.round((mm / 25.4) * 96)

/** A picture as SVG, its letters as outlines because the reader may not have the font, with a PNG to fall back on. */
export async function docxFigure(
  { svg, alt, label = '', widthMm, heightMm }: Figure,
  id: number,
  signal?: AbortSignal,
): Promise<ImageRun> {
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(outlinedSvg(svg)),
    fallback: { type: 'png', data: await sheetPng(svg, dotsPerInch, signal) },
    transformation: { width: pixels(widthMm), height: pixels(heightMm) },
    altText: { id: String(id), name: label === '' ? `figure ${id}` : label, title: label, description: alt },
  })
}
