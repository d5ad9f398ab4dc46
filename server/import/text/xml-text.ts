import type { Note } from '../../../core/result/note.ts'
import { decoderOf, encodingNamed } from './code-pages.ts'
import { damagedText } from './damaged-text.ts'
import { chooseEncoding } from './encoding.ts'

const utf16Of = (bytes: Uint8Array): string | undefined =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined

/** The encoding that the first line of an XML document declares. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^\s*(?:ï»¿)?<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]
}

/** The text of an XML document: in UTF-16 by its mark, else in the encoding that its first line declares, else UTF-8. */
export function textOfXml(bytes: Uint8Array): string {
  const encoding = utf16Of(bytes) ?? encodingNamed(declaredIn(bytes) ?? 'utf-8') ?? 'utf-8'
  return decoderOf(encoding)!(bytes).replace(/^\uFEFF/, '')
}

export type XmlText = { readonly text: string; readonly encoding: string; readonly notes: readonly Note[] }

/** As `textOfXml`, of a file whose encoding may be asked for, or be declared wrongly. */
export function readXmlText(file: string, bytes: Uint8Array, requested: string | undefined): XmlText {
  const utf16 = utf16Of(bytes)
  if (utf16 !== undefined && requested === undefined) return { text: textOfXml(bytes), encoding: utf16, notes: [] }
  const samples = bytes.some((byte) => byte > 0x7f) ? [bytes] : []
  const chosen = chooseEncoding({ file, requested, cpg: declaredIn(bytes) ?? 'utf-8', samples })
  const damage = damagedText(file, chosen.encoding)
  const text = damage.lines(chosen.decode(bytes)).replace(/^\uFEFF/, '')
  return { text, encoding: chosen.encoding, notes: [...chosen.notes, ...damage.notes()] }
}
