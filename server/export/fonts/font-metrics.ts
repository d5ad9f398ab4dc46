/** What of a TrueType font is needed to measure a line: the advance of each character, in units of the em. */
export type FontMetrics = {
  readonly unitsPerEm: number
  /** Advance width of a character, or `undefined` where the font cannot draw it. */
  readonly advanceOf: (codePoint: number) => number | undefined
}

/** Reads `head`, `hhea`, `hmtx` and the Unicode `cmap` of format 4 (OpenType 1.9) from a TrueType file. */
export function readFontMetrics(file: Buffer): FontMetrics {
  const tables = new Map<string, number>()
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const record = 12 + 16 * i
    tables.set(file.toString('latin1', record, record + 4), file.readUInt32BE(record + 8))
  }
  const tableAt = (tag: string): number => {
    const offset = tables.get(tag)
    if (offset === undefined) throw new Error(`the font has no table ${tag}`)
    return offset
  }
  const measured = file.readUInt16BE(tableAt('hhea') + 34)
  const widths = tableAt('hmtx')
  const glyphs = readCharacterMap(file, tableAt('cmap'))
  return {
    unitsPerEm: file.readUInt16BE(tableAt('head') + 18),
    advanceOf: (codePoint) => {
      const glyph = glyphs.get(codePoint)
      return glyph === undefined ? undefined : file.readUInt16BE(widths + 4 * Math.min(glyph, measured - 1))
    },
  }
}

function readCharacterMap(file: Buffer, cmap: number): Map<number, number> {
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const table = cmap + file.readUInt32BE(cmap + 8 + 8 * i)
    if (file.readUInt16BE(table) === 4) return readSegments(file, table)
  }
  throw new Error('the font has no character map of format 4')
}

function readSegments(file: Buffer, table: number): Map<number, number> {
  const glyphs = new Map<number, number>()
  const bytes = file.readUInt16BE(table + 6)
  const at = (list: number, segment: number): number => table + 14 + list * bytes + (list > 0 ? 2 : 0) + segment
  for (let segment = 0; segment < bytes; segment += 2) {
    const end = file.readUInt16BE(at(0, segment))
    const start = file.readUInt16BE(at(1, segment))
    const delta = file.readUInt16BE(at(2, segment))
    const offsetAt = at(3, segment)
    const offset = file.readUInt16BE(offsetAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const indexed = offset === 0 ? code : file.readUInt16BE(offsetAt + offset + 2 * (code - start))
      const glyph = offset !== 0 && indexed === 0 ? 0 : (indexed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
  return glyphs
}
