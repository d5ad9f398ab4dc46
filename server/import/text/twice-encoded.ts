import type { Attributes } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { decoderOf } from './code-pages.ts'

const mostFields = 10
const longestShown = 60

/** A code page in which UTF-8 is often misread, and how many letters of a value must then turn out to be UTF-8. */
type Misreading = {
  readonly encoding: string
  readonly leastLetters: number
  readonly bytes: ReadonlyMap<string, number>
  /** A first and a second byte of UTF-8, as they read in it. */
  readonly pair: RegExp
}

const misreadings: readonly Misreading[] = [misreading('windows-1252', 1), misreading('windows-1256', 3)]

/** Letters of Latin, Greek, Cyrillic, Hebrew and Arabic, and the marks that stand among them. */
const likely =
  /^[\u00a0-\u024f\u0370-\u052f\u0590-\u06ff\u1e00-\u1eff\u2010-\u203a\ufb50-\ufdff\ufe70-\ufefc\t\n\r -~]*$/

function misreading(encoding: string, leastLetters: number): Misreading {
  const decode = decoderOf(encoding)!
  const bytes = new Map<string, number>()
  // The places that a code page leaves open are read as the controls of their numbers.
  for (let byte = 0x80; byte <= 0xff; byte++) {
    bytes.set(String.fromCharCode(byte), byte)
    bytes.set(decode(Uint8Array.of(byte)), byte)
  }
  const among = (from: number, to: number): string =>
    [...bytes]
      .flatMap(([letter, byte]) => (byte >= from && byte <= to ? [letter.replace(/[\\\]^-]/, '\\$&')] : []))
      .join('')
  return { encoding, leastLetters, bytes, pair: new RegExp(`[${among(0xc2, 0xf4)}][${among(0x80, 0xbf)}]`) }
}

/**
 * A note on values and names of fields that read as if UTF-8 had been taken for a Windows code page and written again, as
 * “Ø­Ù„Ø¨” or “ط­ظ„ط¨” for “حلب”. They stay as they are.
 */
export function twiceEncoded(file: string, rows: readonly Attributes[]): Note[] {
  const found = new Map<string, { count: number; fields: Set<string>; value: string; meant: string }>()
  const look = (text: string, field: string): void => {
    for (const { encoding, meant } of meantBy(text)) {
      const own = found.get(encoding) ?? { count: 0, fields: new Set(), value: shown(text), meant: shown(meant) }
      found.set(encoding, own)
      own.count++
      own.fields.add(field)
      return
    }
  }
  const names = new Set<string>()
  for (const row of rows) {
    for (const [field, value] of Object.entries(row)) {
      names.add(field)
      if (typeof value === 'string') look(value, field)
    }
  }
  for (const name of names) look(name, name)
  return [...found].map(([encoding, { count, fields, value, meant }]) =>
    note('text-twice-encoded', {
      file,
      encoding,
      count,
      value,
      meant,
      fields: [...fields].slice(0, mostFields).join(', ') + (fields.size > mostFields ? ', …' : ''),
    }),
  )
}

function meantBy(text: string): readonly { readonly encoding: string; readonly meant: string }[] {
  return misreadings.flatMap(({ encoding, leastLetters, bytes, pair }) => {
    if (!pair.test(text)) return []
    const meant = asUtf8(text, bytes)
    const letters = meant?.match(/[^\0-~]/g)?.length ?? 0
    return meant !== null && letters >= leastLetters && likely.test(meant) ? [{ encoding, meant }] : []
  })
}

/** The text that its letters' bytes are in UTF-8; `null` where they are none. A letter cut at the end is left out. */
function asUtf8(text: string, bytes: ReadonlyMap<string, number>): string | null {
  const all: number[] = []
  for (const letter of text) {
    const byte = letter <= '\u007f' ? letter.charCodeAt(0) : bytes.get(letter)
    if (byte === undefined) return null
    all.push(byte)
  }
  const cut = all.findLastIndex((byte) => byte < 0x80 || byte >= 0xc0)
  const isCut = cut >= 0 && all[cut]! >= 0xc2 && all.length - cut < lengthFrom(all[cut]!)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(isCut ? all.slice(0, cut) : all))
  } catch {
    return null
  }
}

/** How many bytes a letter of UTF-8 has that begins with this one. */
const lengthFrom = (first: number): number => (first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4)

const shown = (text: string): string =>
  text.length > longestShown ? `${text.slice(0, longestShown).trimEnd()}…` : text
