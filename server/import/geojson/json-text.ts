import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem, type Problem } from '../../../core/result/problem.ts'
import { decoderOf } from '../text/code-pages.ts'
import { detectEncoding } from '../text/encoding.ts'

/** A string of V8 cannot be longer. */
const longestBytes = 500_000_000

export type ParsedJson = { readonly value: unknown; readonly notes: readonly Note[] }

/** JSON in UTF-8 or UTF-16, with or without a byte order mark; one Feature per line or record is taken as a collection. */
export function parseJsonText(file: string, bytes: Uint8Array): Outcome<ParsedJson> {
  if (bytes.length > longestBytes) return refused(problem('file-too-large', { file, limitMb: longestBytes / 1e6 }))
  const { text, notes } = decodeJson(file, bytes)
  try {
    return done({ value: JSON.parse(text) as unknown, notes })
  } catch (error) {
    const lines = parseLines(file, text)
    if (lines && !lines.ok) return lines
    if (lines) {
      const value = { type: 'FeatureCollection', features: lines.value }
      return done({ value, notes: [...notes, note('json-lines', { file })] })
    }
    return refused(unwrittenNumber(file, text) ?? problem('json-invalid', { file, text: textNear(error, text) }))
  }
}

function decodeJson(file: string, bytes: Uint8Array): { readonly text: string; readonly notes: readonly Note[] } {
  // A byte order mark, or the zero byte of the first character, which is ASCII in any JSON.
  const encoding =
    bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : null
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

/** Begins each record of a GeoJSON text sequence (RFC 8142), which may run over several lines. */
const recordMark = '\x1e'

/** Newline-delimited GeoJSON or a text sequence; `null` where it is neither. */
function parseLines(file: string, text: string): Outcome<readonly unknown[]> | null {
  const isSequence = text.trimStart().startsWith(recordMark)
  if (!isSequence && !/^\s*\{[^\n]*"type"[^\n]*\}\s*\n/.test(text)) return null
  const records: unknown[] = []
  let line = 1
  for (const record of text.split(isSequence ? recordMark : '\n')) {
    try {
      if (record.trim() !== '') records.push(...featuresOfRecord(JSON.parse(record)))
    } catch {
      return unwrittenNumber(file, text)
        ? null
        : refused(problem('json-line-invalid', { file, line, text: record.trim().slice(0, 40) }))
    }
    line += isSequence ? record.split('\n').length - 1 : 1
  }
  return done(records)
}

/** The features of a record, which may be a collection of its own. */
function featuresOfRecord(record: unknown): readonly unknown[] {
  const { type, features } = (typeof record === 'object' && record !== null ? record : {}) as {
    type?: unknown
    features?: unknown
  }
  return type === 'FeatureCollection' && Array.isArray(features) ? features : [record]
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
