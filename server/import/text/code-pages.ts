import { decodeUtf8, keepUnread } from './kept-bytes.ts'

/** Bytes of one character set to text. */
export type Decode = (bytes: Uint8Array) => string

/** Upper halves of the DOS code pages that `TextDecoder` does not know; U+FFFD where a byte means nothing. */
const dosPages: Readonly<Record<string, string>> = {
  cp720:
    '��éâ�à�çêëèïî����ّْô¤ـûùءآأؤ£إئابةتثجحخدذرزسشص«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ضطظعغفµقكلمنهوىي≡ًٌٍَُِ≈°∙·√ⁿ²■\u00A0',
  cp864:
    '°·∙√▒─│┼┤┬├┴┐┌└┘β∞φ±½¼≈«»ﻷﻸ��ﻻﻼ�\u00A0\u00ADﺂ£¤ﺄ��ﺎﺏﺕﺙ،ﺝﺡﺥ٠١٢٣٤٥٦٧٨٩ﻑ؛ﺱﺵﺹ؟¢ﺀﺁﺃﺅﻊﺋﺍﺑﺓﺗﺛﺟﺣﺧﺩﺫﺭﺯﺳﺷﺻﺿﻁﻅﻋﻏ¦¬÷×ﻉـﻓﻗﻛﻟﻣﻧﻫﻭﻯﻳﺽﻌﻎﻍﻡﹽّﻥﻩﻬﻰﻲﻐﻕﻵﻶﻝﻙﻱ■�',
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
}

function dosDecode(upper: string, presentationForms: boolean): Decode {
  return (bytes) => {
    let text = ''
    for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : upper[byte - 0x80]!
    const read = keepUnread(text, bytes, isUnassigned)
    return presentationForms ? read.normalize('NFKC') : read
  }
}

/** Names come from users: `constructor` and `__proto__` are in no table. */
const own = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

const isUnassigned = (c: string): boolean => c === '\uFFFD'
/** WHATWG reads the places that a Windows code page leaves open as controls. */
const isUnassignedOnWindows = (c: string): boolean =>
  c === '\uFFFD' || (c >= '\u0080' && c <= '\u009F' && c !== '\u0085')

/**
 * The decoder of a character set by its usual name ("windows-1256", "cp720"); `null` where we have none. Bytes that mean
 * nothing in it are kept (`kept-bytes`).
 */
export function decoderOf(encoding: string): Decode | null {
  const page = own(dosPages, encoding)
  if (page !== undefined) return dosDecode(page, encoding === 'cp864')
  if (encoding === 'utf-8') return decodeUtf8
  try {
    const decoder = new TextDecoder(encoding)
    const isUnread = encoding.startsWith('windows-') ? isUnassignedOnWindows : isUnassigned
    return (bytes) => {
      const text = decoder.decode(bytes)
      return /[\uFFFD\u0080-\u009F]/.test(text) ? keepUnread(text, bytes, isUnread) : text
    }
  } catch {
    return null
  }
}

const aliases: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  '65001': 'utf-8',
  unicode: 'utf-8',
  unicode11utf8: 'utf-8',
  ascii: 'utf-8',
  usascii: 'utf-8',
  '88596': 'iso-8859-6',
  '28596': 'iso-8859-6',
  asmo708: 'iso-8859-6',
  arabic: 'iso-8859-6',
  '88591': 'iso-8859-1',
  '28591': 'iso-8859-1',
  latin1: 'iso-8859-1',
  '885915': 'iso-8859-15',
  latin9: 'iso-8859-15',
  '88599': 'iso-8859-9',
  '720': 'cp720',
  '864': 'cp864',
  '437': 'cp437',
  '850': 'cp850',
  '866': 'ibm866',
  '936': 'gbk',
  '932': 'shift_jis',
  '949': 'euc-kr',
  '950': 'big5',
}

/**
 * The usual name of a character set that people and programs write as "88596", "ANSI 1256", "CP1256", "OEM 720",
 * "UTF8" and so on; `null` where it names none that we can read.
 */
export function encodingNamed(text: string): string | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  const digits = /(\d{3,6})$/.exec(bare)?.[1]
  const isNumbered = /^(?:ansi|cp|windows|win|microsoftcp|oem|ibm|msdos|dos|iso|isoiec|codepage)*\d+$/.test(bare)
  const known = own(aliases, bare) ?? (isNumbered && digits ? own(aliases, digits) : undefined)
  if (known !== undefined) return known
  if (isNumbered && digits && /^(874|125[0-8])$/.test(digits)) return `windows-${digits}`
  return decoderOf(text.trim().toLowerCase()) ? text.trim().toLowerCase() : null
}

/** Code pages by a dBase table's language byte (offset 29); 0x57, any program's default, says nothing. */
export const codePageOfLanguageByte: Readonly<Record<number, string>> = {
  0x01: 'cp437',
  0x02: 'cp850',
  0x03: 'windows-1252',
  0x13: 'shift_jis',
  0x26: 'ibm866',
  0x37: 'cp850',
  0x4d: 'gbk',
  0x4e: 'euc-kr',
  0x4f: 'big5',
  0x58: 'windows-1252',
  0x59: 'windows-1252',
  0x65: 'ibm866',
  0x78: 'big5',
  0x79: 'euc-kr',
  0x7a: 'gbk',
  0x7b: 'shift_jis',
  0x7c: 'windows-874',
  0x7d: 'windows-1255',
  0x7e: 'windows-1256',
  0xc8: 'windows-1250',
  0xc9: 'windows-1251',
  0xca: 'windows-1254',
  0xcb: 'windows-1253',
  0xcc: 'windows-1257',
}
