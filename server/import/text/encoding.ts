import { note, type Note } from '../../../core/result/note.ts'
import type { EncodingReading } from '../../../core/layers/inspection.ts'
import type { Stated } from '../../../core/model/layer.ts'
import { codePageOfLanguageByte, decoderOf, encodingNamed, type Decode } from './code-pages.ts'
import { keptRun, utf8Evidence } from './kept-bytes.ts'
import { textLikelihood } from './text-likelihood.ts'

export type ChosenEncoding = {
  readonly encoding: string
  readonly decode: Decode
  /** Who states it; what was asked for or found, the notes say. */
  readonly by?: Stated['encoding']
  /** What was weighed, where no statement of the file holds. */
  readonly readings: readonly EncodingReading[]
  readonly notes: readonly Note[]
}

/** Where a table's encoding may be stated. */
export type EncodingClues = {
  readonly file: string
  /** What the user says. */
  readonly requested?: string | undefined
  /** Content of the `.cpg`. */
  readonly cpg?: string | undefined
  readonly languageByte?: number
  /** Texts of the table that have bytes beyond ASCII. */
  readonly samples: readonly Uint8Array[]
}

/** Tried by reading where nothing is stated; on equal scores the earlier stands. */
const detectable = ['windows-1252', 'windows-1256', 'iso-8859-6', 'cp720', 'cp864', 'cp850', 'cp437'] as const

const shownBytes = 60
const mostWeighed = 100_000
/** Commas, semicolons, bars, tabs, quotation marks and line ends. */
const separators = new Set([0x2c, 0x3b, 0x7c, 0x09, 0x22, 0x0a, 0x0d])

/** So many whole letters of UTF-8 for each byte that is none do not come about by chance in another encoding. */
const enoughLetters = 8

/** Whether the bytes are UTF-8, some of them perhaps damaged or cut; where somebody says so, it needs less to be believed. */
function isUtf8(samples: readonly Uint8Array[], isStated: boolean): boolean {
  const { whole, bad, cut } = utf8Evidence(samples)
  if (bad === 0) return isStated || whole > 0 || cut === 0
  return isStated ? whole > bad : whole >= enoughLetters * bad
}

type Detected = { readonly encoding: string; readonly doubtful: boolean; readonly readings: readonly EncodingReading[] }

/** The encoding in which `samples` read most like words; `doubtful` where none does well. */
export function detectEncoding(samples: readonly Uint8Array[]): Detected {
  const piece = tellingPiece(samples[0]!)
  const weighedIn = (weighed: readonly Uint8Array[], encodings: readonly string[]): EncodingReading[] =>
    encodings.map((encoding) => readingIn(encoding, piece, weighed)).sort((a, b) => b.likelihood - a.likelihood)
  // Bytes that happen to be sound UTF-8 are UTF-8; how one cell reads in the others is only shown.
  if (isUtf8(samples, false))
    return {
      encoding: 'utf-8',
      doubtful: false,
      readings: [readingIn('utf-8', piece, [piece]), ...weighedIn([piece], detectable)],
    }
  const readings = weighedIn(weighedPart(samples), detectable)
  const [{ encoding, likelihood }] = readings as [EncodingReading]
  return { encoding, doubtful: likelihood < 1, readings }
}

function readingIn(encoding: string, piece: Uint8Array, weighed: readonly Uint8Array[]): EncodingReading {
  const decode = decoderOf(encoding)!
  const likelihood = textLikelihood(weighed.map((bytes) => decode(bytes).replace(keptRun, '\uFFFD')).join(' '))
  const text = decode(piece)
    .replace(/\uFFFD$/, '')
    .replace(keptRun, '\uFFFD')
    .replace(/[\u0080-\u009F]/g, '\uFFFD')
    .trim()
  return { encoding, text, likelihood: Math.round(likelihood * 100) / 100 }
}

