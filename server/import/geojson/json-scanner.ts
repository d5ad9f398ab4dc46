import { decimalNumber } from '../text/decimal-number.ts'
import { longWholeNumber, withLongNumbersAsText } from './json-numbers.ts'

const [quote, comma, minus, point, zero, nine, backslash] = [0x22, 0x2c, 0x2d, 0x2e, 0x30, 0x39, 0x5c] as const
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d] as const

/** Thrown where the text is not what a quick reading takes: the reader for everything then takes over and says why. */
export class Unusual extends Error {}

export type JsonScanner = ReturnType<typeof jsonScanner>

/** Reads JSON straight from its bytes in UTF-8, so that millions of positions need no objects. */
export function jsonScanner(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0

  /** The next byte that is no white space. */
  function next(): number {
    let byte = bytes[at]
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++at]
    return byte ?? -1
  }
  function take(byte: number): void {
    if (next() !== byte) throw new Unusual()
    at++
  }
  /** Passes a value over without looking at more than its quotes and brackets. */
  function skip(): void {
    let depth = 0
    for (let byte = next(); at < bytes.length; byte = bytes[++at]!) {
      if (byte === quote) {
        for (at++; bytes[at] !== quote; at++) {
          if (bytes[at] === backslash) at++
          if (at >= bytes.length) throw new Unusual()
        }
        if (depth === 0) return void at++
      } else if (byte === openObject || byte === openList) depth++
      else if (byte === closeObject || byte === closeList) {
        if (depth === 0) return
        if (--depth === 0) return void at++
      } else if (byte === comma && depth === 0) return
    }
  }
  /** The text of a plain string; the few that come again and again are made once. */
  const known: string[] = []
  function plainText(start: number, end: number): string {
    for (const text of known) {
      if (text.length !== end - start) continue
      let i = 0
      while (i < text.length && text.charCodeAt(i) === bytes[start + i]) i++
      if (i === text.length) return text
    }
    const text = buffer.toString('latin1', start, end)
    if (known.length < 12) known.push(text)
    return text
  }
  /** Where a string ends that begins at `start`; -1 where it is not plain: has an escape or is not all ASCII. */
  function endOfPlain(start: number): number {
    for (let i = start; i < bytes.length; i++) {
      const byte = bytes[i]!
      if (byte === quote) return i
      if (byte === backslash || byte < 0x20 || byte > 0x7e) return -1
    }
    return -1
  }
  /** Any value, by `JSON.parse`. */
  function value(): unknown {
    const first = next()
    const start = at
    const end = first === quote ? endOfPlain(at + 1) : -1
    if (end >= 0) {
      at = end + 1
      return plainText(start + 1, end)
    }
    skip()
    let plain = true
    for (let i = start; i < at; i++) {
      if (bytes[i]! > 0x7f) {
        plain = false
        break
      }
    }
    const text = plain ? buffer.toString('latin1', start, at) : utf8.decode(bytes.subarray(start, at))
    if (first !== openObject) return longWholeNumber(text.trim()) ?? JSON.parse(text)
    return JSON.parse(withLongNumbersAsText(text))
  }
  /** A finite number, rounded as `JSON.parse` rounds it. */
  function number(): number {
    let byte = next()
    const start = at
    if (byte === minus) byte = bytes[++at]!
    const first = at
    let high = 0
    let low = 0
    let digits = 0
    let pointAt = -1
    for (;;) {
      if (byte >= zero && byte <= nine) {
        if (digits < 9) high = high * 10 + (byte - zero)
        else low = low * 10 + (byte - zero)
        digits++
      } else if (byte === point && pointAt < 0) pointAt = at
      else break
      byte = bytes[++at]!
    }
    const whole = (pointAt < 0 ? at : pointAt) - first
    const decimals = pointAt < 0 ? 0 : at - pointAt - 1
    if (whole === 0 || (whole > 1 && bytes[first] === zero) || (pointAt >= 0 && decimals === 0)) throw new Unusual()
    const scaled = byte === 0x65 || byte === 0x45
    if (scaled) exponent()
    const long = scaled || digits > 18 || decimals > 22
    let size = long ? Number.NaN : decimalNumber(high, low, Math.max(digits - 9, 0), decimals)
    if (Number.isNaN(size)) size = Number(buffer.toString('latin1', first, at))
    if (size === Infinity) throw new Unusual()
    return bytes[start] === minus ? -size : size
  }
  function exponent(): void {
    at++
    if (bytes[at] === minus || bytes[at] === 0x2b) at++
    const first = at
    while (bytes[at]! >= zero && bytes[at]! <= nine) at++
    if (at === first) throw new Unusual()
  }
  /** Calls `read` for each member of a list, standing before it; tells how many there were. */
  function list(read: (index: number) => void): number {
    take(openList)
    if (next() === closeList) {
      at++
      return 0
    }
    for (let index = 0; ; index++) {
      read(index)
      const byte = next()
      at++
      if (byte === closeList) return index + 1
      if (byte !== comma) throw new Unusual()
    }
  }
  /** Calls `read` with the name of each member of an object, standing before its value. A name may occur once. */
  function object(read: (name: string) => void): void {
    take(openObject)
    if (next() === closeObject) return void at++
    const seen: string[] = []
    for (;;) {
      if (next() !== quote) throw new Unusual()
      const end = endOfPlain(at + 1)
      if (end < 0) throw new Unusual()
      const name = plainText(at + 1, end)
      at = end + 1
      if (seen.includes(name)) throw new Unusual()
      seen.push(name)
      take(0x3a)
      read(name)
      const byte = next()
      at++
      if (byte === closeObject) return
      if (byte !== comma) throw new Unusual()
    }
  }
  return {
    next,
    take,
    skip,
    value,
    number,
    list,
    object,
    position: () => at,
    goTo: (position: number) => void (at = position),
    isAtEnd: () => next() === -1,
    isList: () => next() === openList,
    isObject: () => next() === openObject,
  }
}
