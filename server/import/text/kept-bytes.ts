/**
 * Bytes that mean nothing in their encoding stand in a decoded text as U+DC80 to U+DCFF, each its own (as in PEP 383), until
 * they are shown with U+FFFD and told of.
 */
const keptFrom = 0xdc00

const strict = new TextDecoder('utf-8', { fatal: true })
const plain = new TextDecoder('utf-8', { ignoreBOM: true })

/** How a text reads as UTF-8: letters of several bytes that are whole, bytes of none, and whether it ends inside one. */
export type Utf8Evidence = { readonly whole: number; readonly bad: number; readonly cut: number }

/** Length of the UTF-8 letter at `at`, 0 where there is none, -1 where the bytes end inside one. */
function letterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  for (let i = 1; i < length; i++) {
    if (at + i === bytes.length) return -1
    const byte = bytes[at + i]!
    // Overlong forms, halves of pairs and what lies beyond Unicode show in the second byte.
    const least = i > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
    const most = i > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
    if (byte < least || byte > most) return 0
  }
  return length
}

export function utf8Evidence(samples: readonly Uint8Array[]): Utf8Evidence {
  let [whole, bad, cut] = [0, 0, 0]
  for (const bytes of samples) {
    for (let at = 0; at < bytes.length;) {
      const length = letterAt(bytes, at)
      if (length < 0) {
        cut++
        break
      }
      if (length > 1) whole++
      else if (length === 0) bad++
      at += Math.max(1, length)
    }
  }
  return { whole, bad, cut }
}

/** UTF-8 as text, less a byte order mark, with the bytes that are none kept. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    let text = ''
    let from = 0
    for (let at = 0; at < bytes.length;) {
      const length = letterAt(bytes, at)
      if (length > 0) at += length
      else {
        text += plain.decode(bytes.subarray(from, at)) + String.fromCharCode(keptFrom + bytes[at]!)
        from = ++at
      }
    }
    return (text + plain.decode(bytes.subarray(from))).replace(/^\uFEFF/, '')
  }
}

/** What another encoding made of bytes, with those that mean nothing in it kept where it is clear which they are. */
export function keepUnread(text: string, bytes: Uint8Array, isUnread: (c: string) => boolean): string {
  if (text.length !== bytes.length) return text.endsWith('\uFFFD') ? text.slice(0, -1) + kept(bytes.at(-1)!) : text
  let out = ''
  for (let i = 0; i < text.length; i++) out += isUnread(text[i]!) ? kept(bytes[i]!) : text[i]!
  return out
}

const kept = (byte: number): string => String.fromCharCode(keptFrom + byte)

/** Runs of kept bytes: halves of a pair of UTF-16 are none. */
export const keptRun = /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]+/g

/** The bytes of a run as people write them: "D8 A7". */
export const bytesOf = (run: string): string =>
  Array.from({ length: run.length }, (_, i) =>
    (run.charCodeAt(i) - keptFrom).toString(16).toUpperCase().padStart(2, '0'),
  ).join(' ')

/** Whether a run is the beginning of a letter in UTF-8 or of another encoding of several bytes. */
export function isCutLetter(run: string, encoding: string): boolean {
  const bytes = Uint8Array.from({ length: run.length }, (_, i) => run.charCodeAt(i) - keptFrom)
  if (encoding === 'utf-8') return letterAt(bytes, 0) === -1
  return run.length === 1 && /^(?:gbk|gb18030|big5|shift_jis|euc-)/.test(encoding)
}