/** As much of the samples as tells: of a long text what follows its first byte beyond ASCII. */
function weighedPart(samples: readonly Uint8Array[]): readonly Uint8Array[] {
  let left = mostWeighed
  const parts: Uint8Array[] = []
  for (const sample of samples) {
    const from = sample.length > left ? Math.max(0, sample.findIndex((byte) => byte > 0x7f) - shownBytes) : 0
    parts.push(sample.subarray(from, from + left))
    left -= parts.at(-1)!.length
    if (left <= 0) break
  }
  return parts
}

/** The cell that holds the first byte beyond ASCII, or its beginning. */
function tellingPiece(sample: Uint8Array): Uint8Array {
  const first = sample.findIndex((byte) => byte > 0x7f)
  let from = first
  while (from > 0 && first - from < shownBytes && !separators.has(sample[from - 1]!)) from--
  let to = first
  while (to < sample.length && to - first < shownBytes && !separators.has(sample[to]!)) to++
  return sample.subarray(from, to)
}

const cutEnd = /[\uDC80-\uDCFF]+$/
const isOfOneByte = (encoding: string): boolean => /^(?:windows|iso|cp|ibm)/.test(encoding)

/** How many letters beyond ASCII that an encoding reads are worth one byte that it cannot. */
const enoughRead = 4

/** Whether the bytes cannot be text of that encoding, some damage apart. */
function isContradicted(encoding: string, decode: Decode, samples: readonly Uint8Array[]): boolean {
  if (samples.length === 0) return false
  if (encoding === 'utf-8') return !isUtf8(samples, true)
  // A letter cut at the end is no contradiction.
  const text = samples.map((sample) => decode(sample).replace(isOfOneByte(encoding) ? '' : cutEnd, '')).join('')
  const unread = text.match(/[\uFFFD\u0080-\u0084\u0086-\u009F\uDC80-\uDCFF]/g)?.length ?? 0
  return unread > 0 && unread * enoughRead > (text.match(/[\u0080-\uFFFF]/g)?.length ?? 0) - unread
}

/**
 * The encoding of a table: what the user says, then the `.cpg`, then dBase's language byte, then detection. A statement
 * that its own bytes contradict gives way to detection, with a note; so does a code page whose text is sound UTF-8.
 */
export function chooseEncoding(clues: EncodingClues): ChosenEncoding {
  const { file, samples } = clues
  const notes: Note[] = []
  const requested = clues.requested === undefined ? null : encodingNamed(clues.requested)
  if (requested) {
    const said = [note('encoding-overridden', { file, encoding: requested })]
    return { encoding: requested, decode: decoderOf(requested)!, readings: [], notes: said }
  }

  const cpg = clues.cpg?.replace(/^\uFEFF/, '').trim()
  const byCpg = cpg ? encodingNamed(cpg) : null
  if (cpg && !byCpg) notes.push(note('cpg-unreadable', { file, text: cpg.slice(0, 60) }))
  const stated = byCpg ?? codePageOfLanguageByte[clues.languageByte ?? 0] ?? null
  if (stated) {
    const decode = decoderOf(stated)!
    const looksUtf8 = stated !== 'utf-8' && samples.length > 0 && isUtf8(samples, false)
    if (!looksUtf8 && !isContradicted(stated, decode, samples)) {
      return { encoding: stated, decode, by: byCpg ? 'cpg' : 'language-byte', readings: [], notes }
    }
    const { encoding, readings } = detectEncoding(samples)
    if (encoding !== stated) notes.push(note('encoding-contradicted', { file, stated, encoding }))
    return { encoding, decode: decoderOf(encoding)!, readings, notes }
  }
  if (samples.length === 0) return { encoding: 'utf-8', decode: decoderOf('utf-8')!, by: 'nobody', readings: [], notes }
  const { encoding, doubtful, readings } = detectEncoding(samples)
  notes.push(note(doubtful ? 'encoding-doubtful' : 'encoding-detected', { file, encoding }))
  return { encoding, decode: decoderOf(encoding)!, readings, notes }
}
