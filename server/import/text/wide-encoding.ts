export type WideEncoding = { readonly encoding: 'utf-16le' | 'utf-16be'; readonly isMarked: boolean }

const looked = 4_096
/** Of so many units one is a digit, a separator or a line end, whose upper byte is zero. */
const enough = 0.05
const fewest = 4

/**
 * UTF-16 by its mark, or where every zero byte stands at the same end of its unit: no other text has zero bytes. `null`
 * for any other text.
 */
export function wideEncoding(bytes: Uint8Array): WideEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', isMarked: true }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', isMarked: true }
  const zeros: [number, number] = [0, 0]
  const end = Math.min(looked, bytes.length)
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[(i % 2) as 0 | 1]++
  const [upperFirst, upperLast] = zeros
  if (bytes.length % 2 > 0 || upperFirst + upperLast < Math.max(fewest, (enough * end) / 2)) return null
  if (upperFirst === 0 && upperLast > 0) return { encoding: 'utf-16le', isMarked: false }
  return upperLast === 0 && upperFirst > 0 ? { encoding: 'utf-16be', isMarked: false } : null
}
