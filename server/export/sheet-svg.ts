import { drawSheet, type SheetInput } from '../../core/sheet/sheet.ts'
import { sheetFont } from './fonts.ts'
import { inputHash } from './input-hash.ts'

/** What a caller says about a sheet; the font and the hash are added here. */
export type SheetRequest = Omit<SheetInput, 'hash' | 'font'>

/** The map sheet as SVG. The same request gives the same bytes. */
export function sheetSvg(request: SheetRequest): string {
  return drawSheet({ ...request, hash: inputHash(request.study, request.measurement), font: sheetFont().font })
}
