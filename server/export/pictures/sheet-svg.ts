import type { Outcome } from '../../../core/result/outcome.ts'
import { drawSheets, type SheetInput } from '../../../core/sheet/sheet.ts'
import { sheetFont } from '../fonts/fonts.ts'
import { inputHash } from '../../store/input-hash.ts'

/** What a caller says about a sheet; the font and the hash are added here. */
export type SheetRequest = Omit<SheetInput, 'hash' | 'font'>

/** The map sheet as SVG, and the sheets that continue it. The same request gives the same bytes. */
export function sheetSvgs(request: SheetRequest): Outcome<readonly string[]> {
  return drawSheets({ ...request, hash: inputHash(request.study, request.measurement), font: sheetFont().font })
}
