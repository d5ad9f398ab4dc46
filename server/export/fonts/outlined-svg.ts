import { Resvg } from '@resvg/resvg-js'
import { fontFamily, fontFiles } from './fonts.ts'

/** The picture with its letters as outlines: it looks the same wherever it is opened, with or without the font. */
export const outlinedSvg = (svg: string): string =>
  new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: fontFamily },
  }).toString()
