import { plainText } from '../../printed-quantities.ts'

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&amp;': '&',
}

/** What the eye reads of markup, with plain spaces. */
export const textOfMarkup = (markup: string): string =>
  plainText(
    markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&(?:lt|gt|quot|#39|apos|amp);/g, (entity) => entities[entity]!),
  )

/** The rows of all tables of a Word document, cell by cell. */
export const rowsOfWord = (xml: string): string[][] =>
  [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      textOfMarkup(cell.replaceAll(/<\/w:t>(?:(?!<w:p[ >]).)*?<w:t[^>]*>/gs, '')),
    ),
  )

/** A CSV's records. */
export function rowsOfCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

/** The rows of a workbook's sheet of that name, read without the program that wrote it. */
export function rowsOfSheet(files: ReadonlyMap<string, Buffer>, name: string): string[][] {
  const text = (path: string): string => files.get(path)!.toString('utf8')
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, own]) => textOfMarkup(own!))
  const number = [...text('xl/workbook.xml').matchAll(/<sheet r:id="rId(\d+)"[^>]*name="([^"]*)"/g)].find(
    ([, , own]) => textOfMarkup(own!) === name,
  )?.[1]
  if (number === undefined) throw new Error(`no sheet is called ${name}`)
  return [...text(`xl/worksheets/sheet${number}.xml`).matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
    const cells: string[] = []
    for (const [, letters, type, value] of row!.matchAll(
      /<c r="([A-Z]+)\d+"[^>]*?(?: t="(\w)")?>(?:<v>(.*?)<\/v>)?<\/c>/g,
    )) {
      const column = Array.from(letters!).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1
      while (cells.length < column) cells.push('')
      cells.push(value === undefined ? '' : type === 's' ? strings[Number(value)]! : value)
    }
    return cells
  })
}

const figure = /\d[\d,]*(?:\.\d+)?/g

/** The numbers of a text in its order. */
export const numbersIn = (text: string): string[] => text.match(figure) ?? []

/**
 * Whether those numbers stand next to each other in the text, in whatever order: programs that read a PDF put what stands
 * in brackets or on both sides of a dash in Arabic lines into an order of their own.
 */
export function standTogether(text: string, numbers: readonly string[]): boolean {
  const all = numbersIn(text)
  const wanted = numbers.toSorted().join(' ')
  return all.some(
    (_, i) =>
      all
        .slice(i, i + numbers.length)
        .sort()
        .join(' ') === wanted,
  )
}
