import { readXml } from '../text/xml-events.ts'

/** What the parts of a workbook beside its sheets say. `null` of any is a part that is no XML. */
export type Sheet = { readonly name: string; readonly relation: string }

/** The sheets in their order, and whether days count from 1904. */
export function sheetsOf(workbook: string): { readonly sheets: readonly Sheet[]; readonly from1904: boolean } | null {
  const sheets: Sheet[] = []
  let from1904 = false
  const broken = readXml(workbook, {
    open(name, { name: sheet, id, date1904 }) {
      if (name === 'sheet') sheets.push({ name: sheet ?? '', relation: id ?? '' })
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true'
    },
    text: () => undefined,
    close: () => undefined,
  })
  return broken === null ? { sheets, from1904 } : null
}

/** Paths in the archive by the names of relations. */
export function relationsOf(relations: string): ReadonlyMap<string, string> | null {
  const paths = new Map<string, string>()
  const broken = readXml(relations, {
    open(name, { Id, Target = '' }) {
      if (name === 'Relationship' && Id !== undefined)
        paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
    text: () => undefined,
    close: () => undefined,
  })
  return broken === null ? paths : null
}

/** The texts that cells refer to by number; how they are pronounced is left aside. */
export function sharedTexts(strings: string): readonly string[] | null {
  const texts: string[] = []
  let inText = false
  let pronounced = 0
  const broken = readXml(strings, {
    open(name) {
      if (name === 'si') texts.push('')
      if (name === 'rPh') pronounced++
      inText = name === 't' && pronounced === 0
    },
    text(text) {
      if (inText && texts.length > 0) texts[texts.length - 1] += text
    },
    close(name) {
      inText = false
      if (name === 'rPh') pronounced--
    },
  })
  return broken === null ? texts : null
}

/** The formats of days and times among those that every workbook has. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58 && id !== 48 && id !== 49)
const isDateCode = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''))

/** For each style of cells whether it shows numbers as days. */
export function dateStyles(styles: string): readonly boolean[] | null {
  const codes = new Map<number, string>()
  const dates: boolean[] = []
  let inCells = false
  const broken = readXml(styles, {
    open(name, { numFmtId, formatCode = '' }) {
      const id = Number(numFmtId)
      if (name === 'numFmt') codes.set(id, formatCode)
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) dates.push(codes.has(id) ? isDateCode(codes.get(id)!) : isBuiltInDate(id))
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return broken === null ? dates : null
}
