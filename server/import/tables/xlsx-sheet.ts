import { readXml } from '../text/xml-events.ts'

/** What the cells of a sheet refer to. */
export type SheetContext = {
  readonly texts: readonly string[]
  readonly isDate: readonly boolean[]
  readonly from1904: boolean
}

const mostColumns = 2_000

/** The rows of a sheet as texts: numbers as they are written, days and times in ISO 8601; `null` where it is no XML. */
export function rowsOfSheet(sheet: string, context: SheetContext): readonly (readonly string[])[] | null {
  const rows: string[][] = []
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let isValue = false
  const broken = readXml(sheet, {
    open(name, { r, t, s }) {
      if (name === 'row') {
        rows.push([])
        column = -1
      }
      if (name === 'c') {
        column = r === undefined ? column + 1 : columnOf(r)
        type = t ?? 'n'
        style = Number(s ?? 0)
        value = ''
      }
      isValue = name === 'v' || name === 't'
    },
    text(text) {
      if (isValue) value += text
    },
    close(name) {
      isValue = false
      const row = rows.at(-1)
      if (name !== 'c' || !row || column < 0 || column >= mostColumns) return
      while (row.length < column) row.push('')
      row[column] = textOf(type, value, context.isDate[style] === true, context)
    },
  })
  return broken === null ? rows : null
}

/** 27 of "AB12", counted from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function textOf(type: string, value: string, isDate: boolean, { texts, from1904 }: SheetContext): string {
  if (type === 's') return texts[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  return type === 'n' && isDate && value !== '' ? dayOf(Number(value) + (from1904 ? 1462 : 0), value) : value
}

/** The day, or the moment, that so many days after the end of 1899 is; times without a day stay numbers. */
function dayOf(days: number, written: string): string {
  if (!(days >= 1 && days < 2_958_466)) return written
  const moment = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString()
  return Number.isInteger(days) ? moment.slice(0, 10) : moment.slice(0, 19)
}
