import { sheetSvgs, type SheetRequest } from '../../../server/export/pictures/sheet-svg.ts'

/** The sheets of a request that must be drawn. */
export function sheetsOf(request: SheetRequest): readonly string[] {
  const sheets = sheetSvgs(request)
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.problem))
  return sheets.value
}

export const firstSheet = (request: SheetRequest): string => sheetsOf(request)[0]!
