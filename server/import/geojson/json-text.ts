import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { encodingNamed } from '../text/code-pages.ts'
import { chooseEncoding } from '../text/encoding.ts'
import { keptRun } from '../text/kept-bytes.ts'
import { unmarked, withLongNumbersAsText, withMarkedNumbers } from './json-numbers.ts'

/** A string of V8 cannot be longer. */
const longestBytes = 500_000_000

/** How a text was decoded; `isDamaged` where some of its bytes mean nothing in that encoding. */
type Decoded = { readonly encoding: string; readonly isDamaged: boolean; readonly notes: readonly Note[] }
export type ParsedJson = Decoded & { readonly value: unknown }

/**
 * JSON in UTF-8 or UTF-16, with or without a byte order mark; one Feature per line or record is taken as a collection. Bare
 * `NaN` and `Infinity` come marked.
 */
export function parseJsonText(file: string, bytes: Uint8Array, requested?: string): Outcome<ParsedJson> {
  if (bytes.length > longestBytes) return refused(problem('file-too-large', { file, limitMb: longestBytes / 1e6 }))
  const { text, ...decoded } = decodeJson(file, bytes, requested)
  const read = parse(file, text, decoded)
  if (read.ok) return read
  const marked = withMarkedNumbers(text)
  return marked === text ? read : parse(file, marked, decoded)
}

function parse(file: string, text: string, decoded: Decoded): Outcome<ParsedJson> {
  try {
    return done({ ...decoded, value: JSON.parse(withLongNumbersAsText(text)) as unknown })
  } catch (error) {
    const lines = parseLines(file, text)
    if (!lines) return refused(problem('json-invalid', { file, text: unmarked(textNear(error, text)) }))
    if (!lines.ok) return lines
    const value = { type: 'FeatureCollection', features: lines.value }
    return done({ ...decoded, value, notes: [...decoded.notes, note('json-lines', { file })] })
  }
}

function decodeJson(
  file: string,
  bytes: Uint8Array,
  requested: string | undefined,
): Decoded & { readonly text: string } {
  // A byte order mark, or the zero byte of the first character, which is ASCII in any JSON.
  const utf16 =
    bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : null
  const named = requested ?? utf16 ?? undefined
  const chosen = chooseEncoding({ file, requested: named, cpg: 'utf-8', samples: [bytes] })
  const { encoding } = chosen
  const isSaid = encoding === 'utf-8' || encoding === encodingNamed(requested ?? '')
  const notes: readonly Note[] = isSaid ? chosen.notes : [note('json-encoding', { file, encoding })]
  const text = chosen.decode(bytes).replace(/^\uFEFF/, '')
  return { text, encoding, isDamaged: text.search(keptRun) >= 0, notes }
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
      if (record.trim() !== '')
        for (const feature of featuresOfRecord(JSON.parse(withLongNumbersAsText(record)))) records.push(feature)
    } catch {
      return refused(problem('json-line-invalid', { file, line, text: unmarked(record.trim().slice(0, 40)) }))
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

/** What stands where the parser stumbled; the end where the text breaks off. */
function textNear(error: unknown, text: string): string {
  const position = Number(/position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? text.length)
  return text.slice(Math.max(0, position - 20), position + 20).trim()
}
