import { decoderOf, encodingNamed } from './code-pages.ts'

/** The text of an XML document: in UTF-16 by its mark, else in the encoding that its first line declares, else UTF-8. */
export function textOfXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^\s*(?:ï»¿)?<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]
  const decode = decoderOf((declared && encodingNamed(declared)) ?? 'utf-8') ?? decoderOf('utf-8')!
  return decode(bytes).replace(/^\uFEFF/, '')
}
