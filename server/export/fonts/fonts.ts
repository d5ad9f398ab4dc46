import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mmOfPoints } from '../../../core/sheet/paper.ts'
import { fontFamily, type Font, type FontWeight } from '../../../core/sheet/text.ts'
import { joinedForms } from './arabic-forms.ts'
import { projectRoot } from '../../config/project-root.ts'
import { readFontMetrics, type FontMetrics } from './font-metrics.ts'

const pathOf = (style: string): string => join(projectRoot, 'server', 'fonts', `BasiliaSans-${style}.ttf`)

/** The two weights that sheets and reports are set in, all scripts in one family. */
export const fontFiles: Readonly<Record<FontWeight, string>> = { 400: pathOf('Regular'), 600: pathOf('SemiBold') }

export { fontFamily }

let loaded: { readonly blobs: readonly Buffer[]; readonly font: Font } | undefined

/** The font's files and measures, read once. */
export function sheetFont(): { readonly blobs: readonly Buffer[]; readonly font: Font } {
  loaded ??= load()
  return loaded
}

function load(): { readonly blobs: readonly Buffer[]; readonly font: Font } {
  const files = { 400: readFileSync(fontFiles[400]), 600: readFileSync(fontFiles[600]) }
  const metrics: Record<FontWeight, FontMetrics> = {
    400: readFontMetrics(files[400]),
    600: readFontMetrics(files[600]),
  }
  return {
    blobs: [files[400], files[600]],
    font: {
      widthMm: (text, sizePt, weight) =>
        (advanceOf(text, metrics[weight]) / metrics[weight].unitsPerEm) * mmOfPoints(sizePt),
      draws: (character) => {
        const codePoint = character.codePointAt(0)!
        return isUndrawn(codePoint) || metrics[400].advanceOf(codePoint) !== undefined
      },
    },
  }
}

/** Characters that shape their neighbours and take no room: joiners, isolates and variation selectors. */
const isUndrawn = (codePoint: number): boolean =>
  codePoint === 0x200c ||
  codePoint === 0x200d ||
  (codePoint >= 0x2066 && codePoint <= 0x2069) ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f)

function advanceOf(text: string, metrics: FontMetrics): number {
  let advance = 0
  for (const form of joinedForms(text)) {
    if (!isUndrawn(form)) advance += metrics.advanceOf(form) ?? metrics.unitsPerEm
  }
  return advance
}
