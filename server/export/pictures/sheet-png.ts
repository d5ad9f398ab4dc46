import { renderAsync } from '@resvg/resvg-js'
import { fontFamily, fontFiles } from '../fonts/fonts.ts'

/**
 * A sheet as PNG at `dpi` dots to the inch: A4 at 300 dpi is 3508 x 2480. Runs off the event loop.
 * Only the sheet's own font is used, so that the picture is the same on every machine.
 */
export async function sheetPng(svg: string, dpi: number, signal?: AbortSignal): Promise<Buffer> {
  const widthMm = Number(/\bwidth="([\d.]+)mm"/.exec(svg)?.[1])
  if (!(widthMm > 0)) throw new Error('the SVG does not say its width in millimetres')
  const image = await renderAsync(
    svg,
    {
      fitTo: { mode: 'width', value: Math.round((widthMm / 25.4) * dpi) },
      font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: fontFamily },
    },
    signal ?? null,
  )
  return image.asPng()
}
