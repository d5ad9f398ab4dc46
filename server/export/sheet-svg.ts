import { createHash } from 'node:crypto'
import { drawSheet, type SheetInput } from '../../core/sheet/sheet.ts'
import { sheetFont } from './fonts.ts'

/** What a caller says about a sheet; the font and the hash are added here. */
export type SheetRequest = Omit<SheetInput, 'hash' | 'font'>

/** The map sheet as SVG. The same request gives the same bytes. */
export function sheetSvg(request: SheetRequest): string {
  return drawSheet({ ...request, hash: sheetHash(request), font: sheetFont().font })
}

/** SHA-256 over the study and every option that shapes the sheet, in hexadecimal. */
export function sheetHash({ study, measurement, language, paper, orientation, scale }: SheetRequest): string {
  const { interval } = measurement.method
  const options = { at: measurement.at, interval: interval ?? null, language, paper, orientation, scale: scale ?? null }
  return createHash('sha256').update(JSON.stringify([study, options])).digest('hex')
}
