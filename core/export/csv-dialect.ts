/** How the cells and rows of a CSV are parted, in the words of Frictionless. */
export type CsvDialect = {
  readonly delimiter: string
  readonly doubleQuote: true
  readonly lineTerminator: string
}

/** That of RFC 4180. */
export const csvDialect: CsvDialect = { delimiter: ',', doubleQuote: true, lineTerminator: '\r\n' }
