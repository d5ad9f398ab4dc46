import { note, type Note } from '../../core/note.ts'
import { codePageOfLanguageByte, decoderOf, encodingNamed, type Decode } from './code-pages.ts'
import { textLikelihood } from './text-likelihood.ts'

export type ChosenEncoding = { readonly encoding: string; readonly decode: Decode; readonly notes: readonly Note[] }

/** Where a table's encoding may be stated. */
export type EncodingClues = {
  readonly file: string
  /** What the user says. */
  readonly asked?: string | undefined
  /** Content of the `.cpg`. */
  readonly cpg?: string | undefined
  readonly languageByte?: number
  /** Texts of the table that have bytes beyond ASCII. */
  readonly samples: readonly Uint8Array[]
}

/** Tried by reading where nothing is stated; on equal scores the earlier stands. */
const detectable = ['windows-1252', 'windows-1256', 'iso-8859-6', 'cp720', 'cp864', 'cp850', 'cp437'] as const

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function isUtf8(samples: readonly Uint8Array[]): boolean {
  try {
    for (const sample of samples) strictUtf8.decode(sample)
    return true
  } catch {
    return false
  }
}

/** The encoding in which `samples` read most like words; `doubtful` where none does well. */
export function detectEncoding(samples: readonly Uint8Array[]): { readonly encoding: string; readonly doubtful: boolean } {
  if (isUtf8(samples)) return { encoding: 'utf-8', doubtful: false }
  let best = { encoding: 'windows-1252', score: -Infinity }
  for (const encoding of detectable) {
    const decode = decoderOf(encoding)!
    const score = textLikelihood(samples.map(decode).join(' '))
    if (score > best.score) best = { encoding, score }
  }
  return { encoding: best.encoding, doubtful: best.score < 1 }
}

/** Whether the bytes cannot be text of that encoding: they are no UTF-8, or decode to controls and unassigned places. */
function isContradicted(encoding: string, decode: Decode, samples: readonly Uint8Array[]): boolean {
  if (samples.length === 0) return false
  if (encoding === 'utf-8') return !isUtf8(samples)
  return samples.some((sample) => /[\uFFFD\u0080-\u0084\u0086-\u009F]/.test(decode(sample)))
}

/**
 * The encoding of a table: what the user says, then the `.cpg`, then dBase's language byte, then detection. A statement
 * that its own bytes contradict gives way to detection, with a note; so does a code page whose text is sound UTF-8.
 */
export function chooseEncoding(clues: EncodingClues): ChosenEncoding {
  const { file, samples } = clues
  const notes: Note[] = []
  const asked = clues.asked === undefined ? null : encodingNamed(clues.asked)
  if (asked) {
    return { encoding: asked, decode: decoderOf(asked)!, notes: [note('encoding-overridden', { file, encoding: asked })] }
  }

  const cpg = clues.cpg?.replace(/^\uFEFF/, '').trim()
  const byCpg = cpg ? encodingNamed(cpg) : null
  if (cpg && !byCpg) notes.push(note('cpg-unreadable', { file, text: cpg.slice(0, 60) }))
  const stated = byCpg ?? codePageOfLanguageByte[clues.languageByte ?? 0] ?? null
  if (stated) {
    const decode = decoderOf(stated)!
    const looksUtf8 = stated !== 'utf-8' && samples.length > 0 && isUtf8(samples)
    if (!looksUtf8 && !isContradicted(stated, decode, samples)) return { encoding: stated, decode, notes }
    const { encoding } = detectEncoding(samples)
    if (encoding !== stated) notes.push(note('encoding-contradicted', { file, stated, encoding }))
    return { encoding, decode: decoderOf(encoding)!, notes }
  }
  if (samples.length === 0) return { encoding: 'utf-8', decode: decoderOf('utf-8')!, notes }
  const { encoding, doubtful } = detectEncoding(samples)
  notes.push(note(doubtful ? 'encoding-doubtful' : 'encoding-detected', { file, encoding }))
  return { encoding, decode: decoderOf(encoding)!, notes }
}
