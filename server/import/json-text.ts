import { note, type Note } from '../../core/note.ts'
import { done, refused, type Outcome } from '../../core/outcome.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { decoderOf } from './code-pages.ts'
import { detectEncoding } from './encoding.ts'

/** A string of V8 cannot be longer. */
const longestBytes = 500_000_000

export type ParsedJson = { readonly value: unknown; readonly notes: readonly Note[] }

/** JSON in UTF-8 or UTF-16, with or without a byte order mark; one Feature per line is taken as a collection. */
export function parseJsonText(file: string, bytes: Uint8Array): Outcome<ParsedJson> {
  if (bytes.length > longestBytes) return refused(problem('file-too-large', { file, limitMb: longestBytes / 1e6 }))
  const { text, notes } = decodeJson(file, bytes)
  try {
    return done({ value: JSON.parse(text) as unknown, notes })
  } catch (error) {
    const lines = parseLines(text)
    if (lines) {
      return done({ value: { type: 'FeatureCollection', features: lines }, notes: [...notes, note('json-lines', { file })] })
    }
    return refused(unwrittenNumber(file, text) ?? problem('json-invalid', { file, text: textNear(error, text) }))
  }
}

function decodeJson(file: string, bytes: Uint8Array): { readonly text: string; readonly notes: readonly Note[] } {
  // A byte order mark, or the zero byte of the first character, which is ASCII in any JSON.
  const encoding = bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : null
  if (encoding) {
    return { text: new TextDecoder(encoding).decode(bytes), notes: [note('json-encoding', { file, encoding })] }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] }
  } catch {
    const { encoding } = detectEncoding([bytes.subarray(0, 1_000_000)])
    return { text: decoderOf(encoding)!(bytes), notes: [note('json-encoding', { file, encoding })] }
  }
}

/** Newline-delimited GeoJSON; `null` where it is none. */
function parseLines(text: string): readonly unknown[] | null {
  if (!/^\s*\{[^\n]*"type"[^\n]*\}\s*\n/.test(text)) return null
  try {
    const lines = text.split('\n').map((line) => line.trim())
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown)
  } catch {
    return null
  }
}

/** `NaN` and `Infinity`, which JSON cannot write and some programs do, with the feature they stand in. */
function unwrittenNumber(file: string, text: string): Problem | null {
  const found = /[[,:\s](NaN|-?Infinity)\b/.exec(text)
  if (!found) return null
  const before = text.slice(0, found.index).match(/"type"\s*:\s*"Feature"/g)?.length ?? 0
  return problem('position-invalid', { file, feature: Math.max(before, 1), value: found[1]! })
}

/** What stands where the parser stumbled; the end where the text breaks off. */
function textNear(error: unknown, text: string): string {
  const position = Number(/position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? text.length)
  return text.slice(Math.max(0, position - 20), position + 20).trim()
}
