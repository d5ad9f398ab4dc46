import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import { expect } from 'vitest'
import { fontFamily, fontFiles } from '../../../server/export/fonts/fonts.ts'

const mostDifferentDots = 0.003
const shade = 32
const dotsPerMm = 8

const font = { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: fontFamily }

/**
 * Holds a drawing to a picture of it that was looked at. Renderers differ by a shade along edges, so up
 * to 0.3 % of the dots may differ by more than 32 of 255 in a channel; a moved, missing or recoloured part is more.
 * UPDATE_PICTURES=1 writes the pictures anew: look at each before committing it.
 */
export function expectPicture(name: string, widthMm: number, heightMm: number, content: string): void {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthMm} ${heightMm}" font-family="${fontFamily}" xml:space="preserve"><rect width="${widthMm}" height="${heightMm}" fill="#fff"/>${content}</svg>`
  const image = new Resvg(svg, { font, fitTo: { mode: 'width', value: widthMm * dotsPerMm } }).render()
  const path = new URL(`pictures/${name}.png`, import.meta.url)
  if (process.env['UPDATE_PICTURES']) writeFileSync(path, image.asPng())
  expect(existsSync(path), `no picture ${name} to compare with`).toBe(true)
  const data = readFileSync(path).toString('base64')
  const expected = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${image.width}" height="${image.height}"><image width="${image.width}" height="${image.height}" href="data:image/png;base64,${data}"/></svg>`,
  ).render()
  expect([expected.width, expected.height]).toEqual([image.width, image.height])
  const [drawn, wanted] = [image.pixels, expected.pixels]
  let different = 0
  for (let i = 0; i < drawn.length; i += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(drawn[i + channel]! - wanted[i + channel]!) > shade)) different++
  }
  expect(different / (drawn.length / 4), `dots that differ from pictures/${name}.png`).toBeLessThan(mostDifferentDots)
}
