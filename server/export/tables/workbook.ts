import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node'
import type { Field } from '../../../core/export/field.ts'
import { cleanForeignText, shortened } from '../../../core/sheet/clean-text.ts'
import { textIn } from '../../../core/model/text.ts'
import { isMessageKey, isRightToLeft, translate, type Language } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import type { Table } from './table.ts'
import { withFixedDates } from '../archive/zip-dates.ts'

/** What Excel takes in one cell, less the mark of the cut. */
const longestCell = 32_700
const widestColumn = 60
const rowsLookedAt = 200

/**
 * The tables as an Excel workbook, a sheet each, from right to left in Arabic, heads with units and frozen. Numbers are numbers
 * at full precision, shown rounded; days are dates; texts, ids among them, are texts, so that nothing in them is taken for a
 * formula or a number.
 */
export async function workbook(tables: readonly Table[], language: Language): Promise<Buffer> {
  const names = sheetNames(tables.map(({ title }) => textIn(language, title)))
  const sheets = tables.map(({ fields, rows }, place) => ({
    sheet: names[place]!,
    data: [
      fields.map((field) => headCell(field, language)),
      ...rows.map((row) => row.map((cell, i) => cellOf(cell, fields[i]!))),
    ] as SheetData,
    columns: fields.map((field, i) => ({ width: widthOf(headOf(field, language), rows, i) })),
    rightToLeft: isRightToLeft(language),
    stickyRowsCount: 1,
  }))
  return withFixedDates(await writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer())
}

const longestSheetName = 31

/**
 * Titles as Excel takes them for sheets: at most 31 letters, cut between words where one ends late enough, none of the
 * characters that it forbids, no apostrophe at an end, and no two alike whatever their case.
 */
export function sheetNames(titles: readonly string[]): string[] {
  const used = new Set<string>()
  return titles.map((title, place) => {
    const plain = cleanForeignText(title)
      .replace(/[[\]/\\:*?]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    const nameOf = (suffix: string): string =>
      `${
        cutBetweenWords(plain, longestSheetName - suffix.length)
          .replace(/^'+|'+$/g, '')
          .trim() || String(place + 1)
      }${suffix}`
    let name = nameOf('')
    for (let number = 2; used.has(name.toLowerCase()) || name.toLowerCase() === reservedName; number++)
      name = nameOf(` (${number})`)
    used.add(name.toLowerCase())
    return name
  })
}

/** Excel keeps a sheet of this name for itself. */
const reservedName = 'history'

/** At most `most` letters and no half of one; a word that is cut goes whole, unless little would stay. */
function cutBetweenWords(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
  const space = text[cut.length] === ' ' ? cut.length : cut.lastIndexOf(' ')
  return space > most / 2 ? cut.slice(0, space).replace(/[,;:]$/, '') : cut
}

/** What heads a column: its title, and its unit where the title does not end with it. */
export function headOf({ title, unit }: Field, language: Language): string {
  const text = cleanForeignText(textIn(language, title))
  const key = `export.head-unit.${unit}`
  if (unit === undefined || !isMessageKey(key)) return shortened(text, longestCell)
  const word = ` (${translate(language, key)})`
  return text.endsWith(word) ? shortened(text, longestCell) : `${shortened(text, longestCell - word.length)}${word}`
}

const headCell = (field: Field, language: Language): CellObject => ({
  value: headOf(field, language),
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
  bottomBorderStyle: 'thin',
})

const formats: Readonly<Record<string, string>> = { m2: '#,##0', ha: '#,##0.0', '1': '0.0%', '1/ha': '0.00' }
const dayFormat = 'yyyy-mm-dd'
/** Before that day Excel counts one day too many, or not at all. */
const firstDay = '1900-03-01'

function cellOf(cell: Cell, { unit, type }: Field): CellObject | null {
  if (cell === null) return null
  if (typeof cell === 'string') {
    if ((type === 'date' || type === 'period') && isDay(cell))
      return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: dayFormat }
    const isLong = cell.length > widestColumn
    return {
      value: shortened(cleanForeignText(cell), longestCell),
      type: String,
      format: '@',
      ...(isLong ? { wrap: true, alignVertical: 'top' } : {}),
    }
  }
  if (!Number.isFinite(cell)) return null
  if (type === 'boolean') return { value: cell !== 0, type: Boolean }
  const format = unit === undefined ? undefined : formats[unit]
  return { value: cell, type: Number, ...(format === undefined ? {} : { format }) }
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && text >= firstDay

function widthOf(head: string, rows: Table['rows'], column: number): number {
  const lengths = rows.slice(0, rowsLookedAt).map((row) => {
    const cell = row[column]
    return typeof cell === 'string' ? cell.length : 12
  })
  return Math.min(widestColumn, Math.max(10, Math.min(24, head.length), ...lengths) + 2)
}
