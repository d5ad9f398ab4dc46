import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { barLengthM } from '../../../core/sheet/scale-bar.ts'
import { sheetPng } from '../../../server/export/pictures/sheet-png.ts'
import { exampleFeatures, exampleInput, layoutOf, polygons, rectangle } from '../../core/sheet/example-study.ts'
import { firstSheet } from './first-sheet.ts'

const dpi = 150
const mmPerDot = 25.4 / dpi

/** The dots of a PNG, decoded by the renderer itself. */
function dotsOf(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const href = `data:image/png;base64,${png.toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return { isDark: (x: number, y: number): boolean => pixels[(y * width + x) * 4]! < 130 }
}

test.each([
  ['a4 landscape', 'en', { paper: 'a4', orientation: 'landscape' }, 16],
  ['a4 portrait', 'ar', { paper: 'a4', orientation: 'portrait' }, 16],
  ['a3 landscape', 'ar', { paper: 'a3', orientation: 'landscape' }, 16],
  ['a3 portrait', 'en', { paper: 'a3', orientation: 'portrait' }, 16],
  ['a figure', 'en', { widthMm: 85, heightMm: 120 }, 16],
  ['a4 of one parcel', 'en', { paper: 'a4', orientation: 'landscape' }, 0.1],
  ['a4 of a province', 'ar', { paper: 'a4', orientation: 'landscape' }, 1500],
] as const)(
  '1:N is honoured on %s: the bar in dots of the PNG has the length of its ground',
  async (_, language, page, half) => {
    const plan = polygons([{ rings: [rectangle(-half, -half, half, half)] }])
    const svg = firstSheet(
      exampleInput({ language, layout: layoutOf({ page }), features: new Map([...exampleFeatures(), ['plan', plan]]) }),
    )
    const scale = Number(
      /<g id="scale-bar">.*?>1:([\d,]+)</.exec(svg.replace(/[\u2066-\u2069]/g, ''))![1]!.replaceAll(',', ''),
    )
    const [x, y, boxMm] = ['x', 'y', 'width'].map((key) =>
      Number(new RegExp(`<rect class="bar"[^>]* ${key}="([\\d.]+)"`).exec(svg)![1]),
    )
    const { isDark } = dotsOf(await sheetPng(svg, dpi))
    // The outline of the bar along its upper edge, from the first dark dot to the last.
    const row = Math.round(y! / mmPerDot)
    const from = Math.round((x! - 2) / mmPerDot)
    const dark = Array.from({ length: Math.round((boxMm! + 4) / mmPerDot) }, (_, i) => from + i).filter((at) =>
      [-1, 0, 1].some((by) => isDark(at, row + by)),
    )
    const lengthMm = (dark.at(-1)! - dark[0]! + 1) * mmPerDot
    const groundM = barLengthM(scale, boxMm! + 0.001)
    expect(Math.abs(lengthMm - (groundM * 1000) / scale)).toBeLessThan(0.2 + 2 * mmPerDot)
    // The printed end of the bar names the same length.
    const bar = svg.slice(svg.indexOf('<g id="scale-bar">')).replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    const [, value, unit] = />([\d.]+)\s(km|m|كم|م)</.exec(bar)!
    expect(Number(value) * (unit === 'km' || unit === 'كم' ? 1000 : 1)).toBe(groundM)
  },
)
